package dev.baton.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetStreamTests {

    private static final List<SheetColumn> COLUMNS = List.of(SheetColumn.of("No."), SheetColumn.text("Text"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "",
                " spaces kept  ",
                "two\nlines\twith tab",
                "windows\r\nlines",
                "\rfirst",
                "\tfirst",
                "bell \u0007 nul \u0000 escape \u001b",
                "noncharacter \uFFFE",
                "half \uD83D pair",
                "_x0007_",
                "_x005F_x0007_",
                "__x0041__x0041_",
                "_x00g1_",
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "<b>&amp;</b>",
                "e\u0301 \u00e9 \u202Eabc \u200B",
                "emoji 👩‍🔬"
            })
    void textComesBackExactly(String text) throws IOException {
        assertThat(written(text)).isEqualTo(text);
    }

    @Test
    void textLikeAFormulaIsMarkedAsText() throws IOException {
        for (var text : List.of("=1+1", "+1", "-1", "@a", "\tx", "\rx")) {
            read(write(List.of(Arrays.asList(1L, text))), sheet -> {
                assertThat(sheet.getRow(1).getCell(1).getCellStyle().getQuotePrefixed())
                        .isTrue();
            });
        }
        read(write(List.of(Arrays.asList(1L, "1+1"))), sheet -> assertThat(
                        sheet.getRow(1).getCell(1).getCellStyle().getQuotePrefixed())
                .isFalse());
    }

    @Test
    void longTextGoesOnInMarkedRows() throws IOException {
        var random = new java.util.Random(7);
        var text = random.ints(60_000, 0, 2_000)
                .mapToObj(code -> code < 40 ? "é\u0007_x0041_👩" : Character.toString(code))
                .collect(java.util.stream.Collectors.joining());
        read(write(List.of(Arrays.asList(7L, text), Arrays.asList(8L, "next"))), sheet -> {
            var whole = new StringBuilder();
            int row = 1;
            while (sheet.getRow(row).getCell(0).getNumericCellValue() == 7) {
                whole.append(sheet.getRow(row).getCell(1).getStringCellValue());
                row++;
            }
            assertThat(row).isGreaterThan(2);
            assertThat(whole.toString()).isEqualTo(text);
            assertThat(sheet.getRow(2).getCell(1).getCellStyle().getFillForegroundColorColor())
                    .isNotNull();
            assertThat(sheet.getRow(row).getCell(1).getStringCellValue()).isEqualTo("next");
        });
    }

    @Test
    void theLimitItselfFitsIntoOneCell() throws IOException {
        read(write(List.of(Arrays.asList(1L, "a".repeat(32_767)))), sheet -> assertThat(sheet.getLastRowNum())
                .isEqualTo(1));
        read(write(List.of(Arrays.asList(1L, "a".repeat(32_768)))), sheet -> assertThat(sheet.getLastRowNum())
                .isEqualTo(2));
    }

    @Test
    void numbersTruthsAndNothing() throws IOException {
        var file = write(
                List.of(Arrays.asList(true, new BigDecimal("0.09")), Arrays.asList(9_007_199_254_740_993L, null)));
        read(file, sheet -> {
            assertThat(sheet.getRow(1).getCell(0).getBooleanCellValue()).isTrue();
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("0.09");
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("9007199254740993");
            assertThat(sheet.getRow(2).getCell(1)).isNull();
        });
    }

    @Test
    void headerIsFrozenAndFilterable() throws IOException {
        read(write(List.of(Arrays.asList(1L, "a"), Arrays.asList(2L, "b"))), sheet -> {
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:B3");
            assertThat(sheet.getColumnWidth(1)).isEqualTo(60 * 256);
        });
    }

    private String written(String text) throws IOException {
        var found = new ArrayList<String>();
        read(write(List.of(Arrays.asList(1L, text))), sheet -> {
            var cell = sheet.getRow(1).getCell(1);
            found.add(cell == null ? "" : cell.getStringCellValue());
        });
        return found.get(0);
    }

    private Path write(List<? extends List<?>> rows) throws IOException {
        var file = folder.resolve("written.xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = new WorkbookStream(out, "sheet")) {
            var sheet = workbook.sheet("Sheet", COLUMNS);
            rows.forEach(sheet::row);
            workbook.finish();
        }
        return file;
    }

    private static void read(Path file, java.util.function.Consumer<XSSFSheet> reader) throws IOException {
        try (var workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            reader.accept((XSSFSheet) workbook.getSheetAt(0));
        }
    }
}
