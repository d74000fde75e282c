package dev.baton.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetReaderTests {

    @TempDir
    Path folder;

    @Test
    void cellsComeWithTheirAddressAndExactValue() throws IOException {
        var rows = read(workbook(book -> {
            book.createSheet("Empty");
            var sheet = book.createSheet("Process steps");
            var row = sheet.createRow(6);
            row.createCell(1).setCellValue(0.09);
            row.createCell(2).setCellValue(16.0);
            row.createCell(3).setCellValue(0.1 + 0.2);
            row.createCell(4).setCellValue(" exact ");
            row.createCell(5).setCellValue(true);
            row.createCell(6).setCellValue(120_000_000.0);
            var date = row.createCell(7);
            var style = book.createCellStyle();
            style.setDataFormat((short) 14);
            date.setCellStyle(style);
            date.setCellValue(java.time.LocalDate.of(2026, 9, 30));
        }));
        assertThat(rows).hasSize(1);
        var cells = rows.get(0).cells();
        assertThat(cells.get(0).address()).isEqualTo("Process steps!B7");
        assertThat(cells.get(0).number()).isEqualTo(new BigDecimal("0.09"));
        assertThat(cells.stream().map(SheetCell::text))
                .containsExactly("0.09", "16", "0.3", " exact ", "TRUE", "120000000", "2026-09-30");
    }

    @Test
    void aNumberBeyondReasonIsText() throws IOException {
        var rows = read(workbook(
                book -> book.createSheet("S").createRow(0).createCell(0).setCellValue(1e300)));
        assertThat(rows.get(0).cells().get(0).number()).isNull();
    }

    @Test
    void noWorkbookIsRefused() throws IOException {
        refused(file("not a zip at all".getBytes(StandardCharsets.UTF_8)), "workbook.not-xlsx");
        refused(file(new byte[0]), "workbook.empty-file");
        refused(file(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}), "workbook.not-xlsx");
        refused(zip("word/document.xml", "<w/>".getBytes(StandardCharsets.UTF_8)), "workbook.not-xlsx");
        var whole = Files.readAllBytes(
                workbook(book -> book.createSheet("S").createRow(0).createCell(0)));
        refused(file(java.util.Arrays.copyOf(whole, whole.length / 2)), "workbook.not-xlsx");
    }

    @Test
    void aFileTooLargeIsRefused() throws IOException {
        var file = folder.resolve("large.xlsx");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(50L * 1024 * 1024);
        }
        refused(file, "workbook.too-large");
    }

    @Test
    void aZipBombIsRefused() throws IOException {
        var bomb = changed("xl/worksheets/sheet1.xml", out -> {
            out.write("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
                    .getBytes(StandardCharsets.UTF_8));
            var zeros = new byte[1024 * 1024];
            java.util.Arrays.fill(zeros, (byte) '0');
            for (int i = 0; i < 300; i++) {
                out.write(zeros);
            }
        });
        refused(bomb, "workbook.bomb");
    }

    @Test
    void aDocumentTypeIsRefused() throws IOException {
        var xxe = changed(
                "xl/worksheets/sheet1.xml",
                out -> out.write(("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c>"
                                + "</row></sheetData></worksheet>")
                        .getBytes(StandardCharsets.UTF_8)));
        refused(xxe, "workbook.not-xlsx");
    }

    @Test
    void entitiesThatGrowAreRefused() throws IOException {
        var laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 20; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1, i - 1));
        }
        laughs.append("]><sst><si><t>&a19;</t></si></sst>");
        var file = changed(
                "xl/sharedStrings.xml", out -> out.write(laughs.toString().getBytes(StandardCharsets.UTF_8)));
        refused(file, "workbook.not-xlsx");
    }

    private void refused(Path file, String key) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(WorkbookRefused.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo(key));
    }

    private static List<SheetRow> read(Path file) {
        var rows = new ArrayList<SheetRow>();
        new SheetReader().read(file, rows::add);
        return rows;
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("file.xlsx"), content);
    }

    private Path workbook(Consumer<XSSFWorkbook> filling) throws IOException {
        var file = folder.resolve("book.xlsx");
        try (var book = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            filling.accept(book);
            book.write(out);
        }
        return file;
    }

    private Path zip(String entry, byte[] content) throws IOException {
        var file = folder.resolve("zip.xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(content);
        }
        return file;
    }

    /** A workbook one part of which was replaced. */
    private Path changed(String part, PartWriter writer) throws IOException {
        var original = workbook(
                book -> book.createSheet("S").createRow(0).createCell(0).setCellValue("text"));
        var file = folder.resolve("changed.xlsx");
        try (var in = new ZipInputStream(Files.newInputStream(original));
                var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(part)) {
                    writer.write(out);
                } else {
                    in.transferTo(out);
                }
            }
        }
        return file;
    }

    private interface PartWriter {
        void write(OutputStream out) throws IOException;
    }
}
