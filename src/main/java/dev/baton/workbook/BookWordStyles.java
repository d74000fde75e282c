package dev.baton.workbook;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The styles of a book in Word: its face, and headings that Word's own contents and navigation find. */
final class BookWordStyles {

    static final String CHAPTER = "Heading1";
    static final String SECTION = "Heading2";
    static final String INK = "1E2329";
    static final String ACCENT = "0B5A60";
    static final String SOFT = "59616B";

    private static final String FONT = "EB Garamond";

    private BookWordStyles() {}

    static void add(XWPFDocument document) {
        var styles = document.createStyles();
        var fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        styles.setDefaultFonts(fonts);
        styles.addStyle(heading(CHAPTER, "heading 1", 0, 42, INK, true));
        styles.addStyle(heading(SECTION, "heading 2", 1, 29, ACCENT, false));
    }

    private static XWPFStyle heading(String id, String name, int level, int halfPoints, String color, boolean newPage) {
        var style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        style.addNewUnhideWhenUsed();
        style.addNewUiPriority().setVal(BigInteger.valueOf(9));
        var paragraph = style.addNewPPr();
        paragraph.addNewKeepNext();
        if (newPage) {
            paragraph.addNewPageBreakBefore();
        }
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(newPage ? 500 : 320));
        spacing.setAfter(BigInteger.valueOf(newPage ? 320 : 60));
        paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level));
        face(style.addNewRPr(), halfPoints, color);
        return new XWPFStyle(style);
    }

    private static void face(CTRPr run, int halfPoints, String color) {
        var fonts = run.addNewRFonts();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        run.addNewColor().setVal(color);
        run.addNewSz().setVal(BigInteger.valueOf(halfPoints));
    }
}
