package dev.baton.workflow;

import dev.baton.capture.CaptureId;
import dev.baton.capture.CaptureView;
import dev.baton.capture.DraftId;
import dev.baton.capture.ItemId;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open task with the records it stands for.
 *
 * @param coAuthors user names of those who write its draft with its assignee
 */
record TaskContext(
        String taskId,
        String processInstanceId,
        String definitionKey,
        String key,
        TransferId transferId,
        StepId stepId,
        int round,
        @Nullable Instant dueAt,
        @Nullable String assignee,
        List<String> candidates,
        @Nullable CaptureView capture,
        List<String> coAuthors) {

    /** The same task with the request that it asks for, and those who write with its assignee. */
    TaskContext of(@Nullable CaptureView request, List<String> others) {
        return new TaskContext(
                taskId,
                processInstanceId,
                definitionKey,
                key,
                transferId,
                stepId,
                round,
                dueAt,
                assignee,
                candidates,
                request,
                others);
    }

    TaskKind kind() {
        return TaskKind.ofDefinition(definitionKey);
    }

    CaptureId captureId() {
        return CaptureId.of(key);
    }

    ItemId itemId() {
        return ItemId.of(key);
    }

    boolean isOf(String username) {
        return username.equals(assignee);
    }

    /** Whether this person asks and writes while the assignee tells. */
    boolean isAskedBy(String username) {
        return capture != null
                && capture.interview() != null
                && username.equals(capture.interview().interviewer());
    }

    /** Whether this person writes its draft: the assignee, who asks them, or who writes with them. */
    boolean isWrittenBy(String username) {
        return kind().hasDraft() && (isOf(username) || isAskedBy(username) || coAuthors.contains(username));
    }

    boolean isOpenTo(String username) {
        return isOf(username) || isWrittenBy(username) || candidates.contains(username);
    }

    DraftId draftId() {
        return DraftId.of(key);
    }

    @Nullable
    ItemId itemOrNull() {
        return kind() == TaskKind.CAPTURE ? null : itemId();
    }
}
