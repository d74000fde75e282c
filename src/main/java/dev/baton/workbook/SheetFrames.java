package dev.baton.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import javax.xml.namespace.QName;
import org.apache.poi.ooxml.POIXMLTypeLoader;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlOptions;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/** The workbook without its rows, by POI: styles, names, and what stands before and after the rows of each sheet. */
class SheetFrames implements AutoCloseable {

    private static final String NO_ROWS = "<sheetData/>";
    private static final int CHARACTER_WIDTH = 256;
    private static final int LONGEST_NAME = 31;

    /** Its prefix is declared at the root by POI, which is written before anybody knows of a drawing. */
    private static final String DRAWING = "<drawing r:id=";

    private static final String DRAWING_ALONE =
            "<drawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=";

    private static final XmlOptions AS_POI_WRITES = new XmlOptions(POIXMLTypeLoader.DEFAULT_XML_OPTIONS)
            .setSaveSyntheticDocumentElement(
                    new QName(CTWorksheet.type.getName().getNamespaceURI(), "worksheet"));

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final SheetStyles styles = new SheetStyles(workbook);
    private final Set<String> names = new HashSet<>();

    SheetFrames(String title) {
        var properties = workbook.getProperties().getCoreProperties();
        properties.setCreator("Baton");
        properties.setTitle(title);
    }

    SheetStyles styles() {
        return styles;
    }

    /** An empty sheet, printed in landscape with its heading on each page and frozen on the screen. */
    XSSFSheet begin(String wanted, int part, List<SheetColumn> columns, boolean selected) {
        var sheet = workbook.createSheet(uniqueName(wanted, part));
        sheet.setSelected(selected);
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, columns.get(i).width() * CHARACTER_WIDTH);
        }
        sheet.createFreezePane(0, 1);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setFitToPage(true);
        return sheet;
    }

    /** The XML before the rows. */
    String head(XSSFSheet sheet) {
        var xml = xml(sheet);
        return xml.substring(0, xml.indexOf(NO_ROWS)).replaceAll("<dimension [^>]*/>", "") + "<sheetData>";
    }

    /** The XML after the rows, with a filter over them. */
    String foot(XSSFSheet sheet, int rows, int columns) {
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, rows - 1), 0, columns - 1));
        return foot(sheet);
    }

    /** The XML after the rows. */
    String foot(XSSFSheet sheet) {
        var xml = xml(sheet);
        return "</sheetData>"
                + xml.substring(xml.indexOf(NO_ROWS) + NO_ROWS.length()).replace(DRAWING, DRAWING_ALONE);
    }

    private void putFirst(String sheet) {
        workbook.setSheetOrder(sheet, 0);
        workbook.setActiveSheet(0);
    }

    /** Every part of the package but the sheets; the named sheet comes first. */
    Map<String, byte[]> parts(@Nullable String first) {
        if (first != null) {
            putFirst(first);
        }
        var parts = packed();
        parts.keySet().removeIf(name -> name.startsWith("xl/worksheets/") && !name.startsWith("xl/worksheets/_rels/"));
        return parts;
    }

    /** Where the sheet stands in the package. */
    static String partName(XSSFSheet sheet) {
        return sheet.getPackagePart().getPartName().getName().substring(1);
    }

    @Override
    public void close() {
        // Closing the workbook itself would pack it once more, for nobody.
        workbook.getPackage().revert();
    }

    /** The part as POI writes it, without packing all others for it. */
    private static String xml(XSSFSheet sheet) {
        try {
            var bytes = new ByteArrayOutputStream();
            sheet.getCTWorksheet().save(bytes, AS_POI_WRITES);
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, byte[]> packed() {
        try {
            var bytes = new ByteArrayOutputStream();
            write(bytes);
            var parts = new LinkedHashMap<String, byte[]>();
            try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    parts.put(entry.getName(), zip.readAllBytes());
                }
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * POI asks for an XML transformer for every small part, and each time Java looks for one through all jars, which takes
     * longer than thousands of rows. Without the jars it takes its own at once.
     */
    private void write(OutputStream out) throws IOException {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            workbook.write(out);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    /** The name as Excel takes it, made unique in this workbook. */
    private String uniqueName(String wanted, int part) {
        var suffix = part == 1 ? "" : " " + part;
        var safe = WorkbookUtil.createSafeSheetName(wanted);
        var room = LONGEST_NAME - suffix.length();
        var name = (safe.length() > room ? safe.substring(0, room) : safe) + suffix;
        return names.add(name.toLowerCase(Locale.ROOT)) ? name : uniqueName(wanted, part + 1);
    }
}
