package dev.baton.workflow;

import dev.baton.review.Anchor;
import dev.baton.review.EstablishedCondition;
import dev.baton.review.Reviews;
import dev.baton.review.Reviews.Answer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to end a task.
 *
 * @param version the draft's save counter, or the item's version, as last read
 * @param comment question, reason or remark
 * @param triage outcome of triage
 * @param reference record number in the site's own system
 * @param anchor the passage that a question is about, or null
 * @param sections "could I do it from this?" by section, or null
 * @param condition the established condition that triage found, or null
 * @param to user name of the person to ask instead, or of the peer to name
 */
public record CompleteCommand(
        @Nullable Long version,
        @Nullable String decision,
        @Nullable String comment,
        @Nullable String triage,
        @Nullable String reference,
        @Nullable String to,
        @Nullable List<Answer> answers,
        @Nullable Anchor anchor,
        @Nullable Map<String, String> sections,
        @Nullable EstablishedCondition condition) {

    /** Without a passage, answers by section, or an established condition. */
    public CompleteCommand(
            @Nullable Long version,
            @Nullable String decision,
            @Nullable String comment,
            @Nullable String triage,
            @Nullable String reference,
            @Nullable String to,
            @Nullable List<Answer> answers) {
        this(version, decision, comment, triage, reference, to, answers, null, null, null);
    }

    /** What a reviewer says with the decision. */
    Reviews.Said said() {
        return new Reviews.Said(comment, anchor, sections);
    }

    /** The comment, or an empty text. */
    String commentText() {
        return comment == null ? "" : comment.strip();
    }
}
