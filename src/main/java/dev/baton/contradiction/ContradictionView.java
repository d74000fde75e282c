package dev.baton.contradiction;

import dev.baton.capture.ItemId;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two voices that disagree, and what became of it.
 *
 * @param firstVersion the version it is about: the one that was noticed, from the decision on the one decided about
 * @param finding code of a {@link Finding}
 * @param reason why they are held to disagree
 * @param state proposed, open, decided, dismissed or lapsed
 * @param raisedBy user name of who marked or confirmed it, or null while only the product noticed it
 * @param arbiter user name of the third person, or null
 * @param words conditions, reason or trial of the outcome; or why it is no contradiction
 * @param signatureId the arbiter's signature, or null
 */
public record ContradictionView(
        ContradictionId id,
        TransferId transferId,
        StepId stepId,
        ItemId first,
        int firstVersion,
        ItemId second,
        int secondVersion,
        String finding,
        String reason,
        String state,
        @Nullable String raisedBy,
        Instant raisedAt,
        @Nullable String arbiter,
        @Nullable Outcome outcome,
        @Nullable String words,
        @Nullable Instant closedAt,
        @Nullable UUID signatureId) {

    /** Whether a third person is to be named or to say. */
    public boolean isOpen() {
        return state.equals(Contradiction.OPEN);
    }

    /** Whether the product thinks that they may disagree and nobody has said so yet. */
    public boolean isProposed() {
        return state.equals(Contradiction.PROPOSED);
    }

    /** The other one of the two. */
    public ItemId other(ItemId item) {
        return item.equals(first) ? second : first;
    }
}
