package dev.baton.workbook;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;

/** The few looks that a cell of a written workbook can have. */
class SheetStyles {

    private static final byte[] HEADER = {(byte) 0x1F, (byte) 0x3A, (byte) 0x4D};
    private static final byte[] WHITE = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
    private static final byte[] GREY = {(byte) 0x5F, (byte) 0x67, (byte) 0x70};
    private static final short SMALL = 8;
    private static final byte[] CONTINUED = {(byte) 0xF2, (byte) 0xEB, (byte) 0xDC};

    private final Workbook workbook;
    private final CellStyle header;
    private final CellStyle date;
    private final CellStyle quiet;
    private final CellStyle[] cells = new CellStyle[8];

    SheetStyles(Workbook workbook) {
        this.workbook = workbook;
        this.header = header();
        this.date = cell(false, false, false);
        this.date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd hh:mm:ss.000"));
        this.quiet = cell(false, false, false);
        this.quiet.setFont(small());
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell((i & 1) != 0, (i & 2) != 0, (i & 4) != 0);
        }
    }

    CellStyle forHeader() {
        return header;
    }

    /** The look of a moment. */
    CellStyle forDate() {
        return date;
    }

    /** The look of what is for programs. */
    CellStyle forQuiet() {
        return quiet;
    }

    /**
     * The look of a cell.
     *
     * @param wrapped long text
     * @param quoted text that must not be taken for a formula
     * @param continued the rest of a text that did not fit into the cell above
     */
    CellStyle forCell(boolean wrapped, boolean quoted, boolean continued) {
        return cells[(wrapped ? 1 : 0) + (quoted ? 2 : 0) + (continued ? 4 : 0)];
    }

    private XSSFFont small() {
        var font = (XSSFFont) workbook.createFont();
        font.setFontHeightInPoints(SMALL);
        font.setColor(new XSSFColor(GREY));
        return font;
    }

    private CellStyle header() {
        var style = (XSSFCellStyle) workbook.createCellStyle();
        var font = (XSSFFont) workbook.createFont();
        font.setBold(true);
        font.setColor(new XSSFColor(WHITE));
        style.setFont(font);
        style.setFillForegroundColor(new XSSFColor(HEADER));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        return style;
    }

    private CellStyle cell(boolean wrapped, boolean quoted, boolean continued) {
        var style = (XSSFCellStyle) workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setBorderBottom(BorderStyle.HAIR);
        style.setWrapText(wrapped);
        style.setQuotePrefixed(quoted);
        if (continued) {
            style.setFillForegroundColor(new XSSFColor(CONTINUED));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }
}
