package dev.baton.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * A sheet being written: header frozen and filterable. A text longer than a cell goes on in marked rows below it, which
 * repeat only the first column; a sheet that is full goes on in a further one.
 */
public final class WrittenSheet {

    private static final int LAST_ROW = SpreadsheetVersion.EXCEL2007.getLastRowIndex();
    private static final int CHARACTER_WIDTH = 256;
    private static final long LARGEST_EXACT = 1L << 53;

    private final SheetWriter writer;
    private final String name;
    private final List<SheetColumn> columns;
    private final int lastRow;

    private SXSSFSheet sheet;
    private int part = 1;
    private int next;
    private long rows;
    private long continued;

    WrittenSheet(SheetWriter writer, String name, List<SheetColumn> columns) {
        this(writer, name, columns, LAST_ROW);
    }

    WrittenSheet(SheetWriter writer, String name, List<SheetColumn> columns, int lastRow) {
        this.writer = writer;
        this.name = name;
        this.columns = columns;
        this.lastRow = lastRow;
        this.sheet = begin();
    }

    /** How many rows were handed over. */
    public long rows() {
        return rows;
    }

    /** How many further rows long texts needed. */
    public long continuedRows() {
        return continued;
    }

    /** Adds a row: texts, numbers, booleans, instants or nulls, one for each column. */
    public void row(List<? extends @Nullable Object> values) {
        var pieces = new ArrayList<List<String>>();
        int height = 1;
        for (var value : values) {
            var cell = isNative(value) || value == null ? List.<String>of() : ExactText.pieces(String.valueOf(value));
            pieces.add(cell);
            height = Math.max(height, cell.size());
        }
        for (int i = 0; i < height; i++) {
            var row = nextRow();
            for (int column = 0; column < values.size(); column++) {
                fill(row, column, values.get(column), pieces.get(column), i);
            }
        }
        rows++;
        continued += height - 1;
    }

    /** Lays the filter over the rows written so far; once for each sheet, when it is complete. */
    void finish() {
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, next - 1), 0, columns.size() - 1));
    }

    private void fill(Row row, int column, @Nullable Object value, List<String> pieces, int i) {
        var wrapped = column < columns.size() && columns.get(column).isText();
        var cell = row.createCell(column);
        var repeated = i > 0 && column == 0 && pieces.size() < 2;
        if (value instanceof Boolean truth && (i == 0 || repeated)) {
            cell.setCellValue(truth);
        } else if (isNative(value) && value instanceof Number number && (i == 0 || repeated)) {
            cell.setCellValue(number.doubleValue());
        } else if (i < pieces.size() || (repeated && !pieces.isEmpty())) {
            var text = pieces.get(i < pieces.size() ? i : 0);
            cell.setCellValue(text);
            cell.setCellStyle(writer.styles().forCell(wrapped, quoted(value, i, text), i > 0));
            return;
        }
        cell.setCellStyle(writer.styles().forCell(wrapped, false, i > 0));
    }

    private static boolean quoted(@Nullable Object value, int i, String piece) {
        return ExactText.looksLikeFormula(piece) || (i == 0 && ExactText.looksLikeFormula(String.valueOf(value)));
    }

    private Row nextRow() {
        if (next > lastRow) {
            finish();
            part++;
            sheet = begin();
        }
        return sheet.createRow(next++);
    }

    private SXSSFSheet begin() {
        var begun = writer.workbook().createSheet(writer.uniqueName(name, part));
        for (int i = 0; i < columns.size(); i++) {
            begun.setColumnWidth(i, columns.get(i).width() * CHARACTER_WIDTH);
        }
        begun.createFreezePane(0, 1);
        begun.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        begun.getPrintSetup().setLandscape(true);
        begun.getPrintSetup().setFitHeight((short) 0);
        begun.setFitToPage(true);
        var header = begun.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            var cell = header.createCell(i);
            cell.setCellValue(columns.get(i).heading());
            cell.setCellStyle(writer.styles().forHeader());
        }
        next = 1;
        return begun;
    }

    /** Whether Excel's own cell types hold the value without loss. */
    private static boolean isNative(@Nullable Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            return Math.abs(((Number) value).longValue()) <= LARGEST_EXACT;
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.precision() <= 15 && decimal.scale() >= 0;
        }
        return value instanceof Boolean;
    }
}
