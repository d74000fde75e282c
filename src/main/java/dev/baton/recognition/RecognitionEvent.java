package dev.baton.recognition;

import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.util.List;
import java.util.UUID;

/** What people said to each other, and what was reached together. Published inside the transaction that did it. */
public sealed interface RecognitionEvent {

    /** The transfer it happened in. */
    TransferId transferId();

    /** Somebody thanked a contributor; {@code to} is {@link ItemView#HELD} where that name is held. */
    record Thanked(TransferId transferId, ItemId itemId, UUID thanksId, String from, String to)
            implements RecognitionEvent {}

    /** The contributor answered; {@code from} is {@link ItemView#HELD} where that name is held. */
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

    /** Somebody asks those who know a step. */
    record StepAsked(TransferId transferId, StepId stepId, UUID questionId, String by, String step, List<String> to)
            implements RecognitionEvent {}

    /** Somebody answered a question about a step. */
    record StepAnswered(TransferId transferId, StepId stepId, UUID questionId, String by, String step, String to)
            implements RecognitionEvent {}

    /** Somebody lets go of a step; another is to take it. */
    record StepLetGo(TransferId transferId, StepId stepId, UUID handoverId, String from, String to, String step)
            implements RecognitionEvent {}

    /** Somebody carries a step from now on. */
    record StepTaken(TransferId transferId, StepId stepId, UUID handoverId, String by, String from, String step)
            implements RecognitionEvent {}

    /** A hand-over came to nothing; {@code by} said so, {@code to} hears of it. */
    record StepKept(TransferId transferId, StepId stepId, UUID handoverId, String by, String to, String step)
            implements RecognitionEvent {}

    /** So many percent of the steps are told, approved or transferred. */
    record MilestoneReached(TransferId transferId, String measure, int percent, int steps, int ofSteps)
            implements RecognitionEvent {}

    /** Somebody has a certificate of what they gave. */
    record CertificateIssued(TransferId transferId, UUID certificateId, String username) implements RecognitionEvent {}
}
