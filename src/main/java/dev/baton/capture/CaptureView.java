package dev.baton.capture;

import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to one expert to tell what they know about one step.
 *
 * @param state open, submitted, nothing-hidden or passed-on
 * @param unasked whether the expert began it by themselves
 * @param passedFrom user name of the expert who passed it on, or null
 * @param note why this expert is asked, in somebody's words, or null
 * @param method id of the elicitation method, or null
 * @param part the sitting of the method that it is for, from 1
 * @param methodReason why the lead chose that method, or null when the table chose it
 * @param interview who asks and writes, or null
 * @param notNowUntil when the expert wants to be shown it again, or null
 * @param inConfidence whether the expert wants to submit in confidence; theirs to know alone until then
 * @param openTo code of the circle to which the draft is open for comments, or null
 */
public record CaptureView(
        CaptureId id,
        TransferId transferId,
        StepId stepId,
        String expert,
        Instant dueAt,
        String state,
        boolean unasked,
        @Nullable String passedFrom,
        @Nullable String note,
        @Nullable String method,
        int part,
        @Nullable String methodReason,
        @Nullable Interview interview,
        @Nullable Instant notNowUntil,
        boolean inConfidence,
        @Nullable String openTo) {}
