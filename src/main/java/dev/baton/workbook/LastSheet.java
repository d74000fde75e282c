package dev.baton.workbook;

import dev.baton.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.zip.ZipEntry;

/** The sheet that is written when all other parts of the workbook are, so that it can speak of them; of texts only. */
public final class LastSheet {

    private final WorkbookStream workbook;
    private final SheetXml xml;
    private final String part;
    private final String foot;
    private final String frame;
    private final MessageDigest lines = Digests.sha256();
    private int next;

    /**
     * Begins the sheet with its heading.
     *
     * @param head the XML before the rows
     * @param foot the XML after the rows
     */
    LastSheet(WorkbookStream workbook, String part, List<SheetColumn> columns, String head, String foot) {
        this.workbook = workbook;
        this.xml = new SheetXml(workbook.frames().styles(), columns, true);
        this.part = part;
        this.foot = foot;
        var around = Digests.sha256();
        around.update(WorkbookStream.bytes(head + foot));
        this.frame = Digests.hex(around);
        try {
            workbook.zip().putNextEntry(new ZipEntry(part));
            workbook.zip().write(WorkbookStream.bytes(head));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        xml.heading();
        write();
    }

    /** Its part, with the hash of what stands before and after the rows. */
    public WrittenPart frame() {
        return new WrittenPart(part, 0, frame);
    }

    /** Adds a row of texts, none of them longer than a cell. */
    public void row(String... texts) {
        if (xml.take(List.of(texts)) > 1) {
            throw new IllegalArgumentException("too long for a cell: " + texts[0] + " " + texts[1]);
        }
        xml.row(next, 0);
        write();
    }

    /** SHA-256 of the canonical lines of the rows so far, lower-case hex. */
    public String sha256() {
        try {
            return Digests.hex((MessageDigest) lines.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Every Java can go on with a SHA-256", e);
        }
    }

    void end() throws IOException {
        workbook.zip().write(WorkbookStream.bytes(foot));
        workbook.zip().closeEntry();
    }

    private void write() {
        try {
            xml.xml().writeTo(workbook.zip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.update(xml.line().data(), 0, xml.line().size());
        next++;
    }
}
