package dev.baton.workflow;

import dev.baton.capture.ItemId;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open task as a list shows it.
 *
 * @param kind code of the {@link TaskKind}, or of a duty
 * @param title the step for a capture task, the item's title, or what a duty is about
 * @param claimed whether it is the current actor's alone
 * @param stepId the step it concerns, or null
 * @param notNowUntil when the expert wants to be shown it first again, or null
 * @param page path of the portal page where it is done, or null for a task with a form of its own
 */
public record TaskView(
        String taskId,
        String kind,
        String title,
        TransferId transferId,
        @Nullable StepId stepId,
        @Nullable ItemId itemId,
        @Nullable Instant dueAt,
        boolean claimed,
        @Nullable Instant notNowUntil,
        @Nullable String page) {

    /** The same, called that. */
    TaskView called(String words) {
        return new TaskView(taskId, kind, words, transferId, stepId, itemId, dueAt, claimed, notNowUntil, page);
    }

    /** Whether its expert has put it off for now. */
    public boolean isPutOff(Instant now) {
        return notNowUntil != null && notNowUntil.isAfter(now);
    }
}
