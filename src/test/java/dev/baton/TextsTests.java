package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Refusal.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text that cannot be kept exactly is refused with the place; everything else passes untouched. */
class TextsTests {

    @Test
    void lettersOfEveryScriptTabsAndLineEndsPass() {
        assertThat(faultsOf("Grüße\n\tمرحبا 🥚 e\u0301 \u200B =1+1 <b>")).isEmpty();
    }

    @Test
    void nulAndControlCharactersAreNamedWithTheirPlace() {
        assertThat(faultsOf("ab\u0000")).extracting(Fault::messageKey).containsExactly("text.control-character");
        assertThat(faultsOf("ab\u0007")).first().extracting(Fault::args).isEqualTo(List.of("U+0007", 3));
    }

    @Test
    void halfOfASurrogatePairIsRefused() {
        assertThat(faultsOf("x\uD83E")).extracting(Fault::messageKey).containsExactly("text.half-character");
        assertThat(faultsOf("\uDD5Ax")).extracting(Fault::messageKey).containsExactly("text.half-character");
    }

    @Test
    void theLimitIsInclusive() {
        var faults = new ArrayList<Fault>();
        Texts.check("why", "x".repeat(10), 10, faults);
        assertThat(faults).isEmpty();
        Texts.check("why", "x".repeat(11), 10, faults);
        assertThat(faults).containsExactly(Fault.of("why", "text.too-long", 10, 11));
    }

    @Test
    void blankIsMissingWhereSomethingIsRequired() {
        var faults = new ArrayList<Fault>();
        Texts.require("title", " \n", 10, faults);
        assertThat(faults).containsExactly(Fault.of("title", "text.missing"));
    }

    private static List<Fault> faultsOf(String text) {
        var faults = new ArrayList<Fault>();
        Texts.check("why", text, 100, faults);
        return faults;
    }
}
