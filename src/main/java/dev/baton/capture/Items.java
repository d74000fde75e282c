package dev.baton.capture;

import dev.baton.Page;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.FieldChange;
import dev.baton.audit.TrailRef;
import dev.baton.capture.CaptureEvent.ItemRevised;
import dev.baton.capture.CaptureEvent.ItemWithdrawn;
import dev.baton.capture.CaptureEvent.RevisionBegun;
import dev.baton.capture.CaptureRefusals.NotFit;
import dev.baton.capture.CaptureRefusals.NotYours;
import dev.baton.capture.CaptureRefusals.OwnVoiceMissing;
import dev.baton.capture.CaptureRefusals.Unknown;
import dev.baton.capture.DraftStore.Note;
import dev.baton.capture.ItemSight.Eyes;
import dev.baton.identity.Acting;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.identity.SigningProof;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door to knowledge items and their versions. Review decides; this module keeps text, state and the author's
 * signature, and answers who may see what.
 */
@Service
public class Items {

    private final KnowledgeItems items;
    private final ItemViews views;
    private final ItemLists lists;
    private final ItemSight sight;
    private final HeldNames held;
    private final Openings openings;
    private final ReworkDrafts rework;
    private final DraftStore drafts;
    private final Evidence evidence;
    private final ItemSubmission submission;
    private final Transfers transfers;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Items(
            KnowledgeItems items,
            ItemViews views,
            ItemLists lists,
            ItemSight sight,
            HeldNames held,
            Openings openings,
            ReworkDrafts rework,
            DraftStore drafts,
            Evidence evidence,
            ItemSubmission submission,
            Transfers transfers,
            AuditTrail trail,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.items = items;
        this.views = views;
        this.lists = lists;
        this.sight = sight;
        this.held = held;
        this.openings = openings;
        this.rework = rework;
        this.drafts = drafts;
        this.evidence = evidence;
        this.submission = submission;
        this.transfers = transfers;
        this.trail = trail;
        this.events = events;
        this.transaction = transaction;
    }

    /** The item in its latest version, if the current actor may see it; without names that are held in confidence. */
    @Transactional(readOnly = true)
    public ItemView require(ItemId id) {
        return held.shown(seen(id));
    }

    /** One version, if the current actor may see the item; without names that are held in confidence. */
    @Transactional(readOnly = true)
    public ItemView require(ItemId id, int version) {
        return held.shown(seen(id, version));
    }

    /** All versions, oldest first, if the current actor may see the item; without names that are held in confidence. */
    @Transactional(readOnly = true)
    public List<ItemView> versions(ItemId id) {
        var item = item(id);
        return held.shown(views.history(item, newest(item, sight.in(item.transferId()))));
    }

    /** As {@link #require(ItemId)}, but whoever may know a held name sees it, and the look is noted. */
    @Transactional(readOnly = true)
    public ItemView look(ItemId id) {
        return looked(seen(id));
    }

    /** As {@link #require(ItemId, int)}, but whoever may know a held name sees it, and the look is noted. */
    @Transactional(readOnly = true)
    public ItemView look(ItemId id, int version) {
        return looked(seen(id, version));
    }

    /** As {@link #versions(ItemId)}, but whoever may know a held name sees it, and the look is noted. */
    @Transactional(readOnly = true)
    public List<ItemView> lookAtVersions(ItemId id) {
        var item = item(id);
        return views.history(item, newest(item, sight.in(item.transferId()))).stream()
                .map(this::looked)
                .toList();
    }

    /** Whether the current actor may see the item. */
    @Transactional(readOnly = true)
    public boolean maySee(ItemId id) {
        return items.findById(id.value())
                .map(item -> sight.in(item.transferId()).newest(item) > 0)
                .orElse(false);
    }

    /** Whether that person may see the item. */
    @Transactional(readOnly = true)
    public boolean maySee(ItemId id, PersonView person) {
        return items.findById(id.value())
                .map(item ->
                        sight.of(person.acting(null, null), item.transferId()).newest(item) > 0)
                .orElse(false);
    }

    /** Those of these items that the current actor sees only after telling themselves, each with its step. */
    @Transactional(readOnly = true)
    public Map<ItemId, StepId> keptBack(Collection<ItemId> ids) {
        return ids.isEmpty() ? Map.of() : sight.keptBack(ids);
    }

    /** What colleagues told about the step and the current actor is to see only after telling themselves. */
    @Transactional(readOnly = true)
    public KeptVoices keptVoices(StepId step) {
        var transfer = transfers.step(step).transferId();
        var eyes = sight.in(transfer);
        return new KeptVoices(eyes.keptBack().steps().contains(step.value()) ? lists.voices(step, eyes.username()) : 0);
    }

    /** The number of the item's latest version, without asking who wants to know. */
    @Transactional(readOnly = true)
    public int latestVersion(ItemId id) {
        return item(id).latestVersion();
    }

    /** The item in its latest version without asking who wants to know. */
    @Transactional(readOnly = true)
    public ItemView known(ItemId id) {
        var item = item(id);
        return views.of(item, item.latestVersion());
    }

