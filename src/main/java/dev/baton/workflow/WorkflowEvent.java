package dev.baton.workflow;

import dev.baton.capture.ItemId;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the processes noticed about open tasks. Published inside the transaction of the timer. */
public sealed interface WorkflowEvent {

    /** The transfer it happened in. */
    TransferId transferId();

    /** The open task, as the engine names it. */
    String taskId();

    /**
     * A task waits; its people are reminded.
     *
     * @param kind code of the {@link TaskKind} or of a duty
     * @param about what a duty is about; empty for a task about an item or a step
     * @param people user names of the assignee, or of everybody who may take it
     */
    record TaskReminderDue(
            TransferId transferId,
            String taskId,
            String kind,
            String about,
            @Nullable StepId stepId,
            @Nullable ItemId itemId,
            @Nullable Instant dueAt,
            List<String> people)
            implements WorkflowEvent {}

    /**
     * A task waits for too long; the lead is asked to help.
     *
     * @param about what a duty is about; empty for a task about an item or a step
     * @param people user names of the assignee, or of everybody who may take it
     * @param leads user names of the transfer's leads
     */
    record TaskEscalated(
            TransferId transferId,
            String taskId,
            String kind,
            String about,
            @Nullable StepId stepId,
            @Nullable ItemId itemId,
            @Nullable Instant dueAt,
            List<String> people,
            List<String> leads)
            implements WorkflowEvent {}
}
