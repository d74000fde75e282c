package dev.baton.workbook;

import java.security.MessageDigest;

/** Gathers the hashes of a sheet while it is written. */
class SheetDigest {

    private final MessageDigest lines = WorkbookStream.sha256();
    private final MessageDigest checks = WorkbookStream.sha256();
    private final MessageDigest part = WorkbookStream.sha256();

    void part(byte[] xml, int length) {
        part.update(xml, 0, length);
    }

    void row(SheetXml row) {
        part(row.xml().data(), row.xml().size());
        lines.update(row.line().data(), 0, row.line().size());
        checks.update(row.checks().data(), 0, row.checks().size());
        checks.update((byte) '\n');
    }

    SheetSeal seal(String name, int rows, String partName) {
        return new SheetSeal(
                name,
                rows,
                WorkbookStream.hex(lines),
                WorkbookStream.hex(checks),
                new WrittenPart(partName, WorkbookStream.hex(part)));
    }
}