    /** The item in one version without asking who wants to know. */
    @Transactional(readOnly = true)
    public ItemView known(ItemId id, int version) {
        return views.of(versioned(id, version), version);
    }

    /** What rules ask about the item's latest version, without asking who wants to know. */
    @Transactional(readOnly = true)
    public ItemHead head(ItemId id) {
        var item = item(id);
        return views.head(item, item.latestVersion());
    }

    /** What rules ask about one version of the item, without asking who wants to know. */
    @Transactional(readOnly = true)
    public ItemHead head(ItemId id, int version) {
        return views.head(versioned(id, version), version);
    }

    /** From here to the end of the transaction nobody else decides about this item or changes it: check and act are one. */
    @Transactional
    public void hold(ItemId id) {
        locked(id);
    }

    /** The title of each of these items in its latest version, without asking who wants to know. */
    @Transactional(readOnly = true)
    public Map<ItemId, String> titles(Collection<ItemId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : items.findAllById(ids.stream().map(ItemId::value).toList()).stream()
                        .collect(Collectors.toMap(KnowledgeItem::id, KnowledgeItem::title));
    }

    /** The items of a transfer that the current actor may see, by step, then by submission. */
    @Transactional(readOnly = true)
    public Page<ItemView> list(
            TransferId transfer, @Nullable StepId step, @Nullable ItemState state, @Nullable String after, int limit) {
        return list(transfer, new ItemFilter(step, state, null), after, limit);
    }

    /** The items of a transfer that pass the filter and that the current actor may see, by step, then by submission. */
    @Transactional(readOnly = true)
    public Page<ItemView> list(TransferId transfer, ItemFilter filter, @Nullable String after, int limit) {
        transfers.requireKnown(transfer);
        var eyes = sight.in(transfer);
        var page = lists.page(transfer, eyes, filter, after, limit);
        return new Page<>(held.shown(views.of(page.items(), eyes::newest)), page.next());
    }

    /** The items a person wrote, oldest first, as far as the current actor may see them and know who wrote them. */
    @Transactional(readOnly = true)
    public List<ItemView> byAuthor(String username) {
        var isMe = username.equals(Acting.current().username());
        var eyes = sight.everywhere();
        var visible = items.findByAuthorOrderByCreatedAt(username).stream()
                .filter(item -> isMe || !item.isInConfidence())
                .filter(item -> eyes.in(item.transferId()).newest(item) > 0)
                .toList();
        return views.of(visible, item -> eyes.in(item.transferId()).newest(item));
    }

    /** The items that came from a request, without asking who wants to know. */
    @Transactional(readOnly = true)
    public List<ItemView> ofCapture(CaptureId capture) {
        return views.of(items.findByCaptureIdOrderByCreatedAt(capture.value()), KnowledgeItem::latestVersion);
    }

    /** The author's draft of the next version: the text of the latest one until it is first saved. */
    @Transactional(readOnly = true)
    public DraftView reworkDraft(ItemId id) {
        return rework.draft(written(item(id)));
    }

    /** Replaces the draft of the next version; exactly one item. */
    @Transactional
    public DraftView saveReworkDraft(ItemId id, long version, List<ItemContent> contents) {
        return rework.save(written(locked(id)), version, contents);
    }

    /** Keeps an evidence file with the draft of the next version. Streams; {@link FilesSettings} says how large it may be. */
    public FileView attach(ItemId id, String name, InputStream bytes) {
        var transfer = transaction.execute(
                status -> rework.requireInRework(written(locked(id))).transferId());
        return evidence.attach(id.value(), Objects.requireNonNull(transfer).value(), name, bytes);
    }

    /** Whether the rework draft differs in text or files from the latest version. */
    @Transactional(readOnly = true)
    public boolean isReworked(ItemId id) {
        return rework.isChanged(item(id));
    }

    /** Exactly what {@link #submitRework} would sign now. */
    @Transactional(readOnly = true)
    public Map<String, Object> toSign(ItemId id) {
        return rework.toSign(written(item(id)));
    }

    /** The same, once it is fit to be signed and this version of the draft still stands. */
    Map<String, Object> signable(ItemId id, long version) {
        var item = rework.requireInRework(written(locked(id)));
        drafts.requireCurrent(id.value(), version);
        rework.requireChanged(item);
        return rework.toSign(item);
    }

    /** The author signs the rework draft as the next version. */
    @Transactional
    public SignatureView submitRework(ItemId id, long version, String reason, SigningProof proof) {
        requireReason(reason);
        return Acting.because(reason, () -> {
            var item = rework.requireInRework(mine(locked(id)));
            drafts.requireCurrent(id.value(), version);
            var content = rework.requireChanged(item);
            var before = item.latestVersion();
            var stored = submission.next(item, content, rework.files(item));
            rework.requireSigned(stored);
            var signed = submission.sign(stored, proof);
            drafts.clear(id.value());
            if (!Objects.equals(item.effectiveVersion(), before)) {
                noteState(item, before, "replaced", null);
            }
            events.publishEvent(new ItemRevised(
                    item.transferId(), id, item.latestVersion(), ContentRules.needsQualityFirst(content)));
            return signed;
        });
    }

