package dev.baton.workbook;

/**
 * A part of a written workbook and the SHA-256 (lower-case hex) of its bytes before they were packed.
 *
 * @param name path in the package, such as {@code xl/styles.xml}
 */
public record WrittenPart(String name, String sha256) {}
