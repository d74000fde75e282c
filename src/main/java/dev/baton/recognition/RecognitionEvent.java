package dev.baton.recognition;

import dev.baton.capture.ItemId;
import dev.baton.transfer.TransferId;
import java.util.UUID;

/** What people said to each other, and what was reached together. Published inside the transaction that did it. */
public sealed interface RecognitionEvent {

    /** The transfer it happened in. */
    TransferId transferId();

    /** Somebody thanked a contributor. */
    record Thanked(TransferId transferId, ItemId itemId, UUID thanksId, String from, String to)
            implements RecognitionEvent {}

    /** The contributor answered. */
    record ThanksAnswered(TransferId transferId, ItemId itemId, UUID thanksId, String from, String to)
            implements RecognitionEvent {}

    /** Whoever gave something to an approved version has their credit. */
    record Credited(TransferId transferId, ItemId itemId) implements RecognitionEvent {}

    /** A round of the pulse began. */
    record PulseOpened(TransferId transferId, UUID roundId, int no) implements RecognitionEvent {}

    /** A round of the pulse ended, with enough answers to be shown or not. */
    record PulseClosed(TransferId transferId, UUID roundId, int no, boolean enough) implements RecognitionEvent {}

    /** The lead has said to everybody what was heard and done. */
    record PulseAnswered(TransferId transferId, UUID roundId, int no) implements RecognitionEvent {}

    /** So many percent of the steps are told, approved or transferred. */
    record MilestoneReached(TransferId transferId, String measure, int percent, int steps, int ofSteps)
            implements RecognitionEvent {}

    /** Somebody has a certificate of what they gave. */
    record CertificateIssued(TransferId transferId, UUID certificateId, String username) implements RecognitionEvent {}
}