    /** The author gets the item back: a question is open, or it was refused. Called by review. */
    @Transactional
    public void returnToAuthor(ItemId id) {
        items.saveAndFlush(locked(id).returnedToAuthor());
    }

    /** Somebody asked about an effective version: its author gets it back to answer, or to write the next one. */
    @Transactional
    public void returnEffective(ItemId id) {
        var item = locked(id);
        items.saveAndFlush(item.revisionBegun());
        events.publishEvent(new RevisionBegun(item.transferId(), id, item.author()));
    }

    /** The author answered without changing text: the text is locked again. Called by review. */
    @Transactional
    public void backToReview(ItemId id) {
        items.saveAndFlush(locked(id).backInReview());
        if (drafts.find(id.value()).map(Note::content).isPresent()) {
            drafts.clear(id.value());
        }
    }

    /** Review moves the latest version on, or a refusal takes it back to draft; sequence is checked. */
    @Transactional
    public void moveTo(ItemId id, int version, ItemState state) {
        var item = locked(id);
        var effectiveBefore = item.effectiveVersion();
        items.saveAndFlush(item.movedTo(version, state));
        if (state == ItemState.APPROVED && effectiveBefore != null && effectiveBefore != version) {
            noteState(item, effectiveBefore, "superseded", ItemState.SUPERSEDED);
        }
    }

    /** Triage is done: people of the receiving site may see the item from now on. */
    @Transactional
    public void openToReceivingSite(ItemId id) {
        items.saveAndFlush(locked(id).openedToReceivingSite());
    }

    /** The author side begins a next version of an effective item; the reason comes from {@code Acting}. */
    @Transactional
    public void revise(ItemId id) {
        var item = mine(locked(id));
        requireReason(Acting.reason());
        items.saveAndFlush(item.revisionBegun());
        events.publishEvent(new RevisionBegun(item.transferId(), id, item.author()));
    }

    /** Takes the item back, with a signature; quality at any time, its author in rework. */
    @Transactional
    public SignatureView withdraw(ItemId id, String reason, SigningProof proof) {
        requireReason(reason);
        return Acting.because(reason, () -> {
            var item = locked(id);
            newest(item, sight.in(item.transferId()));
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

    private KnowledgeItem versioned(ItemId id, int version) {
        var item = item(id);
        if (version < 1 || version > item.latestVersion()) {
            throw new Unknown();
        }
        return item;
    }

    private KnowledgeItem item(ItemId id) {
        return items.findById(id.value()).orElseThrow(Unknown::new);
    }

    private KnowledgeItem locked(ItemId id) {
        return items.findLocked(id.value()).orElseThrow(Unknown::new);
    }

    /** The newest version that these eyes may see; whoever may see none is refused. */
    private int newest(KnowledgeItem item, Eyes eyes) {
        int newest = eyes.newest(item);
        if (newest < 1) {
            if (eyes.awaitsOwnVoice(item)) {
                throw new OwnVoiceMissing(Objects.requireNonNull(
                        transfers.labels(List.of(item.stepId())).get(item.stepId())));
            }
            throw new Unknown();
        }
        return newest;
    }

    private KnowledgeItem mine(KnowledgeItem item) {
        if (!item.author().equals(Acting.current().username())) {
            newest(item, sight.in(item.transferId()));
            throw new NotYours("capture.author-only");
        }
        return item;
    }

    /** The item, whose next version the current actor writes: as its author, or together with them. */
    private KnowledgeItem written(KnowledgeItem item) {
        return rework.writers(item).contains(Acting.current().username()) ? item : mine(item);
    }

    private ItemView looked(ItemView view) {
        if (!held.isLook(view)) {
            return held.shown(view);
        }
        held.looked(view);
        return held.alone(view);
    }

    private ItemView seen(ItemId id) {
        var item = item(id);
        var eyes = sight.in(item.transferId());
        return seen(item, newest(item, eyes), eyes);
    }

    private ItemView seen(ItemId id, int version) {
        var item = item(id);
        var eyes = sight.in(item.transferId());
        if (version < 1 || version > newest(item, eyes)) {
            throw new Unknown();
        }
        return seen(item, version, eyes);
    }

    private ItemView seen(KnowledgeItem item, int version, Eyes eyes) {
        var view = views.of(item, version);
        if (eyes.ofReceivingSite() && openings.isFirst(view)) {
            openings.opened(view);
        }
        return view;
    }

    private void noteState(KnowledgeItem item, int version, String act, @Nullable ItemState state) {
        var ref = new TrailRef(
                "item",
                item.id().toString(),
                item.title(),
                item.transferId().value(),
                item.id().value(),
                version);
        trail.record(
                act,
                ref,
                state == null
                        ? List.of()
                        : List.of(new FieldChange("state", ItemState.APPROVED.code(), state.code(), null)));
    }

    private static void requireReason(@Nullable String reason) {
        var faults = new ArrayList<Fault>();
        Texts.require("reason", reason, Texts.LONGEST_ANSWER, faults);
        if (!faults.isEmpty()) {
            throw new NotFit(faults);
        }
    }
}
