package dev.baton.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Liberation Sans (SIL Open Font License, may be embedded), of which only the glyphs used go into the file. A character
 * that it cannot show stands as its code, so that nothing is lost silently.
 */
final class PaperFont {

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float UNITS = 1_000f;
    private static final float UNSHOWN = -1f;

    private final PDFont font;
    private final Map<Integer, Float> widths = new HashMap<>();

    PaperFont(PDDocument document) throws IOException {
        this(document, FILE);
    }

    /** Another font, with as free a licence. */
    PaperFont(PDDocument document, String resource) throws IOException {
        try (var file = Objects.requireNonNull(PDFont.class.getResourceAsStream(resource))) {
            this.font = PDType0Font.load(document, file, true);
        }
    }

    /** Whether it can show that character. */
    boolean has(int code) {
        return width(code) > UNSHOWN;
    }

    PDFont font() {
        return font;
    }

    /** The text as it can be shown; line feeds stay. */
    String shown(String text) {
        var shown = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(code -> {
            if (code == '\n' || width(code) > UNSHOWN) {
                shown.appendCodePoint(code);
            } else {
                shown.append(String.format("[U+%04X]", code));
            }
        });
        return shown.toString();
    }

    /** The width of a shown text in points. */
    float width(String shown, float size) {
        float width = 0;
        for (int i = 0; i < shown.length(); i += Character.charCount(shown.codePointAt(i))) {
            width += Math.max(0, width(shown.codePointAt(i)));
        }
        return width * size / UNITS;
    }

    /** The text in lines that are at most so wide; breaks at blanks, and within words that are wider than a line. */
    List<String> lines(String text, float size, float room) {
        var lines = new ArrayList<String>();
        for (var paragraph : shown(text).split("\n", -1)) {
            wrap(paragraph, size, room, lines);
        }
        return lines;
    }

    private void wrap(String paragraph, float size, float room, List<String> lines) {
        int begin = 0;
        int blank = -1;
        float width = 0;
        int i = 0;
        while (i < paragraph.length()) {
            int code = paragraph.codePointAt(i);
            float next = Math.max(0, width(code)) * size / UNITS;
            if (width + next > room && i > begin) {
                int end = blank > begin ? blank : i;
                lines.add(paragraph.substring(begin, end));
                begin = blank > begin ? blank + 1 : i;
                i = begin;
                blank = -1;
                width = 0;
                continue;
            }
            if (code == ' ') {
                blank = i;
            }
            width += next;
            i += Character.charCount(code);
        }
        lines.add(paragraph.substring(Math.min(begin, paragraph.length())));
    }

    private float width(int code) {
        return widths.computeIfAbsent(code, this::measured);
    }

    private float measured(int code) {
        if (code < ' '
                || Character.getType(code) == Character.FORMAT
                || Character.getType(code) == Character.SURROGATE) {
            return UNSHOWN;
        }
        try {
            return font.getStringWidth(Character.toString(code));
        } catch (IllegalArgumentException e) {
            return UNSHOWN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
