package dev.baton.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.audit.export.SampleExport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * LibreOffice opens an export and saves what it has read: every sheet and every cell is there as it was written, but for
 * carriage returns, which LibreOffice drops from any file, and for texts that look like an escaped character, which it
 * reads rightly and saves without escaping them again. Needs {@code soffice} on the path and says so where there is none.
 */
class LibreOfficeIT {

    @TempDir
    Path folder;

    @BeforeEach
    void isInstalled() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "soffice"))),
                "soffice is not on the path: nobody looked whether LibreOffice opens an export");
    }

    @Test
    void everyCellIsReadAsItWasWritten() throws Exception {
        var export = folder.resolve("export.xlsx");
        SampleExport.write(export, 20_261_129L, 300, true, true);

        var written = cells(export);
        var read = cells(opened(export));

        assertThat(read).hasSameSizeAs(written);
        for (int i = 0; i < written.size(); i++) {
            assertThat(read.get(i)).isEqualTo(written.get(i));
        }
    }

    /** What LibreOffice saves after it has opened that file. */
    private Path opened(Path export) throws IOException, InterruptedException {
        var saved = Files.createDirectory(folder.resolve("saved"));
        var log = folder.resolve("soffice.log");
        var office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx",
                        "--outdir",
                        saved.toString(),
                        export.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(office.waitFor(3, TimeUnit.MINUTES)).isTrue();
        var file = saved.resolve("export.xlsx");
        assertThat(file).as(Files.readString(log)).exists();
        return file;
    }

    private static List<String> cells(Path file) throws IOException {
        var cells = new ArrayList<String>();
        try (var workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() != CellType.BLANK) {
                    cells.add(sheet.getSheetName() + "!" + cell.getAddress() + " " + text(cell));
                }
            })));
        }
        return cells;
    }

    private static String text(Cell cell) {
        return cell.getCellType() == CellType.NUMERIC
                ? "n" + Math.round(cell.getNumericCellValue() * 1e8)
                : "s" + cell.getStringCellValue().replace("\r", "").replaceAll("_?x[0-9A-Fa-f]{4}_", "");
    }
}
