package dev.baton.web.glance;

import dev.baton.Hyphens;
import java.util.ArrayList;
import java.util.List;

/** Breaks words into lines for a drawing, which cannot do so itself. Widths are those of a common sans serif, a little large. */
final class Wrapping {

    private static final String NARROW = "iIjlt.,:;'|!()[]/ -";
    private static final String WIDE = "mwMW@%&";
    private static final int FIRST_FULL_WIDTH = 0x1100;

    private Wrapping() {}

    /**
     * The text in at most that many lines, each no wider than {@code width} at that size; what does not fit ends with an
     * ellipsis. A word too long for a line is broken.
     */
    static List<String> lines(String text, double width, double size, int most) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : readable(text).split(" ", -1)) {
            var rest = word;
            while (!rest.isEmpty()) {
                var next = line.isEmpty() ? rest : line + " " + rest;
                if (width(next, size) <= width) {
                    line.setLength(0);
                    line.append(next);
                    rest = "";
                } else if (line.isEmpty()) {
                    var fits = fitting(rest, width, size);
                    var at = Hyphens.breakBefore(rest, fits.length());
                    lines.add(at == 0 ? fits : rest.substring(0, at) + "-");
                    rest = rest.substring(at == 0 ? fits.length() : at);
                } else {
                    lines.add(line.toString());
                    line.setLength(0);
                }
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines.size() <= most ? List.copyOf(lines) : cut(lines, width, size, most);
    }

    /** What XML can hold: control characters and halves of pairs are left out, white space is one space. */
    static String readable(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(c -> c >= ' '
                        && !(c >= 0x7f && c <= 0x9f)
                        && !(c >= 0xd800 && c <= 0xdfff)
                        && (c & 0xfffe) != 0xfffe)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip().replaceAll(" {2,}", " ");
    }

    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Wrapping::em).sum() * size;
    }

    private static double em(int c) {
        if (c >= FIRST_FULL_WIDTH) {
            return 1.05;
        }
        return NARROW.indexOf(c) >= 0 ? 0.34 : WIDE.indexOf(c) >= 0 ? 0.92 : Character.isUpperCase(c) ? 0.7 : 0.57;
    }

    private static List<String> cut(List<String> lines, double width, double size, int most) {
        var kept = new ArrayList<>(lines.subList(0, most));
        var last = fitting(kept.get(most - 1), width - size, size).strip();
        kept.set(most - 1, last + "…");
        return List.copyOf(kept);
    }

    /** As much of the beginning as fits, one character at least. */
    private static String fitting(String text, double width, double size) {
        int end = text.offsetByCodePoints(0, 1);
        double used = em(text.codePointAt(0)) * size;
        while (end < text.length()) {
            used += em(text.codePointAt(end)) * size;
            if (used > width) {
                break;
            }
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end);
    }
}
