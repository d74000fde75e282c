package dev.baton.workbook;

import java.util.List;

/**
 * One sheet to be hung up: centred lines in a frame, and at its foot a square code that a camera reads.
 *
 * @param title of the document, for whoever looks at its properties
 * @param lines from top to bottom
 * @param foot small lines at the bottom
 * @param link what the square code holds
 */
public record Poster(String title, List<Line> lines, List<String> foot, String link) {

    /** How a line is set. */
    public enum Style {
        /** Small, spaced capitals. */
        OVERLINE,
        /** The largest line. */
        NAME,
        /** What the sheet says. */
        TEXT,
        /** What it says about it, in italics. */
        QUIET,
        /** Empty height. */
        GAP
    }

    /** One line, broken where it is too long. */
    public record Line(Style style, String text) {}
}
