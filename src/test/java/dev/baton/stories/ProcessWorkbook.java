package dev.baton.stories;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Process workbooks as a transfer lead would bring them. */
final class ProcessWorkbook {

    private static final List<Object> HEADER = List.of(
            "Step",
            "Unit operation",
            "Process step",
            "SOP",
            "Section",
            "Official instruction",
            "Equipment",
            "CPP",
            "Unit",
            "Low",
            "High",
            "CQA",
            "Critical",
            "Experts");
    private static final List<String> STEPS = List.of(
            "Candle eggs after incubation",
            "Chill eggs before opening",
            "Open the eggs and draw the fluid",
            "Pool the harvest");

    private ProcessWorkbook() {}

    /** A workbook of one unit operation with one step for each entry: the experts named on it. */
    static byte[] of(String... experts) {
        var rows = new ArrayList<List<Object>>();
        for (int i = 0; i < experts.length; i++) {
            rows.add(List.of(
                    "1." + (i + 1),
                    "Harvest",
                    STEPS.get(i),
                    "SOP-HAR-012",
                    "5." + (i + 3),
                    "Candle each egg. Remove eggs with dead or weak embryos before harvest.",
                    "Candling table CT-2",
                    "Room temperature",
                    "\u00b0C",
                    18.0,
                    24.0,
                    "Embryo viability",
                    i == 0 ? "Y" : "N",
                    experts[i]));
        }
        return written(rows);
    }

    /** A workbook with three faults: an unknown expert, words where a number belongs, low above high. */
    static byte[] withFaults() {
        return written(List.of(
                List.of(
                        "1.1", "Harvest", "Candle", "SOP-1", "1", "Candle.", "CT-2", "Heat", "C", 18.0, 24.0, "X", "Y",
                        "ghost"),
                List.of(
                        "1.2", "Harvest", "Chill", "SOP-1", "2", "Chill.", "CT-2", "Heat", "C", "cold", 8.0, "X", "N",
                        "expert1"),
                List.of(
                        "1.3", "Harvest", "Pool", "SOP-1", "3", "Pool.", "CT-2", "Heat", "C", 30.0, 8.0, "X", "N",
                        "expert2")));
    }

    /** The workbook as a file to choose in a browser. */
    static Path file(String name, byte[] workbook) {
        try {
            var folder = Files.createDirectories(Path.of("target", "stories"));
            return Files.write(folder.resolve(name), workbook).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(List<List<Object>> rows) {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("Process steps");
            var all = new ArrayList<>(List.of(HEADER));
            all.addAll(rows);
            for (int r = 0; r < all.size(); r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < all.get(r).size(); c++) {
                    if (all.get(r).get(c) instanceof Double number) {
                        row.createCell(c).setCellValue(number);
                    } else {
                        row.createCell(c).setCellValue(all.get(r).get(c).toString());
                    }
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
