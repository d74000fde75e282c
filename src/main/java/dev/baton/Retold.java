package dev.baton;

import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * A sentence of Baton's own that is kept in English, read back as its key and what fills it, so that it can be said in
 * another language. What is kept does not change.
 *
 * @param key of the sentence
 * @param args what fills it, as texts
 */
public record Retold(String key, List<String> args) {

    /** The first of these sentences that the kept text is, filled with something; empty where it is none of them. */
    public static Optional<Retold> read(MessageSource messages, String kept, String... keys) {
        return Stream.of(keys)
                .flatMap(key -> read(messages.getMessage(key, null, Locale.ENGLISH), kept).stream()
                        .map(args -> new Retold(key, args)))
                .findFirst();
    }

    /** The sentence in that language. */
    public String in(MessageSource messages, Locale language) {
        return messages.getMessage(key, args.toArray(), language);
    }

    private static Optional<List<String>> read(String sentence, String kept) {
        var format = new MessageFormat(sentence, Locale.ENGLISH);
        var end = new ParsePosition(0);
        var args = format.parse(kept, end);
        if (args == null || end.getIndex() < kept.length()) {
            return Optional.empty();
        }
        var words = Stream.of(args).map(Objects::toString).toList();
        // A text that only begins and ends alike is none.
        return format.format(words.toArray()).equals(kept) ? Optional.of(words) : Optional.empty();
    }
}
