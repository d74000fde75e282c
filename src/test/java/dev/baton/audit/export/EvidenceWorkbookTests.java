package dev.baton.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
            var rows = SheetText.logicalRows(workbook.getSheet("Audit trail"));
            assertThat(rows).hasSize(written.entries().size());
            for (int i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                var sealed = written.entries().get(i);
                var entry = sealed.entry();
                assertThat(row.get("No.")).isEqualTo(Double.toString(entry.no()));
                assertThat(row.get("At (UTC)")).isEqualTo(dev.baton.audit.ledger.Leaf.moment(entry.at()));
                assertThat(row.get("Person")).isEqualTo(entry.person());
                assertThat(row.get("Role")).isEqualTo(orNull(entry.role()));
                assertThat(row.get("Record")).isEqualTo(entry.record());
                assertThat(row.get("Record type")).isEqualTo(entry.recordType());
                assertThat(row.get("Record id")).isEqualTo(entry.recordId());
                assertThat(row.get("Field")).isEqualTo(entry.field());
                assertThat(row.get("Unit")).isEqualTo(entry.unit());
                assertThat(row.get("Old value")).isEqualTo(orNull(sealed.shownOld()));
                assertThat(row.get("New value")).isEqualTo(orNull(sealed.shownNew()));
                assertThat(row.get("Reason")).isEqualTo(entry.reason());
                assertThat(row.get("Address")).isEqualTo(entry.address());
            }
            var items = SheetText.logicalRows(workbook.getSheet("Items"));
            for (int i = 0; i < items.size(); i++) {
                var content = written.items().get(i).get(4);
                assertThat(items.get(i).get("Content")).isEqualTo(content);
                assertThat(items.get(i).get("Content hash"))
                        .isEqualTo(dev.baton.audit.ledger.Sha256.hexOf(String.valueOf(content)));
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
}
