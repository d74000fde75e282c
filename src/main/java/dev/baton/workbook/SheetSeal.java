package dev.baton.workbook;

/**
 * What a sheet was when it was complete.
 *
 * @param rows its rows, the heading and continued rows included
 * @param headingCheck for each column the CRC-32 of its heading's canonical value, eight hex digits each
 * @param sha256 hash of the canonical lines of its rows, lower-case hex
 * @param part its part of the package
 */
public record SheetSeal(String name, int rows, String headingCheck, String sha256, WrittenPart part) {}
