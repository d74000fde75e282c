package dev.baton.handover;

import dev.baton.capture.ItemView;
import dev.baton.transfer.StepView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A paper copy and whether it is still good.
 *
 * @param code what stands on it
 * @param items what it says, in the versions that are printed
 * @param changes what is otherwise now: keys of sentences with titles of items
 * @param training where its reader stands with what it says, as long as that is in force
 */
public record PaperCopyView(
        String code,
        StepView step,
        String transfer,
        List<ItemView> items,
        String printedBy,
        Instant printedAt,
        Instant validUntil,
        Standing standing,
        List<Change> changes,
        FloorTraining training) {

    /** Whether somebody may work by it. */
    public enum Standing {
        /** It says what is in force, and its day is not over. */
        EFFECTIVE,
        /** Its time is over. */
        EXPIRED,
        /** Something on it is not in force any more, or something new is. */
        OVERTAKEN;

        /** The standing in the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is otherwise now.
     *
     * @param what {@code gone} or {@code new}
     * @param title of the item
     */
    public record Change(String what, String title) {}
}
