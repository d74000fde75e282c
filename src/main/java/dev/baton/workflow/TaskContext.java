package dev.baton.workflow;

import dev.baton.capture.CaptureId;
import dev.baton.capture.CaptureView;
import dev.baton.capture.ItemId;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open task with the records it stands for. */
record TaskContext(
        String taskId,
        String processInstanceId,
        TaskKind kind,
        String key,
        TransferId transferId,
        StepId stepId,
        int round,
        @Nullable Instant dueAt,
        @Nullable String assignee,
        List<String> candidates,
        @Nullable CaptureView capture) {

    TaskContext with(@Nullable CaptureView request) {
        return new TaskContext(
                taskId, processInstanceId, kind, key, transferId, stepId, round, dueAt, assignee, candidates, request);
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

    boolean isOpenTo(String username) {
        return isOf(username) || isAskedBy(username) || candidates.contains(username);
    }

    @Nullable
    ItemId itemOrNull() {
        return kind == TaskKind.CAPTURE ? null : itemId();
    }
}
