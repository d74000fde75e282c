package dev.baton.review;

import dev.baton.capture.ItemId;
import dev.baton.transfer.TransferId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened in a review round. Published inside the transaction that did it. */
public sealed interface ReviewEvent {

    /** The transfer it happened in. */
    TransferId transferId();

    /** The item it is about. */
    ItemId itemId();

    /** The version, and so the round. */
    int version();

    /** Somebody accepted, asked or refused. Triage and approval are events of their own when they say yes. */
    record Decided(
            TransferId transferId,
            ItemId itemId,
            int version,
            Stage stage,
            Decision decision,
            String by,
            @Nullable String comment)
            implements ReviewEvent {}

    /**
     * Somebody other than its author remarked on it; nobody has to do anything.
     *
     * @param by user name, or {@link dev.baton.capture.ItemView#HELD} where that is held
     */
    record Commented(TransferId transferId, ItemId itemId, int version, String by, UUID comment)
            implements ReviewEvent {}

    /** Quality triaged it. */
    record Triaged(TransferId transferId, ItemId itemId, int version, TriageOutcome outcome, String by)
            implements ReviewEvent {}

    /** Quality named a substitute peer. */
    record PeerNamed(TransferId transferId, ItemId itemId, int version, String peer) implements ReviewEvent {}

    /** One more review was asked for and nobody is left who could do it. */
    record NobodyForReview(TransferId transferId, ItemId itemId, int version, Stage stage) implements ReviewEvent {}

    /** The author answered every open question and changed nothing: back to who asked. */
    record Answered(TransferId transferId, ItemId itemId, int version, Stage stage, String asker)
            implements ReviewEvent {}

    /** Quality approved: the version is effective, on hold or not. */
    record Approved(TransferId transferId, ItemId itemId, int version, boolean onHold) implements ReviewEvent {}

    /** Quality lifted the hold. */
    record HoldLifted(TransferId transferId, ItemId itemId, int version) implements ReviewEvent {}
}
