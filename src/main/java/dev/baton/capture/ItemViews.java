package dev.baton.capture;

import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Puts versions together for showing. Every time the hash is computed anew from what is stored; where it is not the
 * signed one, the alarm goes off.
 */
@Component
class ItemViews {

    static final String SUBJECT = "item";

    private final ItemVersions versions;
    private final EvidenceFiles files;
    private final Signatures signatures;
    private final People people;
    private final Alterations alterations;

    ItemViews(
            ItemVersions versions, EvidenceFiles files, Signatures signatures, People people, Alterations alterations) {
        this.versions = versions;
        this.files = files;
        this.signatures = signatures;
        this.people = people;
        this.alterations = alterations;
    }

    /** One version of an item; it must exist. */
    ItemView of(KnowledgeItem item, int version) {
        return of(List.of(item), i -> version).get(0);
    }

    /** One version of each item, in the given order. */
    List<ItemView> of(List<KnowledgeItem> items, Function<KnowledgeItem, Integer> version) {
        var ids = items.stream().map(item -> item.id().value()).toList();
        var stored = new HashMap<UUID, ItemVersion>();
        var wanted = items.stream().collect(Collectors.toMap(item -> item.id().value(), version, (a, b) -> a));
        for (var candidate : versions.findByItemIdInOrderByVersion(ids)) {
            if (Objects.equals(wanted.get(candidate.itemId()), candidate.version())) {
                stored.put(candidate.itemId(), candidate);
            }
        }
        var evidence = evidence(stored.values());
        var names = new HashMap<String, String>();
        return items.stream()
                .map(item -> view(
                        item, Objects.requireNonNull(stored.get(item.id().value())), evidence, names, signed(item)))
                .toList();
    }

    /** All versions of an item up to the newest one to be seen, oldest first. */
    List<ItemView> history(KnowledgeItem item, int newest) {
        var all = versions.findByItemIdOrderByVersion(item.id().value()).stream()
                .filter(version -> version.version() <= newest)
                .toList();
        var evidence = evidence(all);
        var names = new HashMap<String, String>();
        var signed = signed(item);
        return all.stream()
                .map(version -> view(item, version, evidence, names, signed))
                .toList();
    }

    /** What seals the author's name in each version of the item that has it sealed. */
    Map<Integer, String> seals(KnowledgeItem item) {
        var seals = new HashMap<Integer, String>();
        for (var version : versions.findByItemIdOrderByVersion(item.id().value())) {
            var seal = version.authorSeal();
            if (seal != null) {
                seals.put(version.version(), seal);
            }
        }
        return seals;
    }

    /** The files with these ids, in this order; one that is not there any more is left out. */
    List<FileView> files(List<UUID> ids) {
        return pick(ids, byId(ids));
    }

    /** The name to print for a user name. */
    String name(String username) {
        return people.person(username).map(PersonView::name).orElse(username);
    }

    private List<SignatureView> signed(KnowledgeItem item) {
        return signatures.on(SUBJECT, item.id().value());
    }

    private Map<UUID, FileView> evidence(Collection<ItemVersion> of) {
        return byId(of.stream().flatMap(version -> version.fileIds().stream()).toList());
    }

    private Map<UUID, FileView> byId(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return files.findAllById(new LinkedHashSet<>(ids)).stream()
                .collect(Collectors.toMap(EvidenceFile::getId, EvidenceFile::view));
    }

    private static List<FileView> pick(List<UUID> ids, Map<UUID, FileView> from) {
        return ids.stream().flatMap(id -> Stream.ofNullable(from.get(id))).toList();
    }

    private ItemView view(
            KnowledgeItem item,
            ItemVersion version,
            Map<UUID, FileView> evidence,
            Map<String, String> names,
            List<SignatureView> signed) {
        var its = pick(version.fileIds(), evidence);
        var hash = version.hash(its);
        var onVersion = signed.stream()
                .filter(signature -> signature.subject().version() == version.version())
                .toList();
        var signedHash = onVersion.stream()
                .filter(signature -> signature.meaning() == Meaning.AUTHORSHIP)
                .findFirst()
                .map(SignatureView::contentHash)
                .orElse(version.contentHash());
        if (!hash.equals(signedHash) || !hash.equals(version.contentHash())) {
            alterations.found(item.transferId().value(), item.id().value(), version.version(), version.title());
        }
        return new ItemView(
                item.id(),
                item.transferId(),
                item.stepId(),
                item.captureId(),
                version.version(),
                item.latestVersion(),
                item.effectiveVersion(),
                item.stateOf(version.version()),
                item.isInRework(),
                version.content(),
                its,
                item.author(),
                names.computeIfAbsent(item.author(), this::name),
                version.submittedAt(),
                hash,
                signedHash,
                onVersion,
                item.isInConfidence());
    }
}
