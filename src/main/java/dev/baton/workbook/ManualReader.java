package dev.baton.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.springframework.stereotype.Component;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a .docx paragraph by paragraph: headings with their level, numbered paragraphs with their number as Word shows
 * it. What is no document, too large, or packed to burst is refused before it can do harm.
 */
@Component
public class ManualReader {

    /** Largest document that is read, in bytes. */
    public static final long LARGEST_FILE = 20L * 1024 * 1024;

    private static final int ZIP_MAGIC = 0x504B0304;
    private static final String MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String STYLES = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";
    private static final String NUMBERING =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml";

    static {
        // The same limits as for workbooks, whichever is read first.
        ZipSecureFile.setMaxEntrySize(256L * 1024 * 1024);
        ZipSecureFile.setMinInflateRatio(0.01);
        ZipSecureFile.setMaxFileCount(1_000);
    }

    /** Reads with the limits above. */
    public ManualReader() {}

    /**
     * The paragraphs of the document in order, blank ones left out.
     *
     * @throws WorkbookRefused when the file is no readable document
     */
    public List<ManualBlock> read(Path file) {
        checkFile(file);
        try (var document = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            try {
                return blocks(document);
            } finally {
                document.revert();
            }
        } catch (IOException e) {
            throw refusedFor(e);
        } catch (OpenXML4JException
                | SAXException
                | ParserConfigurationException
                | POIXMLException
                | OpenXML4JRuntimeException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException e) {
            // POI says "this is no document" in all these ways
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

    private static List<ManualBlock> blocks(OPCPackage document)
            throws IOException, SAXException, ParserConfigurationException {
        var main = document.getPartsByContentType(MAIN);
        if (main.isEmpty()) {
            throw new WorkbookRefused("workbook.not-docx");
        }
        var styles = new ManualStyles();
        for (var part : document.getPartsByContentType(STYLES)) {
            parse(part, styles);
        }
        var numbering = new ManualNumbering();
        for (var part : document.getPartsByContentType(NUMBERING)) {
            parse(part, numbering);
        }
        var text = new ManualText(styles, numbering);
        parse(main.get(0), text);
        return text.blocks();
    }

    private static void parse(PackagePart part, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        var parser = XMLHelper.newXMLReader();
        parser.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        parser.setContentHandler(handler);
        try (InputStream xml = part.getInputStream()) {
            parser.parse(new InputSource(xml));
        }
    }

    private static void checkFile(Path file) {
        try (var in = Files.newInputStream(file)) {
            var size = Files.size(file);
            if (size == 0) {
                throw new WorkbookRefused("workbook.empty-file");
            }
            requireSize(size);
            var magic = in.readNBytes(4);
            if (magic.length < 4 || ByteBuffer.wrap(magic).getInt() != ZIP_MAGIC) {
                throw new WorkbookRefused("workbook.not-docx");
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
        return new WorkbookRefused("workbook.not-docx");
    }
}
