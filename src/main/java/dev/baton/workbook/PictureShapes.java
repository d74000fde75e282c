package dev.baton.workbook;

import dev.baton.workbook.SheetPicture.Box;
import dev.baton.workbook.SheetPicture.Line;
import dev.baton.workbook.SheetPicture.Words;
import java.util.HexFormat;
import org.apache.poi.ss.usermodel.ClientAnchor.AnchorType;
import org.apache.poi.ss.usermodel.ShapeTypes;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.TextHorizontalOverflow;
import org.apache.poi.xssf.usermodel.TextVerticalOverflow;
import org.apache.poi.xssf.usermodel.XSSFChildAnchor;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFShapeGroup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTextRun;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.main.CTLineProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.STLineEndType;

/** Puts a picture onto a sheet, as one group of shapes. */
final class PictureShapes {

    /** Height of a row that nobody has set, in pixels. */
    private static final int ROW = 20;

    private static final double POINTS_OF_A_PIXEL = 0.75;
    private static final double INSET = 6;

    private final SheetPicture picture;
    private final XSSFShapeGroup group;

    private PictureShapes(XSSFSheet sheet, SheetPicture picture, int row) {
        this.picture = picture;
        this.group = sheet.createDrawingPatriarch().createGroup(anchor(sheet, picture, row));
        group.setCoordinates(0, 0, emu(picture.width()), emu(picture.height()));
        var named = group.getCTGroupShape().getNvGrpSpPr().getCNvPr();
        named.setName(picture.label());
        named.setDescr(picture.label());
    }

    /** Draws it with its upper left corner at the beginning of that row, counted from 0. */
    static void draw(XSSFSheet sheet, SheetPicture picture, int row) {
        var shapes = new PictureShapes(sheet, picture, row);
        shapes.picture.lines().forEach(shapes::line);
        shapes.picture.boxes().forEach(shapes::box);
    }

    private static XSSFClientAnchor anchor(XSSFSheet sheet, SheetPicture picture, int row) {
        int column = 0;
        double left = picture.width();
        while (left > sheet.getColumnWidthInPixels(column)) {
            left -= sheet.getColumnWidthInPixels(column++);
        }
        int rows = (int) (picture.height() / ROW);
        var anchor =
                new XSSFClientAnchor(0, 0, emu(left), emu(picture.height() - rows * ROW), 0, row, column, row + rows);
        anchor.setAnchorType(AnchorType.DONT_MOVE_AND_RESIZE);
        return anchor;
    }

    private void line(Line line) {
        var anchor = corners(
                Math.min(line.fromX(), line.toX()),
                Math.min(line.fromY(), line.toY()),
                Math.max(line.fromX(), line.toX()),
                Math.max(line.fromY(), line.toY()));
        var shape = group.createConnector(anchor);
        shape.setShapeType(ShapeTypes.LINE);
        var form = shape.getCTConnector().getSpPr().getXfrm();
        form.setFlipH(line.toX() < line.fromX());
        form.setFlipV(line.toY() < line.fromY());
        var drawn = lineOf(shape.getCTConnector().getSpPr().addNewLn(), line.colour(), 1.25);
        if (line.arrow()) {
            drawn.addNewTailEnd().setType(STLineEndType.TRIANGLE);
        }
    }

    private void box(Box box) {
        var shape = group.createSimpleShape(corners(box.x(), box.y(), box.x() + box.width(), box.y() + box.height()));
        shape.setShapeType(box.round() ? ShapeTypes.ROUND_RECT : ShapeTypes.RECT);
        var named = shape.getCTShape().getNvSpPr().getCNvPr();
        named.setName(box.name());
        named.setDescr(box.name());
        var form = shape.getCTShape().getSpPr();
        if (box.round()) {
            var rounded = form.getPrstGeom().getAvLst().addNewGd();
            rounded.setName("adj");
            rounded.setFmla("val 4000");
        }
        if (box.fill() == null) {
            form.addNewNoFill();
        } else {
            form.addNewSolidFill().addNewSrgbClr().setVal(rgb(box.fill()));
        }
        lineOf(form.addNewLn(), box.line(), box.weight());
        shape.setTextHorizontalOverflow(TextHorizontalOverflow.OVERFLOW);
        shape.setTextVerticalOverflow(TextVerticalOverflow.OVERFLOW);
        shape.setWordWrap(false);
        shape.setLeftInset(INSET);
        shape.setTopInset(INSET / 2);
        shape.setRightInset(0);
        shape.setBottomInset(0);
        shape.clearText();
        for (var words : box.words()) {
            words(shape.addNewTextParagraph().addNewTextRun(), words);
        }
    }

    private static void words(XSSFTextRun run, Words words) {
        run.setText(words.text());
        run.setFont(XSSFFont.DEFAULT_FONT_NAME);
        run.setFontSize(words.size() * POINTS_OF_A_PIXEL);
        run.setBold(words.bold());
        run.setFontColor(rgb(words.colour()));
    }

    private static CTLineProperties lineOf(CTLineProperties line, @Nullable String colour, double weight) {
        if (colour == null) {
            line.addNewNoFill();
        } else {
            line.setW(emu(weight));
            line.addNewSolidFill().addNewSrgbClr().setVal(rgb(colour));
        }
        return line;
    }

    /** Of the upper left and the lower right corner, though POI calls the latter's place a size. */
    private static XSSFChildAnchor corners(double left, double top, double right, double bottom) {
        return new XSSFChildAnchor(emu(left), emu(top), emu(right), emu(bottom));
    }

    private static byte[] rgb(String colour) {
        return HexFormat.of().parseHex(colour);
    }

    private static int emu(double pixels) {
        return (int) Math.round(pixels * Units.EMU_PER_PIXEL);
    }
}
