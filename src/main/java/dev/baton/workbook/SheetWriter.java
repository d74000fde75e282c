package dev.baton.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes a styled workbook of any length: rows leave memory as they are written. Close it in every case, so that its
 * temporary files go.
 */
public final class SheetWriter implements AutoCloseable {

    private static final int ROWS_IN_MEMORY = 100;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true, false);
    private final SheetStyles styles = new SheetStyles(workbook);
    private final List<WrittenSheet> sheets = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /** A new sheet, to the right of those begun before; sheets may be filled in any order. */
    public WrittenSheet sheet(String name, List<SheetColumn> columns) {
        var sheet = new WrittenSheet(this, name, List.copyOf(columns));
        sheets.add(sheet);
        return sheet;
    }

    /** Writes the whole workbook out, once. */
    public void writeTo(OutputStream out) throws IOException {
        sheets.forEach(WrittenSheet::finish);
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    SXSSFWorkbook workbook() {
        return workbook;
    }

    SheetStyles styles() {
        return styles;
    }

    /** The name as Excel takes it, made unique in this workbook. */
    String uniqueName(String wanted, int part) {
        var suffix = part == 1 ? "" : " " + part;
        var safe = WorkbookUtil.createSafeSheetName(wanted);
        var room = 31 - suffix.length();
        var name = (safe.length() > room ? safe.substring(0, room) : safe) + suffix;
        return names.add(name.toLowerCase(Locale.ROOT)) ? name : uniqueName(wanted, part + 1);
    }
}
