package dev.baton.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import org.springframework.context.i18n.LocaleContextHolder;

/** Writes computed figures out with the decimal sign of the reader's language; what a record says is shown as it is. */
final class Numbers {

    private Numbers() {}

    /** With as many decimals as the pattern has, such as {@code 0.0} or, where a zero says nothing, {@code 0.#}. */
    static String of(String pattern, BigDecimal number) {
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(LocaleContextHolder.getLocale()));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    /** The same of a number that was computed in binary. */
    static String of(String pattern, double number) {
        return of(pattern, BigDecimal.valueOf(number));
    }
}
