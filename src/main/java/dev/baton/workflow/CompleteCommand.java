package dev.baton.workflow;

import dev.baton.review.Reviews.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to end a task.
 *
 * @param version the draft's save counter, or the item's version, as last read
 * @param comment question, reason or remark
 * @param triage outcome of triage
 * @param reference record number in the site's own system
 * @param to user name of the person to ask instead, or of the peer to name
 */
public record CompleteCommand(
        @Nullable Long version,
        @Nullable String decision,
        @Nullable String comment,
        @Nullable String triage,
        @Nullable String reference,
        @Nullable String to,
        @Nullable List<Answer> answers) {

    /** The comment, or an empty text. */
    String commentText() {
        return comment == null ? "" : comment.strip();
    }
}
