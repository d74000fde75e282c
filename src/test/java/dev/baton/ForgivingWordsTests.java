package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.AbstractMessageSource;

/** A sentence that counts can be filled with text: notices and refusals keep their numbers as text. */
class ForgivingWordsTests {

    private static final Map<String, String> SENTENCES = Map.of(
            "choice", "{0,choice,0#nobody|1#one person|1<{0} people of {1}}",
            "number", "It differs by {0,number} seconds.",
            "percent", "{0,number,percent}",
            "date", "Since {0,date,long}.",
            "plain", "It''s {0}.");

    private final ForgivingWords words = new ForgivingWords();

    @Test
    void numbersWrittenAsTextCount() {
        assertThat(say("choice", "1", "Liverpool")).isEqualTo("one person");
        assertThat(say("choice", "12", "Liverpool")).isEqualTo("12 people of Liverpool");
        assertThat(say("choice", 0, "Liverpool")).isEqualTo("nobody");
        assertThat(say("number", "1234")).isEqualTo("It differs by 1,234 seconds.");
        assertThat(say("percent", "0.4")).isEqualTo("40%");
    }

    @Test
    void whatIsNoNumberIsShownAsItIs() {
        assertThat(say("choice", "several", "Liverpool")).isEqualTo("several people of Liverpool");
        assertThat(say("number", "a few")).isEqualTo("It differs by a few seconds.");
        assertThat(say("date", "Monday")).isEqualTo("Since Monday.");
        assertThat(say("plain", "7")).isEqualTo("It's 7.");
    }

    @Test
    void theProductSpeaksThroughThem() {
        assertThat(new Words().messageSource())
                .isInstanceOf(AbstractMessageSource.class)
                .isInstanceOf(ForgivingWords.class);
        assertThat(new Words().messageSource().getMessage("credit.effect.read", new Object[] {"3"}, Locale.ENGLISH))
                .isEqualTo("Read by 3 people at the receiving site");
    }

    private String say(String key, Object... args) {
        return words.createMessageFormat(SENTENCES.get(key), Locale.ENGLISH).format(args);
    }
}
