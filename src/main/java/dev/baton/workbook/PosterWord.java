package dev.baton.workbook;

import dev.baton.workbook.Poster.Line;
import dev.baton.workbook.Poster.Style;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageBorderOffset;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** Writes a poster as a Word document, A4 across, which its owner may put their own frame around. */
public final class PosterWord {

    private static final int A4_LONG = 16_838;
    private static final int A4_SHORT = 11_906;
    private static final int MARGIN = 1_000;
    private static final String FONT = "Garamond";
    private static final String INK = "1E2329";
    private static final String ACCENT = "0B5A60";
    private static final String SOFT = "59616B";

    private PosterWord() {}

    /** Writes it. */
    public static void write(Poster poster, Instant created, OutputStream out) throws IOException {
        try (var document = new XWPFDocument()) {
            var properties = document.getProperties().getCoreProperties();
            properties.setTitle(poster.title());
            properties.setCreator("Baton");
            properties.setCreated(Optional.of(Date.from(created)));
            page(document);
            poster.lines().forEach(line -> line(document, line));
            foot(document, poster);
            document.write(out);
        }
    }

    private static void page(XWPFDocument document) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setOrient(STPageOrientation.LANDSCAPE);
        size.setW(BigInteger.valueOf(A4_LONG));
        size.setH(BigInteger.valueOf(A4_SHORT));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(MARGIN + 500));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setLeft(BigInteger.valueOf(MARGIN + 600));
        margins.setRight(BigInteger.valueOf(MARGIN + 600));
        var borders = section.addNewPgBorders();
        borders.setOffsetFrom(STPageBorderOffset.PAGE);
        border(borders.addNewTop());
        border(borders.addNewLeft());
        border(borders.addNewBottom());
        border(borders.addNewRight());
    }

    private static void border(CTBorder border) {
        border.setVal(STBorder.THIN_THICK_SMALL_GAP);
        border.setColor(ACCENT);
        border.setSz(BigInteger.valueOf(18));
        border.setSpace(BigInteger.valueOf(24));
    }

    private static void line(XWPFDocument document, Line line) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(line.style() == Style.NAME ? 0 : 60);
        paragraph.setSpacingBefore(line.style() == Style.OVERLINE ? 500 : 0);
        var run = paragraph.createRun();
        run.setFontFamily(FONT);
        switch (line.style()) {
            case OVERLINE -> {
                run.setFontSize(12);
                run.setColor(ACCENT);
                run.setCapitalized(true);
                run.setCharacterSpacing(60);
            }
            case NAME -> {
                run.setFontSize(38);
                run.setColor(INK);
            }
            case TEXT -> {
                run.setFontSize(16);
                run.setColor(INK);
            }
            case QUIET -> {
                run.setFontSize(14);
                run.setItalic(true);
                run.setColor(SOFT);
            }
            case GAP -> run.setFontSize(10);
        }
        text(run, line.text());
        if (line.style() == Style.NAME) {
            rule(document);
        }
    }

    /** A short line under the name; a paragraph of its own, so that it makes no long name break. */
    private static void rule(XWPFDocument document) {
        var rule = document.createParagraph();
        rule.setIndentationLeft(4_200);
        rule.setIndentationRight(4_200);
        rule.setSpacingAfter(200);
        rule.createRun().setFontSize(4);
        var line = rule.getCTP().getPPr().addNewPBdr().addNewBottom();
        line.setVal(STBorder.SINGLE);
        line.setColor(ACCENT);
        line.setSz(BigInteger.valueOf(6));
    }

    private static void text(org.apache.poi.xwpf.usermodel.XWPFRun run, String text) {
        var parts = text.split("\n", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(parts[i], i);
        }
    }

    private static void foot(XWPFDocument document, Poster poster) throws IOException {
        var code = document.createParagraph();
        code.setAlignment(ParagraphAlignment.CENTER);
        code.setSpacingBefore(560);
        picture(code, poster.link());
        for (var line : poster.foot()) {
            var paragraph = document.createParagraph();
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            paragraph.setSpacingAfter(0);
            paragraph.setSpacingBefore(line.equals(poster.foot().get(0)) ? 80 : 0);
            var run = paragraph.createRun();
            run.setFontFamily(FONT);
            run.setFontSize(9);
            run.setColor(SOFT);
            run.setText(line);
        }
    }

    private static void picture(XWPFParagraph paragraph, String link) throws IOException {
        try (var png = new ByteArrayInputStream(SquareCode.picture(link))) {
            paragraph.createRun().addPicture(png, PictureType.PNG, "code.png", Units.toEMU(58), Units.toEMU(58));
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }
}
