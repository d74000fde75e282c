package dev.baton.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * A sheet being streamed: header frozen and filterable. A text longer than a cell goes on in marked rows below it, which
 * repeat only the first column; a sheet that is full goes on in a further one.
 */
public final class SheetStream {

    static final int LAST_ROW = SpreadsheetVersion.EXCEL2007.getLastRowIndex();

    private final WorkbookStream workbook;
    private final String name;
    private final List<SheetColumn> columns;
    private final int lastRow;
    private final boolean first;
    private final SheetXml xml;

    private XSSFSheet sheet;
    private SheetDigest digest;
    private int part = 1;
    private int next;
    private long rows;
    private long continued;
    private @Nullable SheetPicture picture;

    SheetStream(WorkbookStream workbook, String name, List<SheetColumn> columns, int lastRow, boolean first) {
        this.workbook = workbook;
        this.name = name;
        this.columns = columns;
        this.lastRow = lastRow;
        this.first = first;
        this.xml = new SheetXml(workbook.frames().styles(), columns, workbook.checked());
        this.digest = new SheetDigest();
        this.sheet = begin();
    }

    /** The name of the part of the sheet being written. */
    public String name() {
        return sheet.getSheetName();
    }

    /** How many rows were handed over. */
    public long rows() {
        return rows;
    }

    /** How many further rows long texts needed. */
    public long continuedRows() {
        return continued;
    }

    /**
     * Adds a row: texts, whole numbers, truth values, instants (which become cells with a date and a time in UTC) or
     * nulls, one for each column; anything else as its text. An empty text is no cell.
     *
     * @return how many rows it took
     */
    public int row(List<? extends @Nullable Object> values) {
        int height = xml.take(values);
        if (next + height - 1 > lastRow && next > 1) {
            end();
            part++;
            digest = new SheetDigest();
            sheet = begin();
        }
        for (int i = 0; i < height; i++) {
            xml.row(next, i);
            write(xml);
        }
        rows++;
        continued += height - 1;
        return height;
    }

    /** Puts a picture below the last row, once the sheet ends. */
    public void picture(SheetPicture below) {
        picture = below;
    }

    void end() {
        try {
            if (picture != null) {
                PictureShapes.draw(sheet, picture, next + 1);
                picture = null;
            }
            var foot = WorkbookStream.bytes(workbook.frames().foot(sheet, next, columns.size()));
            workbook.zip().write(foot);
            workbook.zip().closeEntry();
            if (workbook.checked()) {
                digest.part(foot, foot.length);
                workbook.sealed(digest.seal(sheet.getSheetName(), next, SheetFrames.partName(sheet)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private XSSFSheet begin() {
        try {
            var begun = workbook.begin(name, part, columns, first && part == 1);
            workbook.zip().putNextEntry(new ZipEntry(SheetFrames.partName(begun)));
            var head = WorkbookStream.bytes(workbook.frames().head(begun));
            workbook.zip().write(head);
            digest.part(head, head.length);
            sheet = begun;
            next = 0;
            heading();
            return begun;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void heading() {
        var heading = new SheetXml(workbook.frames().styles(), columns, workbook.checked());
        heading.heading();
        write(heading);
    }

    private void write(SheetXml written) {
        try {
            written.xml().writeTo(workbook.zip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (workbook.checked()) {
            digest.row(written);
        }
        next++;
    }
}
