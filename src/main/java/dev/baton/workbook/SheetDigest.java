package dev.baton.workbook;

import dev.baton.Digests;
import java.security.MessageDigest;

/** Gathers the hashes of a sheet while it is written. */
class SheetDigest {

    private final MessageDigest lines = Digests.sha256();
    private final MessageDigest part = Digests.sha256();
    private long size;
    private String headingCheck = "";

    void part(byte[] xml, int length) {
        part.update(xml, 0, length);
        size += length;
    }

    void row(SheetXml row) {
        part(row.xml().data(), row.xml().size());
        lines.update(row.line().data(), 0, row.line().size());
        if (headingCheck.isEmpty()) {
            headingCheck = row.checkText();
        }
    }

    SheetSeal seal(String name, int rows, String partName) {
        return new SheetSeal(
                name, rows, headingCheck, Digests.hex(lines), new WrittenPart(partName, size, Digests.hex(part)));
    }
}
