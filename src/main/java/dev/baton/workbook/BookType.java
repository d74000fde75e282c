package dev.baton.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A face of a book with another one for the characters it lacks. */
final class BookType {

    private final PaperFont face;
    private final PaperFont other;

    BookType(PaperFont face, PaperFont other) {
        this.face = face;
        this.other = other;
    }

    /** A stretch of text in one font. */
    private record Run(PaperFont font, String text) {}

    /** The text as it can be shown by either. */
    String shown(String text) {
        var shown = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(code -> {
            if (code == '\n' || face.has(code) || other.has(code)) {
                shown.appendCodePoint(code);
            } else if (code == '\t') {
                shown.append(' ');
            } else {
                shown.append(String.format("[U+%04X]", code));
            }
        });
        return shown.toString();
    }

    float width(String shown, float size) {
        float width = 0;
        for (var run : runs(shown)) {
            width += run.font().width(run.text(), size);
        }
        return width;
    }

    /** A paragraph without line feeds in lines that are at most so wide; a word that is wider is broken. */
    List<String> lines(String paragraph, float size, float room) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : shown(paragraph).strip().split(" +", -1)) {
            var rest = word;
            var tried = line.isEmpty() ? rest : line + " " + rest;
            if (width(tried, size) <= room) {
                line.setLength(0);
                line.append(tried);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            while (width(rest, size) > room) {
                int end = fitting(rest, size, room);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.setLength(0);
            line.append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    void show(PDPageContentStream stream, String shown, float size, float x, float y) throws IOException {
        float at = x;
        for (var run : runs(shown)) {
            stream.beginText();
            stream.setFont(run.font().font(), size);
            stream.newLineAtOffset(at, y);
            stream.showText(run.text());
            stream.endText();
            at += run.font().width(run.text(), size);
        }
    }

    private int fitting(String word, float size, float room) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (width(word.substring(0, next), size) > room) {
                break;
            }
            end = next;
        }
        return end;
    }

    private List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        int begin = 0;
        PaperFont at = null;
        for (int i = 0; i < text.length(); ) {
            int code = text.codePointAt(i);
            var font = face.has(code) ? face : other;
            if (at != null && font != at) {
                runs.add(new Run(at, text.substring(begin, i)));
                begin = i;
            }
            at = font;
            i += Character.charCount(code);
        }
        if (at != null) {
            runs.add(new Run(at, text.substring(begin)));
        }
        return runs;
    }
}
