package dev.baton.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Refusal.Fault;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.workbook.SheetReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepSheetTests {

    private static final List<Object> HEADINGS = List.of(
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

    private final List<Fault> faults = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void theSampleIsReadWhole() throws IOException {
        var sample = folder.resolve("sample.xlsx");
        try (var in = getClass().getResourceAsStream("/sample/laiv-process-steps.xlsx")) {
            Files.copy(java.util.Objects.requireNonNull(in), sample);
        }
        var steps = read(sample);
        assertThat(faults).isEmpty();
        assertThat(steps).hasSize(24);
        var first = steps.get(0);
        assertThat(first.number()).isEqualTo("1.1");
        assertThat(first.parameters())
                .containsExactly(new StepView.Parameter(
                        "Hold temperature", "°C", new BigDecimal("16"), new BigDecimal("20"), "Bioburden"));
        assertThat(first.experts()).containsExactly("expert1");
        assertThat(first.critical()).isFalse();
        assertThat(steps.get(2).experts()).containsExactly("expert1", "expert2");
    }

    @Test
    void columnsAreFoundInAnyOrderWhateverTheirCaseAndBlanks() throws IOException {
        var order = new ArrayList<>(HEADINGS);
        java.util.Collections.reverse(order);
        var row = new ArrayList<>(step("1.1", "Thaw"));
        java.util.Collections.reverse(row);
        order.replaceAll(heading -> " " + heading.toString().toUpperCase(java.util.Locale.ROOT) + " ");
        var steps = read(book(order, row));
        assertThat(faults).isEmpty();
        assertThat(steps.get(0).name()).isEqualTo("Thaw");
    }

    @Test
    void aFurtherRowAddsAParameterAndTextCanBeANumber() throws IOException {
        var further = new ArrayList<Object>(java.util.Collections.nCopies(14, null));
        further.set(0, "1.1");
        further.set(2, "Thaw");
        further.set(7, "Shaking");
        further.set(9, "-0.50");
        var steps = read(book(HEADINGS, step("1.1", "Thaw"), further));
        assertThat(faults).isEmpty();
        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).parameters())
                .extracting(StepView.Parameter::low)
                .containsExactly(new BigDecimal("16"), new BigDecimal("-0.50"));
    }

    @Test
    void everyFaultIsListedAtOnce() throws IOException {
        var words = step("1.1", "Thaw");
        words.set(9, "warm");
        words.set(10, "0,5");
        var again = step("1.1", "Warm");
        var swapped = step("1.2", "Dilute");
        swapped.set(9, 30.0);
        swapped.set(10, 20.5);
        swapped.set(12, "perhaps");
        swapped.set(13, "nobody, lead,expert1");
        var blank = step("1.3", "Fill");
        blank.set(1, null);
        blank.set(5, "  ");
        blank.set(13, null);
        var nameless = step("1.4", "Seal");
        nameless.set(7, null);
        read(book(HEADINGS, words, again, swapped, blank, nameless));
        assertThat(faults)
                .extracting(Fault::where, Fault::messageKey)
                .containsExactlyInAnyOrder(
                        tuple("J2", "not-a-number"),
                        tuple("K2", "not-a-number"),
                        tuple("C3", "another-name"),
                        tuple("H3", "parameter-twice"),
                        tuple("J4", "low-above-high"),
                        tuple("M4", "not-yes-or-no"),
                        tuple("N4", "person-unknown"),
                        tuple("N4", "person-without-role"),
                        tuple("B5", "cell-blank"),
                        tuple("F5", "cell-blank"),
                        tuple("N5", "cell-blank"),
                        tuple("H6", "parameter-missing"));
    }

    @Test
    void aMissingAndADoubledColumnAreNamed() throws IOException {
        var headings = new ArrayList<>(HEADINGS);
        headings.set(3, "Low");
        read(book(headings, step("1.1", "Thaw")));
        assertThat(faults)
                .extracting(Fault::where, Fault::messageKey)
                .contains(tuple("A1", "column-missing"), tuple("J1", "column-twice"));
    }

    @Test
    void anEmptySheetAndOneWithoutStepsAreNamed() throws IOException {
        read(book(List.of()));
        read(book(HEADINGS));
        assertThat(faults)
                .extracting(Fault::where, Fault::messageKey)
                .containsExactly(tuple("A1", "sheet-empty"), tuple("A2", "no-steps"));
    }

    @Test
    void textThatCannotBeKeptIsNamed() throws IOException {
        var row = step("1.1", "a".repeat(301));
        row.set(6, "bell _x0007_");
        read(book(HEADINGS, row));
        assertThat(faults)
                .extracting(Fault::where, Fault::messageKey)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Steps!C2", "text.too-long"),
                        org.assertj.core.groups.Tuple.tuple("Steps!G2", "text.control-character"));
    }

    private static org.assertj.core.groups.Tuple tuple(String cell, String key) {
        return org.assertj.core.groups.Tuple.tuple("Steps!" + cell, "transfer." + key);
    }

    private static List<Object> step(String number, String name) {
        return new ArrayList<>(Arrays.asList(
                number,
                "Seed",
                name,
                "SOP-1",
                "5.2",
                "Do it.",
                "WB-1",
                "Temperature",
                "°C",
                16.0,
                20.0,
                "Titre",
                "Y",
                "expert1"));
    }

    private List<ImportedStep> read(Path file) {
        var sheet = new StepSheet(StepSheetTests::person, faults);
        sheet.end(new SheetReader().read(file, sheet::take));
        return sheet.steps();
    }

    @SafeVarargs
    private Path book(List<Object>... rows) throws IOException {
        var file = folder.resolve("book.xlsx");
        try (var book = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("Steps");
            for (int r = 0; r < rows.length; r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < rows[r].size(); c++) {
                    var value = rows[r].get(c);
                    if (value instanceof Double number) {
                        row.createCell(c).setCellValue(number);
                    } else if (value != null) {
                        row.createCell(c).setCellValue(value.toString());
                    }
                }
            }
            book.write(out);
        }
        return file;
    }

    private static Optional<PersonView> person(String username) {
        var role = username.startsWith("expert") ? Role.EXPERT : Role.TRANSFER_LEAD;
        return username.startsWith("expert") || username.equals("lead")
                ? Optional.of(new PersonView(
                        username,
                        username,
                        "California",
                        ZoneId.of("UTC"),
                        Set.of(role),
                        true,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null))
                : Optional.empty();
    }
}
