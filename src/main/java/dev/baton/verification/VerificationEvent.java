package dev.baton.verification;

import dev.baton.capture.ItemId;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened at the receiving site. Published inside the transaction that did it. */
public sealed interface VerificationEvent {

    /** The transfer it happened in. */
    TransferId transferId();

    /** The step it is about. */
    StepId stepId();

    /** It was practised; by whom is not known. */
    record StepPractised(TransferId transferId, StepId stepId, RunKind kind) implements VerificationEvent {}

    /** Both have signed a run, or it was stopped. */
    record RunClosed(TransferId transferId, StepId stepId, RunId runId) implements VerificationEvent {}

    /**
     * Somebody of the receiving site passed: from now on they can do it.
     *
     * @param items the items whose cues were shown
     * @param shares who gave what, by the signatures on the runs that counted
     */
    record StepDemonstrated(
            TransferId transferId, StepId stepId, String receiver, List<ItemId> items, List<Share> shares)
            implements VerificationEvent {

        /**
         * One person's part.
         *
         * @param act {@code demonstrated} or {@code witnessed}
         */
        public record Share(String act, String username, RunId run, UUID signatureId, Instant at) {}
    }

    /** A cue was missed because of the text: the author is to be asked. */
    record TextQuestioned(TransferId transferId, StepId stepId, ItemId itemId, int version, String text, String by)
            implements VerificationEvent {}
}
