package dev.baton.handover;

import dev.baton.capture.ItemId;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferId;
import java.util.UUID;

/** What happened on the way to the hand-over. Published inside the transaction that did it. */
public sealed interface HandoverEvent {

    /** The transfer it happened in. */
    TransferId transferId();

    /** A document was made, read or approved; who signs next is told. */
    record DocumentSigned(TransferId transferId, UUID documentId, DocumentKind kind, int edition, String by)
            implements HandoverEvent {}

    /** An effective version landed at the receiving unit. */
    record Landed(TransferId transferId, ItemId itemId, int version, boolean trainingOnly) implements HandoverEvent {}

    /** Somebody signed that a gate be passed although something is missing; a second signature is needed. */
    record OverrideProposed(TransferId transferId, UUID overrideId, Phase phase, String by) implements HandoverEvent {}

    /** One side has signed the acceptance; others are still to sign. */
    record AcceptanceSigned(TransferId transferId, UUID acceptanceId, Side side, String by) implements HandoverEvent {}

    /** Both units and quality have accepted: the transfer is over. */
    record HandoverAccepted(TransferId transferId, UUID acceptanceId) implements HandoverEvent {}

    /** A deviation at the receiving unit was recorded; {@code known}: at the sending unit. */
    record DeviationRecorded(TransferId transferId, UUID deviationId, String reference, boolean known, String by)
            implements HandoverEvent {}

    /** The second signature is there: the gate may be passed. */
    record OverrideInForce(TransferId transferId, UUID overrideId, Phase phase) implements HandoverEvent {}
}
