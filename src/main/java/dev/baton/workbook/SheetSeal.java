package dev.baton.workbook;

/**
 * What a sheet was when it was complete.
 *
 * @param rows its rows, the heading and continued rows included
 * @param sha256 hash of the canonical lines of its rows, lower-case hex
 * @param checks hash of the rows' checks, each followed by a line feed, lower-case hex
 * @param part its part of the package
 */
public record SheetSeal(String name, int rows, String sha256, String checks, WrittenPart part) {}
