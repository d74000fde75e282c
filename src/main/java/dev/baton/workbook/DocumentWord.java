package dev.baton.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jspecify.annotations.Nullable;

/** Writes a document for Word. */
public final class DocumentWord {

    private static final int TITLE = 20;
    private static final int HEADING = 14;
    private static final int TEXT = 10;
    private static final int SMALL = 8;
    private static final int AIR = 160;

    private DocumentWord() {}

    /**
     * Writes it; the stream stays open.
     *
     * @param foot lines at the end
     */
    public static void write(Document document, List<String> foot, OutputStream out) throws IOException {
        try (var word = new XWPFDocument()) {
            word.getProperties().getCoreProperties().setTitle(document.title());
            text(word.createParagraph(), document.title(), TITLE, true);
            document.head().forEach(line -> text(word.createParagraph(), line, TEXT, false));
            for (var section : document.sections()) {
                var heading = word.createParagraph();
                heading.setSpacingBefore(2 * AIR);
                heading.setKeepNext(true);
                text(heading, section.heading(), HEADING, true);
                section.sentences().forEach(line -> text(word.createParagraph(), line, TEXT, false));
                if (!section.rows().isEmpty()) {
                    table(word, section);
                }
            }
            foot.forEach(line -> text(word.createParagraph(), line, SMALL, false));
            word.write(out);
        }
    }

    private static void table(XWPFDocument word, Document.Section section) {
        var table =
                word.createTable(section.rows().size() + 1, section.columns().size());
        table.setWidth("100%");
        var first = table.getRow(0);
        first.setRepeatHeader(true);
        fill(first.getTableCells(), section.columns(), true);
        for (int i = 0; i < section.rows().size(); i++) {
            fill(table.getRow(i + 1).getTableCells(), section.rows().get(i), false);
        }
        text(word.createParagraph(), "", SMALL, false);
    }

    private static void fill(List<XWPFTableCell> cells, List<String> texts, boolean bold) {
        for (int i = 0; i < texts.size(); i++) {
            text(cells.get(i).getParagraphs().get(0), texts.get(i), TEXT, bold);
        }
    }

    private static void text(XWPFParagraph paragraph, @Nullable String text, int size, boolean bold) {
        paragraph.setSpacingAfter(AIR / 2);
        var lines = String.valueOf(text).split("\\R", -1);
        var run = paragraph.createRun();
        run.setFontSize(size);
        run.setBold(bold);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(safe(lines[i]));
        }
    }

    /** What XML cannot carry stands as its code, as on paper. */
    private static String safe(String text) {
        var safe = new StringBuilder();
        text.codePoints().forEach(code -> {
            if ((code < ' ' && code != '\t')
                    || code == 0xFFFE
                    || code == 0xFFFF
                    || (code >= 0xD800 && code <= 0xDFFF)) {
                safe.append("[U+%04X]".formatted(code));
            } else {
                safe.appendCodePoint(code);
            }
        });
        return safe.toString();
    }
}
