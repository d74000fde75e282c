package dev.baton.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFShapeGroup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSimpleShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookStreamTests {

    private static final List<SheetColumn> COLUMNS = List.of(SheetColumn.of("No."), SheetColumn.text("Text"));

    @TempDir
    Path folder;

    @Test
    void aFullSheetGoesOnInTheNextAndARowIsNeverTornApart() throws IOException {
        var file = folder.resolve("full.xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = WorkbookStream.checked(out, "full")) {
            var sheet = workbook.sheet("Trail", COLUMNS, 3, false);
            sheet.row(Arrays.asList(1L, "one"));
            sheet.row(Arrays.asList(2L, "two"));
            sheet.row(Arrays.asList(3L, "x".repeat(40_000)));
            sheet.row(Arrays.asList(4L, "four"));
            sheet.row(Arrays.asList(5L, "five"));
            workbook.finish();
            assertThat(workbook.seals()).extracting(SheetSeal::rows).containsExactly(3, 4, 2);
        }
        try (var workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            var second = workbook.getSheet("Trail 2");
            assertThat(second.getRow(2).getCell(0).getNumericCellValue()).isEqualTo(3);
            assertThat(second.getRow(1).getCell(1).getStringCellValue()
                            + second.getRow(2).getCell(1).getStringCellValue())
                    .isEqualTo("x".repeat(40_000));
            assertThat(second.getRow(0).getCell(2).getStringCellValue()).isEqualTo("Row");
            for (int row = 1; row <= 3; row++) {
                assertThat(second.getRow(row).getCell(2).getNumericCellValue()).isEqualTo(row + 1.0);
                assertThat(second.getRow(row).getCell(3).getStringCellValue()).matches("[0-9a-f]{24}");
            }
        }
    }

    @Test
    void cellsHaveTheirTypesAndFormulasAreMarkedAsText() throws IOException {
        var file = folder.resolve("types.xlsx");
        var moment = Instant.parse("2026-03-01T09:30:00.123Z");
        try (var out = Files.newOutputStream(file);
                var workbook = new WorkbookStream(out, "types")) {
            var sheet = workbook.sheet("Types", List.of(SheetColumn.of("A"), SheetColumn.of("B"), SheetColumn.of("C")));
            sheet.row(Arrays.asList(true, moment, "=1+1"));
            sheet.row(Arrays.asList(9_007_199_254_740_993L, null, ""));
            sheet.row(Arrays.asList(null, null, null));
            sheet.row(Arrays.asList(-7, new java.math.BigDecimal("0.09"), "plain"));
            workbook.finish();
        }
        try (var workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            var sheet = (XSSFSheet) workbook.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(0).getBooleanCellValue()).isTrue();
            assertThat(sheet.getRow(1).getCell(1).getLocalDateTimeCellValue()).isEqualTo("2026-03-01T09:30:00.123");
            assertThat(sheet.getRow(1).getCell(2).getStringCellValue()).isEqualTo("=1+1");
            assertThat(sheet.getRow(1).getCell(2).getCellStyle().getQuotePrefixed())
                    .isTrue();
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("9007199254740993");
            assertThat(sheet.getRow(2).getCell(2)).isNull();
            assertThat(sheet.getRow(4).getCell(0).getNumericCellValue()).isEqualTo(-7);
            assertThat(sheet.getRow(4).getCell(1).getStringCellValue()).isEqualTo("0.09");
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:C5");
        }
    }

    @Test
    void aPictureStandsBelowTheRowsAndEveryPartOfItIsStated() throws IOException {
        var file = folder.resolve("picture.xlsx");
        var picture = new SheetPicture(
                "Two steps",
                400,
                130,
                List.of(box(10, "Chill eggs", "dfedec"), box(210, "Candle <eggs> & wait", null)),
                List.of(new SheetPicture.Line(160, 60, 210, 60, "8c8577", true)));
        List<String> stated;
        try (var out = Files.newOutputStream(file);
                var workbook = WorkbookStream.checked(out, "picture")) {
            workbook.sheet("Plain", COLUMNS).row(Arrays.asList(1L, "one"));
            var sheet = workbook.sheet("Map", COLUMNS);
            sheet.picture(picture);
            sheet.row(Arrays.asList(1L, "one"));
            sheet.row(Arrays.asList(2L, "two"));
            workbook.lastSheet("Proof", COLUMNS);
            stated = Stream.concat(
                            workbook.parts().stream(), workbook.seals().stream().map(SheetSeal::part))
                    .map(WrittenPart::name)
                    .toList();
            workbook.finish();
        }
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName).filter(name -> !name.endsWith("sheet3.xml")))
                    .containsExactlyInAnyOrderElementsOf(stated);
        }
        try (var workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            var drawing = ((XSSFSheet) workbook.getSheet("Map")).getDrawingPatriarch();
            var group = (XSSFShapeGroup) drawing.getShapes().get(0);
            var anchor = (XSSFClientAnchor) group.getAnchor();
            assertThat(anchor.getRow1()).as("below heading and two rows").isEqualTo(4);
            var shapes = StreamSupport.stream(group.spliterator(), false).toList();
            assertThat(shapes).hasSize(3);
            assertThat(shapes.stream().filter(XSSFSimpleShape.class::isInstance).map(shape -> ((XSSFSimpleShape) shape)
                            .getText()))
                    .containsExactly("Chill eggs", "Candle <eggs> & wait");
            var size = ((XSSFSimpleShape) shapes.get(2))
                    .getCTShape()
                    .getSpPr()
                    .getXfrm()
                    .getExt();
            assertThat(size.getCx()).isEqualTo(150L * Units.EMU_PER_PIXEL);
            assertThat(size.getCy()).isEqualTo(100L * Units.EMU_PER_PIXEL);
            assertThat(((XSSFSheet) workbook.getSheet("Plain")).getDrawingPatriarch())
                    .isNull();
        }
    }

    private static SheetPicture.Box box(double x, String name, String fill) {
        return new SheetPicture.Box(
                x,
                10,
                150,
                100,
                true,
                fill,
                "0b5a60",
                1,
                name,
                List.of(new SheetPicture.Words(name, 13, true, "1e2329")));
    }
}
