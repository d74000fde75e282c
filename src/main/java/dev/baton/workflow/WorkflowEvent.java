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

    /** The item that the task is about, or null. */
    @Nullable
    ItemId itemId();

    /** User names of the people it is about; empty where they would tell a held name, see {@link TaskAudience}. */
    List<String> people();

    /**
     * A task opened for somebody.
     *
     * @param kind code of the {@link TaskKind} or of a duty
     * @param about what a duty is about; empty for a task about an item or a step
     * @param people user names of whose it is, or of everybody who may take it
     */
    record TaskOpened(
            TransferId transferId,
            String taskId,
            String kind,
            String about,
            @Nullable StepId stepId,
            @Nullable ItemId itemId,
            List<String> people)
            implements WorkflowEvent {}

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
