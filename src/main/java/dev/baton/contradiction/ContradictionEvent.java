package dev.baton.contradiction;

import dev.baton.capture.ItemId;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to contradictions. Published inside the transaction that did it. */
public sealed interface ContradictionEvent {

    /** The transfer it happened in. */
    TransferId transferId();

    /** The contradiction. */
    ContradictionId id();

    /** Two voices contradict: a third person has to be named. */
    record Opened(TransferId transferId, ContradictionId id, ItemId first, ItemId second, @Nullable String raisedBy)
            implements ContradictionEvent {}

    /** Lead or quality named the third person. */
    record ArbiterNamed(TransferId transferId, ContradictionId id, String arbiter) implements ContradictionEvent {}

    /**
     * The third person signed what holds.
     *
     * @param title what people call the matter
     */
    record Arbitrated(
            TransferId transferId,
            ContradictionId id,
            StepId stepId,
            ItemId first,
            ItemId second,
            String title,
            String arbiter,
            UUID signatureId,
            Instant at)
            implements ContradictionEvent {}

    /** One of the two items was withdrawn: there is nothing to arbitrate any more. */
    record Lapsed(TransferId transferId, ContradictionId id) implements ContradictionEvent {}
}
