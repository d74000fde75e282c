package dev.baton.capture;

import dev.baton.audit.AuditTrail;
import dev.baton.audit.FieldChange;
import dev.baton.capture.CaptureEvent.ItemWithdrawn;
import dev.baton.capture.CaptureEvent.RevisionBegun;
import dev.baton.capture.CaptureRefusals.NotYours;
import dev.baton.capture.DraftStore.Note;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.identity.SigningProof;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door through which an item moves on: review decides, and this keeps where it stands and what that does to text. */
@Service
public class ItemStages {

    private final KnowledgeItems items;
    private final ItemAccess access;
    private final ItemSight sight;
    private final DraftStore drafts;
    private final ItemSubmission submission;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;

    ItemStages(
            KnowledgeItems items,
            ItemAccess access,
            ItemSight sight,
            DraftStore drafts,
            ItemSubmission submission,
            AuditTrail trail,
            ApplicationEventPublisher events) {
        this.items = items;
        this.access = access;
        this.sight = sight;
        this.drafts = drafts;
        this.submission = submission;
        this.trail = trail;
        this.events = events;
    }

    /** From here to the end of the transaction nobody else decides about this item or changes it: check and act are one. */
    @Transactional
    public void hold(ItemId id) {
        access.locked(id);
    }

    /** The author gets the item back: a question is open, or it was refused. Called by review. */
    @Transactional
    public void returnToAuthor(ItemId id) {
        items.saveAndFlush(access.locked(id).returnedToAuthor());
    }

    /** Somebody asked about an effective version: its author gets it back to answer, or to write the next one. */
    @Transactional
    public void returnEffective(ItemId id) {
        var item = access.locked(id);
        items.saveAndFlush(item.revisionBegun());
        events.publishEvent(new RevisionBegun(item.transferId(), id, item.author()));
    }

    /** The author answered without changing text: the text is locked again. Called by review. */
    @Transactional
    public void backToReview(ItemId id) {
        items.saveAndFlush(access.locked(id).backInReview());
        if (drafts.find(id.value()).map(Note::content).isPresent()) {
            drafts.clear(id.value());
        }
    }

    /** Review moves the latest version on, or a refusal takes it back to draft; sequence is checked. */
    @Transactional
    public void moveTo(ItemId id, int version, ItemState state) {
        var item = access.locked(id);
        var effectiveBefore = item.effectiveVersion();
        items.saveAndFlush(item.movedTo(version, state));
        if (state == ItemState.APPROVED && effectiveBefore != null && effectiveBefore != version) {
            var change = new FieldChange("state", ItemState.APPROVED.code(), ItemState.SUPERSEDED.code(), null);
            trail.record("superseded", item.trailRef(effectiveBefore), List.of(change));
        }
    }

    /** Triage is done: people of the receiving site may see the item from now on. */
    @Transactional
    public void openToReceivingSite(ItemId id) {
        items.saveAndFlush(access.locked(id).openedToReceivingSite());
    }

    /** Takes the item back, with a signature; quality at any time, its author in rework. */
    @Transactional
    public SignatureView withdraw(ItemId id, String reason, SigningProof proof) {
        ItemAccess.requireReason(reason);
        return Acting.because(reason, () -> {
            var item = access.locked(id);
            access.newest(item, sight.in(item.transferId()));
            var actor = Acting.current();
            var byAuthor = actor.username().equals(item.author());
            if (!byAuthor && !actor.is(Role.QUALITY)) {
                throw new NotYours("capture.withdraw-not-yours");
            }
            var decision = byAuthor && item.isRevisionUnsubmitted() ? "give-up-revision" : "withdraw";
            items.saveAndFlush(byAuthor ? item.withdrawnByAuthor() : item.withdrawn());
            drafts.discard(id.value(), item.trailRef());
            drafts.clear(id.value());
            var signed = submission.sign(
                    submission.version(id.value(), item.latestVersion()),
                    proof,
                    byAuthor ? Meaning.AUTHORSHIP : Meaning.RESPONSIBILITY,
                    byAuthor ? Role.EXPERT : Role.QUALITY,
                    decision,
                    reason);
            events.publishEvent(new ItemWithdrawn(item.transferId(), id));
            return signed;
        });
    }
}
