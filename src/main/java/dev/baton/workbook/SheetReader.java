package dev.baton.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.springframework.stereotype.Component;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads a sheet of an .xlsx row by row, never as a whole. What is no workbook, too large, or packed to burst is refused
 * before it can do harm.
 */
@Component
public class SheetReader {

    /** Largest workbook that is read, in bytes. */
    public static final long LARGEST_FILE = 20L * 1024 * 1024;

    private static final long LARGEST_PART = 256L * 1024 * 1024;
    private static final double SMALLEST_INFLATE_RATIO = 0.01;
    private static final int ZIP_MAGIC = 0x504B0304;

    static {
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        ZipSecureFile.setMinInflateRatio(SMALLEST_INFLATE_RATIO);
        ZipSecureFile.setMaxFileCount(1_000);
    }

    /** Reads with the limits above. */
    public SheetReader() {}

    /**
     * Hands over the rows of the first sheet that has any, blank rows left out.
     *
     * @return the name of that sheet; of the first sheet when all are empty
     * @throws WorkbookRefused when the file is no readable workbook
     */
    public String read(Path file, Consumer<SheetRow> rows) {
        checkFile(file);
        try (var workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            try {
                return readFirstFilled(new XSSFReader(workbook), workbook, rows);
            } finally {
                workbook.revert();
            }
        } catch (IOException e) {
            throw refusedFor(e);
        } catch (OpenXML4JException
                | SAXException
                | ParserConfigurationException
                | POIXMLException
                | OpenXML4JRuntimeException
                | RecordFormatException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException e) {
            // POI says "this is no workbook" in all these ways
            throw refusedFor(e);
        }
    }

    /**
     * Says at once that a file of this length would be refused, before anybody copies it.
     *
     * @throws WorkbookRefused when it would
     */
    public static void requireSize(long bytes) {
        if (bytes > LARGEST_FILE) {
            throw new WorkbookRefused("workbook.too-large", LARGEST_FILE / (1024 * 1024));
        }
    }

    private static String readFirstFilled(XSSFReader reader, OPCPackage workbook, Consumer<SheetRow> rows)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        var strings = new ReadOnlySharedStringsTable(workbook);
        var styles = reader.getStylesTable();
        var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
        var first = "";
        while (sheets.hasNext()) {
            try (var xml = sheets.next()) {
                var name = sheets.getSheetName();
                first = first.isEmpty() ? name : first;
                var handler = new SheetHandler(name, strings, styles, rows);
                parse(xml, handler);
                if (handler.hasRows()) {
                    return name;
                }
            }
        }
        return first;
    }

    private static void parse(InputStream xml, SheetHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        var parser = XMLHelper.newXMLReader();
        parser.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        parser.setContentHandler(handler);
        parser.parse(new InputSource(xml));
    }

    private static void checkFile(Path file) {
        try (var in = Files.newInputStream(file)) {
            var size = Files.size(file);
            if (size == 0) {
                throw new WorkbookRefused("workbook.empty-file");
            }
            requireSize(size);
            var magic = in.readNBytes(4);
            if (magic.length < 4 || java.nio.ByteBuffer.wrap(magic).getInt() != ZIP_MAGIC) {
                throw new WorkbookRefused("workbook.not-xlsx");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WorkbookRefused refusedFor(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            var said = String.valueOf(cause.getMessage());
            if (said.contains("Zip bomb") || said.contains("too many files") || said.contains("maximum file count")) {
                return new WorkbookRefused("workbook.bomb");
            }
        }
        return new WorkbookRefused("workbook.not-xlsx");
    }
}
