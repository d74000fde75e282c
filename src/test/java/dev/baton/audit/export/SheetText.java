package dev.baton.audit.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;

/** Reads sheets of evidence back with POI. */
final class SheetText {

    private SheetText() {}

    /** The rows with the pieces of long texts put together. */
    static List<Map<String, String>> logicalRows(Sheet sheet) {
        var rows = new ArrayList<Map<String, String>>();
        var heading = sheet.getRow(0);
        String key = null;
        for (int r = 1; r <= sheet.getLastRowNum(); r++) {
            var first = text(sheet.getRow(r).getCell(0));
            var continued = sheet.getRow(r).getCell(1) == null && Objects.equals(first, key);
            if (!continued) {
                rows.add(new HashMap<>());
                key = first;
            }
            var row = rows.get(rows.size() - 1);
            for (int c = continued ? 1 : 0; c < heading.getLastCellNum(); c++) {
                var text = text(sheet.getRow(r).getCell(c));
                if (text != null) {
                    row.merge(heading.getCell(c).getStringCellValue(), text, String::concat);
                }
            }
        }
        return rows;
    }

    private static String text(Cell cell) {
        if (cell == null) {
            return null;
        }
        return cell.getCellType() == CellType.STRING
                ? cell.getStringCellValue()
                : cell.getCellType() == CellType.BOOLEAN
                        ? String.valueOf(cell.getBooleanCellValue())
                        : Double.toString(cell.getNumericCellValue());
    }
}
