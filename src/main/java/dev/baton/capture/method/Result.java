package dev.baton.capture.method;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is computed from answers and never entered.
 *
 * @param formula how it comes about
 * @param of ids of the prompts it is computed from, neighbours of each other
 * @param rows for a look-up: lowest and highest value of each prompt, and what then holds
 * @param bands what ranges of the figure mean
 */
public record Result(String id, Told text, Formula formula, List<String> of, List<Row> rows, List<Band> bands) {

    /** How a figure is computed. */
    public enum Formula {
        /** All values multiplied. */
        PRODUCT,
        /** The first value as a percentage of the second, with one decimal. */
        PERCENT,
        /** How far the largest value is from the smallest. */
        SPREAD,
        /** The first row of a table that holds all values. */
        LOOKUP
    }

    /** A row of a look-up table. */
    public record Row(List<BigDecimal> low, List<BigDecimal> high, Told then) {}

    /** A range of the figure, both ends included. */
    public record Band(BigDecimal low, BigDecimal high, Told text) {}

    /** What came out: the figure, or null for a look-up, and the words of its band or row, or null. */
    public record Found(@Nullable BigDecimal figure, @Nullable Told words) {}
}
