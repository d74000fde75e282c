package dev.baton.workbook;

/**
 * A column of a sheet to be written.
 *
 * @param width in characters
 * @param quiet whether it is for programs more than for people
 */
public record SheetColumn(String heading, int width, boolean quiet) {

    private static final int LONG_TEXT = 60;
    private static final int ROOM = 4;
    private static final int NARROWEST = 14;

    /** A column for people. */
    public SheetColumn(String heading, int width) {
        this(heading, width, false);
    }

    /** A column wide enough for its heading and short entries. */
    public static SheetColumn of(String heading) {
        return new SheetColumn(heading, Math.max(NARROWEST, heading.length() + ROOM));
    }

    /** A column of long, wrapped text. */
    public static SheetColumn text(String heading) {
        return new SheetColumn(heading, LONG_TEXT);
    }

    /** A column for programs, narrow and in small print. */
    public static SheetColumn quiet(String heading) {
        return new SheetColumn(heading, NARROWEST, true);
    }

    boolean isText() {
        return width >= LONG_TEXT;
    }
}
