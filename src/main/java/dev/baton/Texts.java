package dev.baton;

import dev.baton.Refusal.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What any text that people enter must be: storable without loss in the database, in JSON and in Excel. Nothing is ever
 * repaired silently; what cannot be kept exactly is refused with the place.
 */
public final class Texts {

    /** Longest text of one answer, in UTF-16 units. */
    public static final int LONGEST_ANSWER = 30_000;

    /** Longest text of a title or another single line. */
    public static final int LONGEST_LINE = 300;

    private Texts() {}

    /** Adds a fault when the text is longer than {@code limit} or holds characters that cannot be kept; null is fine. */
    public static void check(String where, @Nullable String text, int limit, List<Fault> faults) {
        if (text == null) {
            return;
        }
        if (text.length() > limit) {
            faults.add(Fault.of(where, "text.too-long", limit, text.length()));
        }
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                faults.add(Fault.of(where, "text.half-character", i + 1));
                return;
            } else if (isControl(c) || c == '\uFFFE' || c == '\uFFFF') {
                faults.add(Fault.of(where, "text.control-character", String.format("U+%04X", (int) c), i + 1));
                return;
            }
        }
    }

    /** The text, or its beginning with an ellipsis where it is longer than that; no character is cut in half. */
    public static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "\u2026";
    }

    /** The text without blanks around it, or null where nothing is left. */
    public static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static boolean isControl(char c) {
        return c < ' ' && c != '\n' && c != '\t' && c != '\r';
    }

    /** As {@link #check}, and a blank or missing text is a fault too. */
    public static void require(String where, @Nullable String text, int limit, List<Fault> faults) {
        if (text == null || text.isBlank()) {
            faults.add(Fault.of(where, "text.missing"));
        } else {
            check(where, text, limit, faults);
        }
    }
}
