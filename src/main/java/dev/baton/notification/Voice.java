package dev.baton.notification;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** How Baton speaks with one reader. */
record Voice(MessageSource messages, Locale language) {

    /** The words of that key in the reader's language. */
    String say(String key, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
