package dev.baton.workflow;

import dev.baton.capture.ItemId;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open task as a list shows it.
 *
 * @param title the step for a capture task, else the item's title
 * @param claimed whether it is the current actor's alone
 * @param notNowUntil when the expert wants to be shown it first again, or null
 */
public record TaskView(
        String taskId,
        TaskKind kind,
        String title,
        TransferId transferId,
        StepId stepId,
        @Nullable ItemId itemId,
        @Nullable Instant dueAt,
        boolean claimed,
        @Nullable Instant notNowUntil) {

    /** Whether its expert has put it off for now. */
    public boolean isPutOff(Instant now) {
        return notNowUntil != null && notNowUntil.isAfter(now);
    }
}
