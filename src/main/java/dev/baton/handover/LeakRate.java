package dev.baton.handover;

import org.jspecify.annotations.Nullable;

/**
 * How much of what went wrong at the receiving unit was known at the sending unit.
 *
 * @param known deviations whose knowledge was known there
 * @param all deviations, those that are still looked into included
 */
public record LeakRate(int known, int all) {

    /** Known of all, in percent; null while there is none. */
    public @Nullable Integer percent() {
        return all == 0 ? null : Math.round(100f * known / all);
    }
}
