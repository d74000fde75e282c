package dev.baton.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Writes pages for a paper file: PDF/A-2b on A4, headings, sentences and labelled values, a foot on every page. */
public final class PaperWriter implements AutoCloseable {

    private static final PDRectangle A4 = PDRectangle.A4;
    private static final float SIDE = 54;
    private static final float TOP = 60;
    private static final float BOTTOM = 66;
    private static final float ROOM = A4.getWidth() - 2 * SIDE;
    private static final float LABEL = 120;
    private static final float LINE = 1.35f;
    private static final float TITLE = 18;
    private static final float HEADING = 13;
    private static final float TEXT = 9.5f;
    private static final float SMALL = 7.5f;
    private static final float FOOT = 6.5f;
    private static final float INK = 0.1f;
    private static final float SOFT = 0.38f;
    private static final float RULE = 0.75f;

    private final PDDocument document = new PDDocument();
    private final PaperFont font;
    private final String title;
    private final Instant created;
    private @Nullable PDPageContentStream page;
    private float y;

    /** Begins a document. */
    public PaperWriter(String title, Instant created) {
        this.title = title;
        this.created = created.truncatedTo(ChronoUnit.SECONDS);
        try {
            this.font = new PaperFont(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        newPage();
        put(title, TITLE, INK, 0, ROOM);
        y -= TITLE / 2;
    }

    /** A heading, kept together with what follows. */
    public void heading(String text) {
        require(HEADING * LINE * 4);
        y -= HEADING;
        put(text, HEADING, INK, 0, ROOM);
        rule();
        y -= HEADING / 3;
    }

    /** A sentence in full ink; kept together with a line below it. */
    public void sentence(String text) {
        require(TEXT * LINE * 3);
        y -= TEXT / 2;
        put(text, TEXT, INK, 0, ROOM);
    }

    /** A remark in small, softer print. */
    public void remark(String text) {
        put(text, SMALL, SOFT, 0, ROOM);
    }

    /** A value beside its label. */
    public void value(String label, String value) {
        var labels = font.lines(label, SMALL, LABEL - 8);
        var lines = font.lines(value, TEXT, ROOM - LABEL);
        for (int i = 0; i < Math.max(labels.size(), lines.size()); i++) {
            require(TEXT * LINE);
            y -= TEXT * LINE;
            if (i < labels.size()) {
                show(labels.get(i), SMALL, SOFT, SIDE, y);
            }
            if (i < lines.size()) {
                show(lines.get(i), TEXT, INK, SIDE + LABEL, y);
            }
        }
    }

    /** A little air. */
    public void gap() {
        y -= TEXT;
    }

    /**
     * Puts the foot and "page x of y" on every page and writes the document.
     *
     * @param pageWords such as {@code Page %d of %d}
     */
    public void finish(OutputStream out, List<String> foot, String pageWords) throws IOException {
        endPage();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            page = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true);
            y = BOTTOM - 12;
            rule();
            for (var line : foot) {
                y -= FOOT * LINE;
                show(font.shown(line), FOOT, SOFT, SIDE, y);
            }
            var number = font.shown(String.format(pageWords, i + 1, pages));
            show(number, SMALL, SOFT, A4.getWidth() - SIDE - font.width(number, SMALL), BOTTOM - 12 + SMALL / 2);
            endPage();
        }
        PaperArchive.mark(document, font.shown(title), created);
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void put(String text, float size, float grey, float indent, float room) {
        for (var line : font.lines(text, size, room - indent)) {
            require(size * LINE);
            y -= size * LINE;
            show(line, size, grey, SIDE + indent, y);
        }
    }

    private void require(float height) {
        if (y - height < BOTTOM) {
            newPage();
        }
    }

    private void newPage() {
        endPage();
        try {
            var next = new PDPage(A4);
            document.addPage(next);
            page = new PDPageContentStream(document, next, AppendMode.OVERWRITE, true);
            y = A4.getHeight() - TOP;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endPage() {
        try {
            if (page != null) {
                page.close();
                page = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(String line, float size, float grey, float x, float baseline) {
        try {
            var stream = java.util.Objects.requireNonNull(page);
            stream.beginText();
            stream.setFont(font.font(), size);
            stream.setNonStrokingColor(grey, grey, grey);
            stream.newLineAtOffset(x, baseline);
            stream.showText(line);
            stream.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rule() {
        try {
            var stream = java.util.Objects.requireNonNull(page);
            stream.setStrokingColor(RULE, RULE, RULE);
            stream.setLineWidth(0.5f);
            stream.moveTo(SIDE, y - 4);
            stream.lineTo(A4.getWidth() - SIDE, y - 4);
            stream.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
