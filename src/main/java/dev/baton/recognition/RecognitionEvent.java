package dev.baton.recognition;

import dev.baton.capture.ItemId;
import dev.baton.transfer.TransferId;
import java.util.UUID;

/** What people said to each other. Published inside the transaction that did it. */
public sealed interface RecognitionEvent {

    /** The transfer it happened in. */
    TransferId transferId();

    /** The item it is about. */
    ItemId itemId();

    /** Somebody thanked a contributor. */
    record Thanked(TransferId transferId, ItemId itemId, UUID thanksId, String from, String to)
            implements RecognitionEvent {}

    /** The contributor answered. */
    record ThanksAnswered(TransferId transferId, ItemId itemId, UUID thanksId, String from, String to)
            implements RecognitionEvent {}
}
