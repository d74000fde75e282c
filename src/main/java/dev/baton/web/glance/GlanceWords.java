package dev.baton.web.glance;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of pictures and figures, in the reader's language. */
@Component
class GlanceWords {

    private final MessageSource messages;

    GlanceWords(MessageSource messages) {
        this.messages = messages;
    }

    /** A sentence by its key. */
    String word(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /** What stands in a diagram under that name, in the reader's language; what nobody has put into words stays as it is. */
    String drawn(String name) {
        var said = messages.getMessage("diagram." + key(name), null, name, LocaleContextHolder.getLocale());
        return said == null || said.equalsIgnoreCase(name) ? name : said;
    }

    /** Letters and digits joined by hyphens; a question is told from its answer. */
    static String key(String name) {
        return name.replace("?", " q ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
