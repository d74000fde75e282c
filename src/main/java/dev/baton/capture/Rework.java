package dev.baton.capture;

import dev.baton.audit.AuditTrail;
import dev.baton.capture.CaptureEvent.ItemRevised;
import dev.baton.capture.CaptureEvent.RevisionBegun;
import dev.baton.identity.Acting;
import dev.baton.identity.SigningProof;
import dev.baton.signature.SignatureView;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The door through which authors write the next version of an item: begun, drafted, and signed. */
@Service
public class Rework {

    private final KnowledgeItems items;
    private final ItemAccess access;
    private final ReworkDrafts drafted;
    private final DraftStore drafts;
    private final Evidence evidence;
    private final ItemSubmission submission;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Rework(
            KnowledgeItems items,
            ItemAccess access,
            ReworkDrafts drafted,
            DraftStore drafts,
            Evidence evidence,
            ItemSubmission submission,
            AuditTrail trail,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.items = items;
        this.access = access;
        this.drafted = drafted;
        this.drafts = drafts;
        this.evidence = evidence;
        this.submission = submission;
        this.trail = trail;
        this.events = events;
        this.transaction = transaction;
    }

    /** The author side begins a next version of an effective item; the reason comes from {@code Acting}. */
    @Transactional
    public void begin(ItemId id) {
        var item = access.mine(access.locked(id));
        ItemAccess.requireReason(Acting.reason());
        items.saveAndFlush(item.revisionBegun());
        events.publishEvent(new RevisionBegun(item.transferId(), id, item.author()));
    }

    /** The author's draft of the next version: the text of the latest one until it is first saved. */
    @Transactional(readOnly = true)
    public DraftView draft(ItemId id) {
        return drafted.draft(written(access.item(id)));
    }

    /** Replaces the draft of the next version; exactly one item. */
    @Transactional
    public DraftView save(ItemId id, long version, List<ItemContent> contents) {
        return drafted.save(written(access.locked(id)), version, contents);
    }

    /** Keeps an evidence file with the draft of the next version. Streams; {@link FilesSettings} says how large it may be. */
    public FileView attach(ItemId id, String name, InputStream bytes) {
        var transfer = transaction.execute(
                status -> drafted.requireInRework(written(access.locked(id))).transferId());
        return evidence.attach(id.value(), Objects.requireNonNull(transfer).value(), name, bytes);
    }

    /** Whether the rework draft differs in text or files from the latest version. */
    @Transactional(readOnly = true)
    public boolean isChanged(ItemId id) {
        return drafted.isChanged(access.item(id));
    }

    /** Exactly what {@link #submit} would sign now. */
    @Transactional(readOnly = true)
    public Map<String, Object> toSign(ItemId id) {
        return drafted.toSign(written(access.item(id)));
    }

    /** The same, once it is fit to be signed and this version of the draft still stands. */
    Map<String, Object> signable(ItemId id, long version) {
        var item = drafted.requireInRework(written(access.locked(id)));
        drafts.requireCurrent(id.value(), version);
        drafted.requireChanged(item);
        return drafted.toSign(item);
    }

    /** The author signs the rework draft as the next version. */
    @Transactional
    public SignatureView submit(ItemId id, long version, String reason, SigningProof proof) {
        ItemAccess.requireReason(reason);
        return Acting.because(reason, () -> {
            var item = drafted.requireInRework(access.mine(access.locked(id)));
            drafts.requireCurrent(id.value(), version);
            var content = drafted.requireChanged(item);
            var before = item.latestVersion();
            var stored = submission.next(item, content, drafted.files(item));
            drafted.requireSigned(stored);
            var signed = submission.sign(stored, proof);
            drafts.clear(id.value());
            if (!Objects.equals(item.effectiveVersion(), before)) {
                trail.record("replaced", item.trailRef(before), List.of());
            }
            events.publishEvent(new ItemRevised(
                    item.transferId(), id, item.latestVersion(), ContentRules.needsQualityFirst(content)));
            return signed;
        });
    }

    /** The item, whose next version the current actor writes: as its author, or together with them. */
    private KnowledgeItem written(KnowledgeItem item) {
        return drafted.writers(item).contains(Acting.current().username()) ? item : access.mine(item);
    }
}
