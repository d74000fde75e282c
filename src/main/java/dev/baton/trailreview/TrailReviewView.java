package dev.baton.trailreview;

import dev.baton.signature.SignatureView;
import dev.baton.transfer.TransferId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A review of the trail with its sample and its findings.
 *
 * @param signatures with what they are worth now, oldest first
 * @param reviewers user names of who may look now, or verify; empty: nobody may, or nothing is left to do
 */
public record TrailReviewView(
        Head head, List<Entry> entries, List<FindingView> findings, List<Signed> signatures, List<String> reviewers) {

    /**
     * What is said of the review itself.
     *
     * @param number counts the reviews of its transfer from 1
     * @param team user names of the team when the sample was drawn, whose accounts were looked at too
     * @param ledgerFrom first leaf of the ledger that was looked at
     * @param ledgerTo the leaf after the last
     * @param rootHash the root that is signed for {@code ledgerTo} leaves
     * @param population how many acts there were to choose from
     * @param drawn how many are looked at
     * @param verification what the verifier said, or null
     */
    public record Head(
            TrailReviewId id,
            TransferId transferId,
            int number,
            Occasion occasion,
            ReviewState state,
            String openedBy,
            Instant openedAt,
            Instant dueAt,
            @Nullable Instant closedAt,
            int rule,
            int sharePercent,
            int shareAtLeast,
            int shareAtMost,
            String seed,
            String team,
            long ledgerFrom,
            long ledgerTo,
            String rootHash,
            int population,
            int drawn,
            @Nullable String reviewer,
            @Nullable String secondReviewer,
            @Nullable String verifier,
            @Nullable String verification) {}

    /**
     * An act that is looked at.
     *
     * @param position counts from 1, in the order of looking
     * @param no the highest number among the act's entries in the trail
     * @param criterion why it is always looked at, or null: chance drew it
     * @param digest of its leaves in the ledger when the sample was drawn
     */
    public record Entry(
            int position,
            long no,
            String act,
            String recordType,
            String doer,
            @Nullable Criterion criterion,
            String digest,
            @Nullable Verdict answer,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {}

    /** A signature on the review, and whether it stands on what is stored now. */
    public record Signed(SignatureView signature, boolean valid) {}

    /** Whose turn an act is: {@code 1} for the reviewer, {@code 2} for the second one. */
    public int partOf(Entry entry) {
        return Objects.equals(entry.doer(), head.reviewer()) ? 2 : 1;
    }

    /** The acts that are to be looked at in this part. */
    public List<Entry> part(int part) {
        return entries.stream().filter(entry -> partOf(entry) == part).toList();
    }

    /** The acts that this person has still to look at, in their order; empty when it is not their turn. */
    public List<Entry> leftFor(String username) {
        return reviewers.contains(username)
                ? mine(username).stream()
                        .filter(entry -> entry.answer() == null)
                        .toList()
                : List.of();
    }

    /** The acts that are this person's to look at now, looked at or not. */
    public List<Entry> mine(String username) {
        if (head.state() == ReviewState.SECOND) {
            return part(2);
        }
        return head.state() == ReviewState.OPEN
                ? entries.stream()
                        .filter(entry -> !entry.doer().equals(username))
                        .toList()
                : List.of();
    }

    /** The next act with those like it, which can be looked at together; empty when none is left. */
    public List<Entry> nextFor(String username) {
        return Looking.together(leftFor(username));
    }
}
