package dev.baton.workbook;

import dev.baton.workbook.Poster.Line;
import dev.baton.workbook.Poster.Style;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Writes a poster as PDF/A-2b, A4 across, set in EB Garamond. */
public final class PosterPaper {

    private static final float WIDTH = PDRectangle.A4.getHeight();
    private static final float HEIGHT = PDRectangle.A4.getWidth();
    private static final float MARGIN = 34;
    private static final float ROOM = WIDTH - 2 * MARGIN - 190;
    private static final float FOOT = 86;
    private static final float CODE = 62;
    private static final float[] INK = {0.118f, 0.137f, 0.161f};
    private static final float[] ACCENT = {0.043f, 0.353f, 0.376f};
    private static final float[] SOFT = {0.35f, 0.38f, 0.42f};

    private PosterPaper() {}

    /** Writes it. */
    public static void write(Poster poster, Instant created, OutputStream out) throws IOException {
        try (var document = new PDDocument()) {
            var upright = new PaperFont(document, "/fonts/EBGaramond12-Regular.ttf");
            var italic = new PaperFont(document, "/fonts/EBGaramond12-Italic.ttf");
            var page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
            document.addPage(page);
            try (var stream = new PDPageContentStream(document, page)) {
                new Sheet(stream, upright, italic).draw(poster);
            }
            PaperArchive.mark(document, upright.shown(poster.title()), created);
            document.save(out);
        }
    }

    /** The sheet while it is drawn. */
    private record Sheet(PDPageContentStream stream, PaperFont upright, PaperFont italic) {

        void draw(Poster poster) throws IOException {
            frame();
            emblem(WIDTH / 2, HEIGHT - MARGIN - 52);
            var height = poster.lines().stream().map(line -> height(line)).reduce(0f, Float::sum);
            var top = HEIGHT - MARGIN - 84;
            var y = top - Math.max(0, (top - MARGIN - FOOT - height) / 2);
            for (var line : poster.lines()) {
                y = put(line, y);
            }
            foot(poster);
        }

        private void frame() throws IOException {
            stroke(ACCENT, 1.6f);
            stream.addRect(MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN);
            stream.stroke();
            stroke(ACCENT, 0.5f);
            stream.addRect(MARGIN + 5, MARGIN + 5, WIDTH - 2 * MARGIN - 10, HEIGHT - 2 * MARGIN - 10);
            stream.stroke();
        }

        /** A relay baton between two arcs: one half given, one half taken. */
        private void emblem(float x, float y) throws IOException {
            stroke(ACCENT, 2.2f);
            stream.setLineCapStyle(1);
            stream.moveTo(x - 34, y - 9);
            stream.curveTo(x - 24, y - 24, x - 6, y - 24, x, y - 12);
            stream.stroke();
            stream.moveTo(x + 34, y + 9);
            stream.curveTo(x + 24, y + 24, x + 6, y + 24, x, y + 12);
            stream.stroke();
            stroke(ACCENT, 7);
            stream.moveTo(x - 17, y - 7);
            stream.lineTo(x, y);
            stream.stroke();
            stroke(INK, 7);
            stream.moveTo(x, y);
            stream.lineTo(x + 17, y + 7);
            stream.stroke();
        }

        private float height(Line line) {
            return line.style() == Style.GAP ? 16 : lines(line).size() * size(line.style()) * leading(line.style());
        }

        private java.util.List<String> lines(Line line) {
            var text = line.style() == Style.OVERLINE ? spaced(line.text()) : line.text();
            return font(line.style()).lines(text, size(line.style()), ROOM);
        }

        private float put(Line line, float from) throws IOException {
            var y = from;
            if (line.style() == Style.GAP) {
                return y - 16;
            }
            for (var text : lines(line)) {
                y -= size(line.style()) * leading(line.style());
                centred(text, line.style(), y);
            }
            if (line.style() == Style.NAME) {
                stroke(ACCENT, 0.7f);
                stream.moveTo(WIDTH / 2 - 150, y - 17);
                stream.lineTo(WIDTH / 2 + 150, y - 17);
                stream.stroke();
                y -= 14;
            }
            return y;
        }

        private void centred(String text, Style style, float y) throws IOException {
            var font = font(style);
            var color = style == Style.OVERLINE ? ACCENT : style == Style.QUIET ? SOFT : INK;
            show(text, font, size(style), color, (WIDTH - font.width(text, size(style))) / 2, y);
        }

        private void foot(Poster poster) throws IOException {
            var y = MARGIN + 24 + poster.foot().size() * 11.5f;
            for (var line : poster.foot()) {
                y -= 11.5f;
                show(upright.shown(line), upright, 9, SOFT, MARGIN + 24, y);
            }
            var dots = SquareCode.dots(poster.link());
            var dot = CODE / dots.getWidth();
            stream.setNonStrokingColor(INK[0], INK[1], INK[2]);
            for (int column = 0; column < dots.getWidth(); column++) {
                for (int row = 0; row < dots.getHeight(); row++) {
                    if (dots.get(column, row)) {
                        stream.addRect(
                                WIDTH - MARGIN - 22 - CODE + column * dot,
                                MARGIN + 22 + CODE - (row + 1) * dot,
                                dot * 1.02f,
                                dot * 1.02f);
                    }
                }
            }
            stream.fill();
        }

        private void show(String text, PaperFont font, float size, float[] color, float x, float y) throws IOException {
            stream.beginText();
            stream.setFont(font.font(), size);
            stream.setNonStrokingColor(color[0], color[1], color[2]);
            stream.newLineAtOffset(x, y);
            stream.showText(text);
            stream.endText();
        }

        private void stroke(float[] color, float width) {
            try {
                stream.setStrokingColor(color[0], color[1], color[2]);
                stream.setLineWidth(width);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private PaperFont font(Style style) {
            return style == Style.QUIET ? italic : upright;
        }

        private static String spaced(String text) {
            return text.toUpperCase(java.util.Locale.ENGLISH)
                    .replaceAll("(?<=\\S)(?=\\S)", "\u200A\u200A")
                    .replace(" ", "  ");
        }

        private static float size(Style style) {
            return switch (style) {
                case OVERLINE -> 12;
                case NAME -> 46;
                case TEXT -> 18.5f;
                case QUIET -> 16;
                case GAP -> 0;
            };
        }

        private static float leading(Style style) {
            return style == Style.NAME ? 1.12f : 1.36f;
        }
    }
}
