package dev.baton.capture.factory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one signed item says about the hidden factory of its step.
 *
 * @param item id of the item
 * @param expert who signed it, so that two items of one person are one voice
 * @param firstTimeYield share of what comes out right without a second touch, 0 to 1; null when not said
 * @param reportedYield share that the report shows, 0 to 1; null when not said
 * @param loops what is done again
 * @param doubts why some of it does not count
 */
public record Telling(
        String item,
        String expert,
        Instant signedAt,
        @Nullable BigDecimal firstTimeYield,
        @Nullable BigDecimal reportedYield,
        List<Loop> loops,
        Set<Doubt> doubts) {}
