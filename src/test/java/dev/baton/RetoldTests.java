package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

class RetoldTests {

    private static final MessageSource WORDS = new Words().messageSource();

    @Test
    void aSentenceKeptInEnglishIsSaidInAnotherLanguage() {
        assertThat(german("Audit trail, review 12, finding 3")).isEqualTo("Audit-Trail, Prüfung 12, Feststellung 3");
        assertThat(german("Audit trail, review 1")).isEqualTo("Audit-Trail, Prüfung 1");
        assertThat(german("0.15 bar and 0.3 bar are 50 % apart, more than the 10 % that pass for the same."))
                .isEqualTo(
                        "0.15 bar und 0.3 bar liegen 50 % auseinander, mehr als die 10 %, die als gleich durchgehen.");
    }

    @Test
    void whatPeopleWroteIsNeverTakenForOne() {
        assertThat(german("Audit trail, and more")).isEqualTo("Audit trail, and more");
        assertThat(german("Both are wrong.")).isEqualTo("Both are wrong.");
    }

    private static String german(String kept) {
        return Retold.read(
                        WORDS,
                        kept,
                        "task.about.trail-finding",
                        "task.about.trail-review",
                        "contradiction.found.threshold",
                        "contradiction.found.cue")
                .map(told -> told.in(WORDS, Locale.GERMAN))
                .orElse(kept);
    }
}
