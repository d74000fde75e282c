package dev.baton.notification;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail before it is put into its form: words and links, the same for text and for HTML.
 *
 * @param id the same for the same content, so that a mail that comes twice is known as one
 * @param to user name of its reader
 * @param language in which all of it is written
 * @param title its heading
 * @param act where its one button leads, as a path from the root
 * @param why why its reader gets it
 * @param token what unsubscribing is known by, or null: it cannot be
 */
record Letter(
        UUID id,
        String to,
        Locale language,
        String subject,
        String title,
        List<Part> parts,
        String act,
        String why,
        @Nullable UUID token) {

    /** Lines under a heading of their own, or under none. */
    record Part(@Nullable String heading, List<Line> lines) {}

    /**
     * A line.
     *
     * @param small what stands below it in small print, or null
     * @param link where it leads, as a path from the root, or null
     */
    record Line(String text, @Nullable String small, @Nullable String link) {

        Line(String text, @Nullable String link) {
            this(text, null, link);
        }
    }
}
