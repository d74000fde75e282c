package dev.baton.trailreview;

import dev.baton.transfer.TransferId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A finding of a review of the trail.
 *
 * @param number counts the findings of its review from 1
 * @param entry position of the act that it is about, in the sample of its review
 * @param action what has to be done
 * @param responsible user name of who has to do it
 * @param answer what was done, or null
 * @param remark what the reviewer said to the answer, or null
 */
public record FindingView(
        FindingId id,
        TrailReviewId reviewId,
        TransferId transferId,
        int reviewNumber,
        int number,
        int entry,
        String what,
        Severity severity,
        String action,
        String responsible,
        LocalDate dueOn,
        String raisedBy,
        Instant raisedAt,
        FindingState state,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable String remark,
        @Nullable String acceptedBy,
        @Nullable Instant acceptedAt) {

    /** Whether something is still to be done about it. */
    public boolean isOpen() {
        return state != FindingState.ACCEPTED && state != FindingState.DROPPED;
    }
}
