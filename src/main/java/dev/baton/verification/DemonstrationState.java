package dev.baton.verification;

import dev.baton.capture.ItemId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far the receiving site is with a step. Known to everybody who knows of the transfer; the runs behind it are not.
 *
 * @param unaided unaided runs in a row of whoever has most
 * @param needed how many are needed
 * @param practiceRuns how often it was practised; nobody knows by whom
 * @param passedAt when somebody passed first, or null
 * @param toShow usable items of which no passed person has shown the effective version
 */
public record DemonstrationState(
        Status status, int unaided, int needed, int practiceRuns, @Nullable Instant passedAt, List<ItemId> toShow) {

    /** The states in their order. */
    public enum Status {
        /** Nothing yet. */
        NONE,
        /** Tried, and no unaided formal run stands. */
        PRACTISING,
        /** Shown unaided, not often enough. */
        SHOWN_UNAIDED,
        /** Somebody of the receiving site can do it. */
        PASSED;

        /** The status in the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
