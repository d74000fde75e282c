package dev.baton.workbook;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One filled cell of a sheet.
 *
 * @param address where it stands, such as {@code Sheet!B7}
 * @param column its column, counted from 0
 * @param text what it says, exact; numbers without an exponent, dates in ISO form
 * @param number its value when it is a number cell
 */
public record SheetCell(String address, int column, String text, @Nullable BigDecimal number) {

    /** Whether it holds nothing but white space. */
    public boolean isBlank() {
        return text.isBlank();
    }
}
