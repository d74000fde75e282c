package dev.baton.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a text gets into a cell and back without losing a character. XML forbids some characters; Excel writes them as
 * {@code _x0007_}, and a text that happens to look like that with its underscore escaped in the same way.
 */
final class ExactText {

    /** Most UTF-16 units that Excel keeps in a cell. */
    static final int LONGEST_CELL = 32_767;

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int ESCAPE_LENGTH = 7;

    private ExactText() {}

    /** The text itself in pieces, each of which fits into a cell when it is escaped; none for an empty text. */
    static List<String> pieces(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.length() <= LONGEST_CELL / ESCAPE_LENGTH || (text.length() <= LONGEST_CELL && isPlain(text))) {
            return List.of(text);
        }
        var pieces = new ArrayList<String>();
        int begin = 0;
        int length = 0;
        for (int i = 0; i < text.length(); ) {
            int width = Character.charCount(text.codePointAt(i));
            int escaped = width == 1 && needsEscape(text, i) ? ESCAPE_LENGTH : width;
            if (length + escaped > LONGEST_CELL) {
                pieces.add(text.substring(begin, i));
                begin = i;
                length = 0;
            }
            length += escaped;
            i += width;
        }
        pieces.add(text.substring(begin));
        return pieces;
    }

    /** The text as it stands in the file. */
    static String escaped(String text) {
        return escaped(text, 0, text.length());
    }

    /** Undoes the escapes. */
    static String read(String stored) {
        return ESCAPE.matcher(stored)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /** Whether a spreadsheet might take the text for a formula. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    private static boolean isPlain(String text) {
        return escaped(text, 0, text.length()).length() == text.length();
    }

    private static String escaped(String text, int from, int to) {
        StringBuilder out = null;
        for (int i = from; i < to; i++) {
            var c = text.charAt(i);
            if (needsEscape(text, i)) {
                out = out == null ? new StringBuilder(text.substring(from, i)) : out;
                out.append(String.format("_x%04X_", (int) c));
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? text.substring(from, to) : out.toString();
    }

    private static boolean needsEscape(String text, int i) {
        var c = text.charAt(i);
        if (c == '_') {
            return i + ESCAPE_LENGTH <= text.length()
                    && text.charAt(i + 1) == 'x'
                    && ESCAPE.matcher(text).region(i, i + ESCAPE_LENGTH).matches();
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return (c < ' ' && c != '\n' && c != '\t') || c == '\uFFFE' || c == '\uFFFF';
    }
}
