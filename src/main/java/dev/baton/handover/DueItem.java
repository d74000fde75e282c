package dev.baton.handover;

import dev.baton.capture.ItemId;
import dev.baton.transfer.StepId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * An effective item and when somebody is to look whether it still holds.
 *
 * @param step number and name of its step
 * @param since when it was approved or last looked at
 * @param afterDeviation whether a deviation that names it makes it due
 */
public record DueItem(
        ItemId itemId,
        String title,
        int version,
        StepId stepId,
        String step,
        Risk risk,
        Instant since,
        LocalDate dueOn,
        boolean afterDeviation) {

    /** How soon knowledge of this sort gets old. */
    public enum Risk {
        /** Of a critical step, or of one with a high gap between the units. */
        HIGH,
        /** Known by sense or by experience. */
        MEDIUM,
        /** The rest. */
        LOW;

        /** The risk in the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether its day has come. */
    public boolean isDue(LocalDate today) {
        return !dueOn.isAfter(today);
    }
}
