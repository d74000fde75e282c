package dev.baton.capture;

import dev.baton.Refusal.Fault;
import dev.baton.capture.CaptureRefusals.NotFit;
import dev.baton.capture.CaptureRefusals.OutOfSequence;
import dev.baton.capture.DraftStore.Note;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The author's draft of a next version: begins as a copy of the latest one. */
@Component
class ReworkDrafts {

    private final DraftStore drafts;
    private final Evidence evidence;
    private final ItemViews views;
    private final ItemSubmission submission;
    private final MethodStamps stamps;
    private final CoWriters coWriters;

    ReworkDrafts(
            DraftStore drafts,
            Evidence evidence,
            ItemViews views,
            ItemSubmission submission,
            MethodStamps stamps,
            CoWriters coWriters) {
        this.drafts = drafts;
        this.evidence = evidence;
        this.views = views;
        this.submission = submission;
        this.stamps = stamps;
        this.coWriters = coWriters;
    }

    DraftView draft(KnowledgeItem item) {
        var note = drafts.find(item.id().value());
        var content = content(item, note);
        return new DraftView(
                note.map(Note::counter).orElse(0L),
                note.filter(n -> n.content() != null).map(Note::savedAt).orElse(null),
                List.of(content),
                shown(item, content));
    }

    DraftView save(KnowledgeItem item, long version, List<ItemContent> contents) {
        requireInRework(item);
        drafts.requireCurrent(item.id().value(), version);
        if (contents.size() != 1) {
            throw new NotFit(List.of(Fault.of("items", "capture.one-item")));
        }
        var exact = MethodStamps.exact(contents.get(0));
        submission.requireStorable(List.of(exact), Set.of(item.id()), files(item));
        var before = latest(item).content();
        drafts.save(
                item.id().value(),
                item.transferId().value(),
                item.author(),
                version,
                List.of(stamps.stamped(ContentRules.as(item.id(), exact), before, null, before.interview())),
                item.trailRef());
        return draft(item);
    }

    boolean isChanged(KnowledgeItem item) {
        var note = drafts.find(item.id().value());
        if (note.map(Note::content).isEmpty()) {
            return false;
        }
        var latest = latest(item);
        var now = content(item, note);
        return !CanonicalContent.same(
                now, ItemSubmission.its(now, files(item)), latest.content(), views.files(latest.fileIds()));
    }

    /** The drafted content, fit to be submitted and different from the version before. */
    ItemContent requireChanged(KnowledgeItem item) {
        var content = content(item, drafts.find(item.id().value()));
        submission.requireFit(List.of(content), Set.of(item.id()), files(item));
        if (!isChanged(item)) {
            throw new NotFit("capture.unchanged");
        }
        return content;
    }

    Map<String, Object> toSign(KnowledgeItem item) {
        var content = content(item, drafts.find(item.id().value()));
        return CanonicalContent.of(
                item.id(),
                item.latestVersion() + 1,
                item.transferId(),
                item.stepId(),
                item.author(),
                item.authorSeal(),
                content,
                ItemSubmission.its(content, files(item)));
    }

    /** The files that the next version may hold: those of the latest one and those added since. */
    List<FileView> files(KnowledgeItem item) {
        var files = new LinkedHashMap<FileId, FileView>();
        views.files(latest(item).fileIds()).forEach(file -> files.put(file.fileId(), file));
        // Files come with the item's own draft, or with the request that it came from.
        evidence.ofDraft(item.id().value()).forEach(file -> files.put(file.fileId(), file));
        evidence.ofDraft(item.captureId().value()).forEach(file -> files.put(file.fileId(), file));
        return List.copyOf(files.values());
    }

    /** Of the request's files only those that this item uses or that came after its last version: others are not its. */
    private List<FileView> shown(KnowledgeItem item, ItemContent content) {
        var since = latest(item).submittedAt();
        var files = new LinkedHashMap<FileId, FileView>();
        ItemSubmission.its(content, files(item)).forEach(file -> files.put(file.fileId(), file));
        evidence.ofDraft(item.id().value()).forEach(file -> files.put(file.fileId(), file));
        evidence.ofDraftSince(item.captureId().value(), since).forEach(file -> files.put(file.fileId(), file));
        return List.copyOf(files.values());
    }

    /** User names of those who write it with its author now. */
    List<String> writers(KnowledgeItem item) {
        return coWriters.of(item.id().value());
    }

    /** The next version as it stands is signed by everybody who writes it with its author. */
    void requireSigned(ItemVersion version) {
        coWriters.requireSigned(version);
    }

    KnowledgeItem requireInRework(KnowledgeItem item) {
        if (!item.isInRework()) {
            throw new OutOfSequence("capture.not-in-rework", item.state().code());
        }
        return item;
    }

    private ItemContent content(KnowledgeItem item, Optional<Note> note) {
        return note.filter(n -> n.content() != null)
                .map(n -> n.items().get(0))
                .orElseGet(() -> latest(item).content())
                .with(writers(item));
    }

    private ItemVersion latest(KnowledgeItem item) {
        return submission.version(item.id().value(), item.latestVersion());
    }
}
