package dev.baton.workbook;

/**
 * A column of a sheet to be written.
 *
 * @param width in characters
 */
public record SheetColumn(String heading, int width) {

    private static final int LONG_TEXT = 60;
    private static final int ROOM = 4;
    private static final int NARROWEST = 14;

    /** A column wide enough for its heading and short entries. */
    public static SheetColumn of(String heading) {
        return new SheetColumn(heading, Math.max(NARROWEST, heading.length() + ROOM));
    }

    /** A column of long, wrapped text. */
    public static SheetColumn text(String heading) {
        return new SheetColumn(heading, LONG_TEXT);
    }

    boolean isText() {
        return width >= LONG_TEXT;
    }
}
