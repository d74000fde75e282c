package dev.baton.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A .docx written by hand, part by part, so that a test can also write one that no word processor would. */
public final class WordFile {

    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private final StringBuilder body = new StringBuilder();
    private final Map<String, String> parts = new LinkedHashMap<>();
    private String prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    /** A heading of that level. */
    public WordFile heading(int level, String text) {
        return paragraph("<w:pStyle w:val=\"Heading" + level + "\"/>", text);
    }

    /** A paragraph of the numbered list, at that depth from 0. */
    public WordFile numbered(int depth, String text) {
        return paragraph("<w:numPr><w:ilvl w:val=\"" + depth + "\"/><w:numId w:val=\"1\"/></w:numPr>", text);
    }

    /** Running text. */
    public WordFile text(String text) {
        return paragraph("", text);
    }

    /** Anything at all within the body. */
    public WordFile raw(String xml) {
        body.append(xml);
        return this;
    }

    /** What stands before the document's root. */
    public WordFile prolog(String xml) {
        prolog = xml;
        return this;
    }

    /** One more part, of any name and content. */
    public WordFile part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    /** The file's bytes. */
    public byte[] bytes() {
        var all = new LinkedHashMap<String, String>();
        all.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/>"
                        + override("document", "document.main+xml")
                        + override("styles", "styles+xml")
                        + override("numbering", "numbering+xml") + "</Types>");
        all.put(
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Target=\"word/document.xml\" Type=\"http://schemas.openxmlformats.org"
                        + "/officeDocument/2006/relationships/officeDocument\"/></Relationships>");
        all.put("word/styles.xml", styles());
        all.put(
                "word/numbering.xml",
                "<w:numbering " + W + "><w:abstractNum w:abstractNumId=\"7\">" + level(0, "decimal", "%1.")
                        + level(1, "lowerLetter", "%2)") + level(2, "bullet", "o")
                        + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>");
        all.put("word/document.xml", prolog + "<w:document " + W + "><w:body>" + body + "</w:body></w:document>");
        all.putAll(parts);
        return zipped(all);
    }

    private static String styles() {
        var styles = new StringBuilder("<w:styles " + W + ">");
        for (int i = 1; i <= 3; i++) {
            styles.append("<w:style w:type=\"paragraph\" w:styleId=\"Heading" + i + "\"><w:name w:val=\"heading " + i
                    + "\"/></w:style>");
        }
        return styles + "</w:styles>";
    }

    private static String level(int depth, String format, String text) {
        return "<w:lvl w:ilvl=\"" + depth + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format
                + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/word/" + part + ".xml\" ContentType=\"" + TYPE + type + "\"/>";
    }

    private WordFile paragraph(String properties, String text) {
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        body.append("<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + escaped
                + "</w:t></w:r></w:p>");
        return this;
    }

    private static byte[] zipped(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
