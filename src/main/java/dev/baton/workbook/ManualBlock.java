package dev.baton.workbook;

/**
 * One paragraph of a document.
 *
 * @param number which paragraph it is, counted from 1
 * @param level 1 to 9 for a heading, 0 for running text
 * @param label its number as Word shows it, such as {@code 5.6} or {@code 1.}; a dash for a bullet; empty for none
 * @param text without the number
 */
public record ManualBlock(int number, int level, String label, String text) {

    /** Whether it is a heading. */
    public boolean isHeading() {
        return level > 0;
    }

    /** The paragraph as it reads, its number in front. */
    public String line() {
        return label.isEmpty() ? text : label + " " + text;
    }
}
