package dev.baton.workbook;

import static dev.baton.workbook.BookPage.safe;

import dev.baton.workbook.Book.Chapter;
import dev.baton.workbook.Book.Heading;
import dev.baton.workbook.Book.Picture;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a book as EPUB 3: a page for each chapter, its face embedded, and a table of contents for reading systems. */
public final class BookEpub {

    private static final Map<String, String> FACES =
            Map.of("upright.ttf", "/fonts/EBGaramond12-Regular.ttf", "italic.ttf", "/fonts/EBGaramond12-Italic.ttf");

    private final Book book;
    private final Instant created;
    private final ZipOutputStream zip;

    /** In which page each place is. */
    private final Map<String, String> places = new HashMap<>();

    private final Map<String, Picture> pictures = new LinkedHashMap<>();

    private BookEpub(Book book, Instant created, ZipOutputStream zip) {
        this.book = book;
        this.created = created.truncatedTo(ChronoUnit.SECONDS);
        this.zip = zip;
    }

    /** Writes it; the stream stays open. */
    public static void write(Book book, Instant created, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        new BookEpub(book, created, zip).write();
        zip.finish();
    }

    private void write() throws IOException {
        book.parts().forEach(part -> places.put(part.id(), part.id()));
        book.chapters().forEach(this::placed);
        stored("mimetype", "application/epub+zip");
        put(
                "META-INF/container.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
                <rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>
                </rootfiles></container>""");
        put("OEBPS/look.css", resource("/book/book.css"));
        for (var face : FACES.entrySet()) {
            put("OEBPS/" + face.getKey(), resource(face.getValue()));
        }
        var page = new BookPage(book, places, pictures);
        put("OEBPS/title.xhtml", page.title());
        put("OEBPS/imprint.xhtml", page.imprint());
        put("OEBPS/nav.xhtml", page.contents());
        for (var part : book.parts()) {
            put("OEBPS/" + part.id() + ".xhtml", page.part(part));
            for (var chapter : part.chapters()) {
                put("OEBPS/" + chapter.id() + ".xhtml", page.chapter(chapter));
            }
        }
        for (var picture : pictures.entrySet()) {
            put("OEBPS/" + picture.getKey(), picture.getValue().jpeg());
        }
        put("OEBPS/book.opf", manifest());
    }

    private void placed(Chapter chapter) {
        places.put(chapter.id(), chapter.id());
        chapter.blocks().forEach(block -> {
            if (block instanceof Heading heading) {
                places.put(heading.id(), chapter.id());
            } else if (block instanceof Picture picture) {
                pictures.put("picture-" + (pictures.size() + 1) + ".jpg", picture);
            }
        });
    }

    private String manifest() {
        var items = new StringBuilder();
        var spine = new StringBuilder();
        item(items, "css", "look.css", "text/css");
        FACES.keySet().stream().sorted().forEach(face -> item(items, face.replace(".ttf", ""), face, "font/ttf"));
        pictures.keySet().forEach(name -> item(items, name.replace(".jpg", ""), name, "image/jpeg"));
        page(items, spine, "title");
        page(items, spine, "imprint");
        items.append("<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n");
        spine.append("<itemref idref=\"nav\"/>\n");
        book.parts().forEach(part -> {
            page(items, spine, part.id());
            part.chapters().forEach(chapter -> page(items, spine, chapter.id()));
        });
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="%s">
                <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:identifier id="id">%s</dc:identifier>
                <dc:title>%s</dc:title>
                <dc:language>%s</dc:language>
                <dc:creator>Baton</dc:creator>
                <meta property="dcterms:modified">%s</meta>
                </metadata>
                <manifest>
                %s</manifest>
                <spine>
                %s</spine>
                </package>"""
                .formatted(
                        safe(book.words().language()),
                        safe(book.id()),
                        safe(book.title()),
                        safe(book.words().language()),
                        created,
                        items,
                        spine);
    }

    private static void page(StringBuilder items, StringBuilder spine, String id) {
        item(items, id, id + ".xhtml", "application/xhtml+xml");
        spine.append("<itemref idref=\"").append(id).append("\"/>\n");
    }

    private static void item(StringBuilder items, String id, String href, String type) {
        items.append("<item id=\"%s\" href=\"%s\" media-type=\"%s\"/>%n".formatted(id, href, type));
    }

    private void put(String name, String text) throws IOException {
        put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void put(String name, byte[] bytes) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** The first entry is neither packed nor encrypted, so that the file is known by its first bytes. */
    private void stored(String name, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(bytes);
        var entry = entry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTime(created.toEpochMilli());
        return entry;
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(BookEpub.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }
}
