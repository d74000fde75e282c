package dev.baton.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How news is kept, and read as a sentence. */
@Component
class NoticeTexts {

    private final MessageSource messages;
    private final ObjectMapper json;

    NoticeTexts(MessageSource messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** The words that fill a sentence, as they are kept: texts, and {@link Word}s. */
    String written(List<?> args) {
        try {
            return json.writeValueAsString(args);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentence of that key in that language, filled with words kept before. */
    String sentence(String key, String args, Locale locale) {
        try {
            var words = StreamSupport.stream(json.readTree(args).spliterator(), false)
                    .map(word -> read(word, locale))
                    .toArray();
            return messages.getMessage(key, words, locale);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(JsonNode word, Locale locale) {
        var code = word.path("code").asText();
        var args = StreamSupport.stream(word.path("args").spliterator(), false)
                .map(JsonNode::asText)
                .toArray();
        return word.isObject() ? messages.getMessage(code, args, code, locale) : word.asText();
    }
}
