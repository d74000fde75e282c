package dev.baton.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.jspecify.annotations.Nullable;

/** The pages of a book while they are filled: a measure of 170 by 240 mm, two inks, and where the next line goes. */
final class BookPages implements AutoCloseable {

    static final float WIDTH = 482;
    static final float HEIGHT = 680;
    static final float SIDE = 62;
    static final float ROOM = WIDTH - 2 * SIDE;
    static final float TOP = HEIGHT - 78;
    static final float BOTTOM = 78;
    static final float[] INK = {0.118f, 0.137f, 0.161f};
    static final float[] ACCENT = {0.043f, 0.353f, 0.376f};
    static final float[] SOFT = {0.35f, 0.38f, 0.42f};

    private static final float LOOSEST = 2.4f;

    private final PDDocument document = new PDDocument();
    private final List<String> heads = new ArrayList<>();
    final BookType upright;
    final BookType italic;
    private @Nullable PDPageContentStream stream;
    private String head = "";
    private float y;

    BookPages() {
        try {
            var other = new PaperFont(document);
            this.upright = new BookType(new PaperFont(document, "/fonts/EBGaramond12-Regular.ttf"), other);
            this.italic = new BookType(new PaperFont(document, "/fonts/EBGaramond12-Italic.ttf"), other);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PDDocument document() {
        return document;
    }

    /** The number of the page at hand, counted from 1. */
    int page() {
        return document.getNumberOfPages();
    }

    /** What stands at the head of that page; empty where it is bare. */
    String head(int page) {
        return heads.get(page - 1);
    }

    /** What stands at the head of the pages from the next one on. */
    void heads(String text) {
        head = text;
    }

    void newPage(boolean bare) {
        end();
        var page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
        document.addPage(page);
        heads.add(bare ? "" : head);
        open(page, AppendMode.OVERWRITE);
        y = TOP;
    }

    /** A new page on the right-hand side. */
    void newRightPage() {
        newPage(true);
        if (page() % 2 == 0) {
            newPage(true);
        }
    }

    /** Goes back to a page, to write what was not known then. */
    void again(int page) {
        end();
        open(document.getPage(page - 1), AppendMode.APPEND);
    }

    float y() {
        return y;
    }

    void at(float height) {
        y = height;
    }

    void down(float by) {
        y -= by;
    }

    /** Begins a new page unless so much room is left. */
    void require(float height) {
        if (y - height < BOTTOM) {
            newPage(false);
        }
    }

    /** One line at a place. */
    void put(BookType type, String text, float size, float[] ink, float x, float baseline) {
        try {
            var page = Objects.requireNonNull(stream);
            page.setNonStrokingColor(ink[0], ink[1], ink[2]);
            type.show(page, type.shown(text), size, x, baseline);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void centred(BookType type, String text, float size, float leading, float[] ink) {
        for (var line : type.lines(text, size, ROOM)) {
            require(size * leading);
            y -= size * leading;
            put(type, line, size, ink, (WIDTH - type.width(line, size)) / 2, y);
        }
    }

    /** Paragraphs set to the left, broken at the measure. */
    void flush(BookType type, String text, float size, float leading, float[] ink, float indent) {
        for (var paragraph : type.shown(text).split("\n", -1)) {
            for (var line : type.lines(paragraph, size, ROOM - indent)) {
                require(size * leading);
                y -= size * leading;
                put(type, line, size, ink, SIDE + indent, y);
            }
        }
    }

    /** Paragraphs set to both sides; the last line, and one that would get too loose, to the left. */
    void justified(BookType type, String text, float size, float leading, float[] ink) {
        for (var paragraph : type.shown(text).split("\n+", -1)) {
            var lines = type.lines(paragraph, size, ROOM);
            for (int i = 0; i < lines.size(); i++) {
                // Neither the first line of a paragraph alone at the foot of a page nor its last one alone at a head.
                if (lines.size() > 1 && (i == 0 || i == lines.size() - 2)) {
                    require(2 * size * leading);
                }
                require(size * leading);
                y -= size * leading;
                if (i == lines.size() - 1) {
                    put(type, lines.get(i), size, ink, SIDE, y);
                } else {
                    spread(type, lines.get(i), size, ink);
                }
            }
            y -= size * 0.45f;
        }
    }

    private void spread(BookType type, String line, float size, float[] ink) {
        var words = line.split(" ", -1);
        var natural = type.width(" ", size);
        float bare = 0;
        for (var word : words) {
            bare += type.width(word, size);
        }
        var gap = words.length == 1 ? natural : (ROOM - bare) / (words.length - 1);
        if (gap > natural * LOOSEST) {
            gap = natural;
        }
        float x = SIDE;
        for (var word : words) {
            put(type, word, size, ink, x, y);
            x += type.width(word, size) + gap;
        }
    }

    void rule(float[] ink, float weight, float from, float to, float baseline) {
        try {
            var page = Objects.requireNonNull(stream);
            page.setStrokingColor(ink[0], ink[1], ink[2]);
            page.setLineWidth(weight);
            page.moveTo(from, baseline);
            page.lineTo(to, baseline);
            page.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture as large as the measure and so high allow. */
    void picture(byte[] jpeg, int pixelsWide, int pixelsHigh, float highest) {
        var scale = Math.min(ROOM / pixelsWide, highest / pixelsHigh);
        var wide = pixelsWide * scale;
        var high = pixelsHigh * scale;
        require(high + 30);
        y -= high;
        try {
            var image = JPEGFactory.createFromByteArray(document, jpeg);
            Objects.requireNonNull(stream).drawImage(image, (WIDTH - wide) / 2, y, wide, high);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A relay baton between two arcs: one half given, one half taken. */
    void emblem(float x, float at) {
        try {
            var page = Objects.requireNonNull(stream);
            page.setLineCapStyle(1);
            page.setStrokingColor(ACCENT[0], ACCENT[1], ACCENT[2]);
            page.setLineWidth(2.2f);
            page.moveTo(x - 34, at - 9);
            page.curveTo(x - 24, at - 24, x - 6, at - 24, x, at - 12);
            page.stroke();
            page.moveTo(x + 34, at + 9);
            page.curveTo(x + 24, at + 24, x + 6, at + 24, x, at + 12);
            page.stroke();
            page.setLineWidth(7);
            page.moveTo(x - 17, at - 7);
            page.lineTo(x, at);
            page.stroke();
            page.setStrokingColor(INK[0], INK[1], INK[2]);
            page.moveTo(x, at);
            page.lineTo(x + 17, at + 7);
            page.stroke();
            page.setLineCapStyle(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void end() {
        try {
            if (stream != null) {
                stream.close();
                stream = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open(PDPage page, AppendMode mode) {
        try {
            // Without a context of its own for each addition: an archive allows 28 within each other.
            stream = new PDPageContentStream(document, page, mode, true, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        end();
        document.close();
    }
}
