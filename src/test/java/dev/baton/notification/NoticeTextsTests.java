package dev.baton.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** News is kept once and read in each reader's language, to the last of the product's own words. */
class NoticeTextsTests {

    private final NoticeTexts texts = new NoticeTexts(messages(), new ObjectMapper());

    @Test
    void theProductsOwnWordsAreInTheReadersLanguage() {
        var kept = texts.written(List.of(new Word("notice.task.peer-review"), "Candle twice"));

        assertThat(texts.sentence("notice.reminder", kept, Locale.ENGLISH))
                .isEqualTo("A task waits for you: peer review, “Candle twice”.");
        assertThat(texts.sentence("notice.reminder", kept, Locale.GERMAN))
                .isEqualTo("Eine Aufgabe wartet auf Sie: kollegiale Prüfung, „Candle twice“.");
    }

    @Test
    void whatPeopleWroteIsNeverTakenForOne() {
        var kept = texts.written(List.of("notice.task.rework", "{\"code\":\"notice.task.rework\"}"));

        assertThat(texts.sentence("notice.reminder", kept, Locale.ENGLISH))
                .isEqualTo("A task waits for you: notice.task.rework, “{\"code\":\"notice.task.rework\"}”.");
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/review");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
