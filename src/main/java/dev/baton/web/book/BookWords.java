package dev.baton.web.book;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of documents, which are in one language whoever fetches them. */
@Component
class BookWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final MessageSource messages;

    BookWords(MessageSource messages) {
        this.messages = messages;
    }

    String word(String key, Object... args) {
        return Objects.requireNonNull(messages.getMessage(key, args, Locale.ENGLISH));
    }

    static String day(Instant at) {
        return DAY.format(at.atZone(ZoneOffset.UTC));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
