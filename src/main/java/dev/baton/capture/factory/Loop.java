package dev.baton.capture.factory;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done again: one row of the answers. The figures are means over all batches: what happens in 60 % of
 * the batches counts 0.6 times. Null is what was not said.
 *
 * @param what as the expert calls it
 * @param times how often in a batch, on average
 * @param minutes how many minutes a batch, on average
 * @param lost how much is lost in a batch, on average
 * @param unit of what is lost
 */
public record Loop(
        String what,
        @Nullable BigDecimal times,
        @Nullable BigDecimal minutes,
        @Nullable BigDecimal lost,
        @Nullable String unit) {}
