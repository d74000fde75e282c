package dev.baton.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceWorkbookTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyCellReadBackEqualsWhatWentIn(long seed) throws IOException {
        var file = folder.resolve("export.xlsx");
        var written = SampleExport.write(file, seed, 120, seed % 3 == 0, seed % 2 == 0);
        try (var workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            var rows = logicalRows(workbook.getSheet("Audit trail"));
            assertThat(rows).hasSize(written.entries().size());
            for (int i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                var entry = written.entries().get(i);
                assertThat(row.get("No.")).isEqualTo(Double.toString(entry.no()));
                assertThat(row.get("At (UTC)")).isEqualTo(Micros.text(entry.at()));
                assertThat(row.get("Person")).isEqualTo(entry.person());
                assertThat(row.get("Role")).isEqualTo(orNull(entry.role()));
                assertThat(row.get("Record")).isEqualTo(entry.shownRecord());
                assertThat(row.get("Field")).isEqualTo(entry.shownField());
                assertThat(row.get("Old value")).isEqualTo(orNull(entry.shownOld()));
                assertThat(row.get("New value")).isEqualTo(orNull(entry.shownNew()));
                assertThat(row.get("Reason")).isEqualTo(entry.reason());
                assertThat(row.get("Address")).isEqualTo(entry.address());
            }
            var items = logicalRows(workbook.getSheet("Items"));
            for (int i = 0; i < items.size(); i++) {
                var content = written.items().get(i).get(4);
                assertThat(items.get(i).get("Content")).isEqualTo(content);
                assertThat(items.get(i).get("Content hash")).isEqualTo(Hashes.of(String.valueOf(content)));
            }
        }
    }

    @Test
    void theProofIsTheLastSheetAndNothingWaitsAfterwards() throws IOException {
        var file = folder.resolve("export.xlsx");
        SampleExport.write(file, 5, 10, false, true);
        try (var workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            var names = new ArrayList<String>();
            workbook.sheetIterator().forEachRemaining(sheet -> names.add(sheet.getSheetName()));
            assertThat(names).containsExactly("Overview", "Signatures", "Audit trail", "Items", "Proof");
            assertThat(workbook.getActiveSheetIndex()).isZero();
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** The rows with the pieces of long texts put together. */
    private static List<Map<String, String>> logicalRows(Sheet sheet) {
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
