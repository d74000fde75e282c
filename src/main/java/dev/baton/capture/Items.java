package dev.baton.capture;

import dev.baton.Page;
import dev.baton.identity.SigningProof;
import dev.baton.signature.SignatureView;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The door to knowledge items and their versions. Review decides; this module keeps text, state and the author's
 * signature, and answers who may see what.
 */
@Service
public class Items {

    /** The item in its latest version, if the current actor may see it. */
    public ItemView require(ItemId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }

    /** One version, if the current actor may see the item. */
    public ItemView require(ItemId id, int version) {
        throw new UnsupportedOperationException("not yet " + id + version);
    }

    /** All versions, oldest first, if the current actor may see the item. */
    public List<ItemView> versions(ItemId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }

    /** The item in its latest version without asking who wants to know. */
    public ItemView known(ItemId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }

    /** The items of a transfer that the current actor may see, by step, then by submission. */
    public Page<ItemView> list(
            TransferId transfer, @Nullable StepId step, @Nullable ItemState state, @Nullable String after, int limit) {
        throw new UnsupportedOperationException("not yet " + transfer + step + state + after + limit);
    }

    /** The author's draft of the next version: the text of the latest one until it is first saved. */
    public DraftView reworkDraft(ItemId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }

    /** Replaces the draft of the next version; exactly one item. */
    public DraftView saveReworkDraft(ItemId id, long version, List<ItemContent> items) {
        throw new UnsupportedOperationException("not yet " + id + version + items);
    }

    /** Whether the rework draft differs in text or files from the latest version. */
    public boolean isReworked(ItemId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }

    /** The author signs the rework draft as the next version. */
    public SignatureView submitRework(ItemId id, long version, String reason, SigningProof proof) {
        throw new UnsupportedOperationException("not yet " + id + version + reason + proof);
    }

    /** The author gets the item back: a question is open, or it was refused. Called by review. */
    public void returnToAuthor(ItemId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }

    /** The author answered without changing text: the text is locked again. Called by review. */
    public void backToReview(ItemId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }

    /** Review moves the latest version on, or a refusal takes it back to draft; sequence is checked. */
    public void moveTo(ItemId id, int version, ItemState state) {
        throw new UnsupportedOperationException("not yet " + id + version + state);
    }

    /** Triage is done: people of the receiving site may see the item from now on. */
    public void openToReceivingSite(ItemId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }

    /** The author side begins a next version of an effective item; the reason comes from {@code Acting}. */
    public void revise(ItemId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }

    /** Takes the item back, with a signature; quality at any time, its author in rework. */
    public SignatureView withdraw(ItemId id, String reason, SigningProof proof) {
        throw new UnsupportedOperationException("not yet " + id + reason + proof);
    }
}
