package dev.baton.workbook;

/**
 * A part of a written workbook and the SHA-256 (lower-case hex) of its bytes before they were packed.
 *
 * @param name path in the package, such as {@code xl/styles.xml}
 * @param size how many bytes
 */
public record WrittenPart(String name, long size, String sha256) {}
