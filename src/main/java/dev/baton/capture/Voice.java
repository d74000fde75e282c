package dev.baton.capture;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one side says about a step, as it is held against what others say.
 *
 * @param version the latest
 * @param side user names of the author and of whoever wrote with them
 * @param cueWords the words of the cue that carry meaning, in their stems
 */
public record Voice(
        ItemId itemId,
        int version,
        Set<String> side,
        String title,
        String kind,
        @Nullable String sense,
        @Nullable String thresholdValue,
        @Nullable String thresholdUnit,
        Set<String> cueWords,
        Instant since) {

    /** Whether somebody speaks in both. */
    public boolean isOfTheSameSideAs(Voice other) {
        return !Collections.disjoint(side, other.side);
    }
}
