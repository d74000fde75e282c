package dev.baton.capture.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The official instruction of a step: its text, and the ranges of its critical parameters. */
public record Instruction(String text, List<Range> ranges) {

    /** The range of a critical parameter. */
    public record Range(String name, @Nullable BigDecimal low, @Nullable BigDecimal high, @Nullable String unit) {

        /** The range in words: name, numbers, unit. */
        String words() {
            var ends = low == null ? "\u2264 " + plain(high) : high == null ? "\u2265 " + plain(low) : between();
            return name + " " + ends + (unit == null ? "" : " " + unit);
        }

        private String between() {
            return plain(low).equals(plain(high)) ? plain(low) : plain(low) + " \u2013 " + plain(high);
        }

        private static String plain(@Nullable BigDecimal number) {
            if (number == null) {
                return "";
            }
            var stripped = number.stripTrailingZeros();
            return (stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped).toPlainString();
        }
    }
}
