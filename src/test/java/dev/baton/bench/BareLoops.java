package dev.baton.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.dhatim.fastexcel.Workbook;

/** The same cells written by others, from memory, in the shortest way. */
final class BareLoops {

    private final List<Object[]> cells;
    private final int rows;

    BareLoops(List<Object[]> cells, int rows) {
        this.cells = cells;
        this.rows = rows;
    }

    void sxssf(Path file) throws IOException {
        try (var workbook = new SXSSFWorkbook(100);
                var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            var sheet = workbook.createSheet("Audit trail");
            for (int r = 0; r < rows; r++) {
                var row = sheet.createRow(r);
                var values = cells.get(r % cells.size());
                for (int c = 0; c < values.length; c++) {
                    if (values[c] instanceof Number number) {
                        row.createCell(c).setCellValue(number.doubleValue());
                    } else if (values[c] != null) {
                        row.createCell(c).setCellValue((String) values[c]);
                    }
                }
            }
            workbook.write(out);
        }
    }

    void fastexcel(Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var workbook = new Workbook(out, "bench", "1.0")) {
            var sheet = workbook.newWorksheet("Audit trail");
            for (int r = 0; r < rows; r++) {
                var values = cells.get(r % cells.size());
                for (int c = 0; c < values.length; c++) {
                    if (values[c] instanceof Number number) {
                        sheet.value(r, c, number);
                    } else if (values[c] != null) {
                        sheet.inlineString(r, c, (String) values[c]);
                    }
                }
                if (r % 1_000 == 999) {
                    sheet.flush();
                }
            }
            sheet.finish();
        }
    }
}
