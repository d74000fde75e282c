package dev.baton.workbook;

import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellReference;

/**
 * One row of a sheet.
 *
 * @param sheet name of the sheet
 * @param number the row as Excel counts it, from 1
 * @param cells the filled cells, by column
 */
public record SheetRow(String sheet, int number, List<SheetCell> cells) {

    /** The cell in this column, counted from 0, unless it is missing or blank. */
    public Optional<SheetCell> cell(int column) {
        return cells.stream()
                .filter(cell -> cell.column() == column && !cell.isBlank())
                .findFirst();
    }

    /** Whether no cell says anything. */
    public boolean isBlank() {
        return cells.stream().allMatch(SheetCell::isBlank);
    }

    /** Where a cell of this row stands, such as {@code Sheet!B7}, whether or not it is filled. */
    public String where(int column) {
        return where(sheet, column, number);
    }

    static String where(String sheet, int column, int row) {
        return sheet + "!" + CellReference.convertNumToColString(column) + row;
    }
}
