package dev.baton.capture;

import dev.baton.capture.CaptureRefusals.NotFit;
import dev.baton.identity.Role;
import dev.baton.identity.SigningProof;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import dev.baton.signature.SignedSubject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns drafted content into versions that nobody can change any more, and has them signed by their author. */
@Component
class ItemSubmission {

    private final KnowledgeItems items;
    private final ItemVersions versions;
    private final Evidence evidence;
    private final Signatures signatures;
    private final EntityManager entities;
    private final MethodStamps stamps;
    private final Clock clock;

    ItemSubmission(
            KnowledgeItems items,
            ItemVersions versions,
            Evidence evidence,
            Signatures signatures,
            EntityManager entities,
            MethodStamps stamps,
            Clock clock) {
        this.items = items;
        this.versions = versions;
        this.evidence = evidence;
        this.signatures = signatures;
        this.entities = entities;
        this.stamps = stamps;
        this.clock = clock;
    }

    /** Refuses content that is not fit to be submitted, telling every fault. */
    void requireFit(List<ItemContent> contents, Set<ItemId> known, Collection<FileView> files) {
        var ids = files.stream().map(file -> file.fileId().toString()).toList();
        var faults = new ContentRules(clock.instant()).toSubmit(contents, known, ids);
        if (!faults.isEmpty()) {
            throw new NotFit(faults);
        }
        stamps.requireFit(contents, files);
    }

    /** Refuses content that cannot be kept in a draft, telling every fault. */
    void requireStorable(List<ItemContent> contents, Set<ItemId> known, Collection<FileView> files) {
        var ids = files.stream().map(file -> file.fileId().toString()).toList();
        var faults = new ContentRules(clock.instant()).inDraft(contents, known, ids);
        if (!faults.isEmpty()) {
            throw new NotFit(faults);
        }
    }

    /** A new item with its first version. */
    ItemVersion first(
            CaptureRequest capture, int stepPosition, ItemId id, ItemContent content, Collection<FileView> files) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store(items.save(new KnowledgeItem(id, capture, stepPosition, content, now)), content, files);
    }

    /** The next version of an item. */
    ItemVersion next(KnowledgeItem item, ItemContent content, Collection<FileView> files) {
        return store(items.save(item.revised(content)), content, files);
    }

    private ItemVersion store(KnowledgeItem item, ItemContent content, Collection<FileView> files) {
        var its = its(content, files);
        stamps.keep(content);
        var version = versions.save(new ItemVersion(item, content, its, clock.instant()));
        // Rows before hashes are signed, and before the references of files to them.
        entities.flush();
        evidence.hold(item.id(), version.version(), its);
        return version;
    }

    /** The author signs exactly this version. */
    SignatureView sign(ItemVersion version, SigningProof proof) {
        return sign(version, null, proof);
    }

    /** The author signs exactly this version, with a word that stands beside the signature. */
    SignatureView sign(ItemVersion version, @Nullable String comment, SigningProof proof) {
        return sign(version, proof, Meaning.AUTHORSHIP, Role.EXPERT, "submit", comment);
    }

    /** Signs a version of an item. */
    SignatureView sign(
            ItemVersion version,
            SigningProof proof,
            Meaning meaning,
            Role role,
            String decision,
            @Nullable String comment) {
        var subject = new SignedSubject(
                ItemViews.SUBJECT,
                version.itemId(),
                version.version(),
                version.title(),
                version.transferId(),
                version.itemId());
        return signatures.sign(proof, subject, meaning, role, version.contentHash(), decision, comment);
    }

    /** The files of one content, in its order. */
    static List<FileView> its(ItemContent content, Collection<FileView> files) {
        Map<String, FileView> byId = new LinkedHashMap<>();
        files.forEach(file -> byId.put(file.fileId().toString(), file));
        var ids = content.files() == null ? List.<String>of() : content.files();
        return ids.stream().flatMap(id -> Stream.ofNullable(byId.get(id))).toList();
    }

    /** Whether an item that came from this request is back with its author. */
    boolean isAnyInRework(CaptureId capture) {
        return items.findByCaptureIdOrderByCreatedAt(capture.value()).stream().anyMatch(KnowledgeItem::isInRework);
    }

    /** The version row, which must exist. */
    ItemVersion version(UUID item, int version) {
        return versions.findByItemIdAndVersion(item, version)
                .orElseThrow(() -> new IllegalStateException("No version " + version + " of " + item));
    }
}
