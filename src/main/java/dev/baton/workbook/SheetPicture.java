package dev.baton.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drawing below the rows of a sheet, of shapes that a spreadsheet program draws itself: sharp at every size, its words
 * are words, and no font has to be there when it is written. Lengths are pixels of 1/96 inch, colours six hexadecimal
 * digits.
 *
 * @param label what it shows, for those who do not see it
 */
public record SheetPicture(String label, double width, double height, List<Box> boxes, List<Line> lines) {

    /**
     * A box with words in it, from its upper left corner on, one paragraph each.
     *
     * @param name its name in full, for those who do not see it
     * @param fill null for none
     * @param line null for none
     * @param weight of its line
     */
    public record Box(
            double x,
            double y,
            double width,
            double height,
            boolean round,
            @Nullable String fill,
            @Nullable String line,
            double weight,
            String name,
            List<Words> words) {}

    /** One line of words. */
    public record Words(String text, double size, boolean bold, String colour) {}

    /** A straight line, with an arrow head at its end or without. */
    public record Line(double fromX, double fromY, double toX, double toY, String colour, boolean arrow) {}
}
