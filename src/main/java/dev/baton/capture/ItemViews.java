package dev.baton.capture;

import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import java.util.Collection;
import java.util.Comparator;
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

    /** What rules ask about one version of an item; it must exist. */
    ItemHead head(KnowledgeItem item, int version) {
        var content = versions.findByItemIdOrderByVersion(item.id().value()).stream()
                .filter(stored -> stored.version() == version)
                .findFirst()
                .orElseThrow()
                .content();
        return new ItemHead(
                item.id(),
                item.transferId(),
                item.stepId(),
                version,
                item.latestVersion(),
                item.stateOf(version),
                item.isInRework(),
                item.author(),
                content.kind(),
                content.outsideRange(),
                content.helpers());
    }

    /** One version of each item, in the given order. */
    List<ItemView> of(List<KnowledgeItem> items, Function<KnowledgeItem, Integer> version) {
        var ids = items.stream().map(item -> item.id().value()).toList();
        var stored = new HashMap<UUID, ItemVersion>();
        var wanted = items.stream().collect(Collectors.toMap(item -> item.id().value(), version, (a, b) -> a));
        for (var candidate : versions(ids)) {
            if (Objects.equals(wanted.get(candidate.itemId()), candidate.version())) {
                stored.put(candidate.itemId(), candidate);
            }
        }
        var evidence = evidence(stored.values());
        var names = new HashMap<String, String>();
        var signed = signed(SUBJECT, ids);
        var coSigned = signed(
                CoAuthored.SUBJECT,
                stored.values().stream()
                        .filter(one -> !one.coAuthors().isEmpty())
                        .map(ItemVersion::itemId)
                        .toList());
        return items.stream()
                .map(item -> view(
                        item,
                        Objects.requireNonNull(stored.get(item.id().value())),
                        evidence,
                        names,
                        signed.getOrDefault(item.id().value(), List.of()),
                        coSigned.getOrDefault(item.id().value(), List.of())))
                .toList();
    }

    /** All versions of an item up to the newest one to be seen, oldest first. */
    List<ItemView> history(KnowledgeItem item, int newest) {
        var all = versions.findByItemIdOrderByVersion(item.id().value()).stream()
                .filter(version -> version.version() <= newest)
                .toList();
        var evidence = evidence(all);
        var names = new HashMap<String, String>();
        var signed = signatures.on(SUBJECT, item.id().value());
        var coSigned = all.stream().allMatch(version -> version.coAuthors().isEmpty())
                ? List.<SignatureView>of()
                : signatures.on(CoAuthored.SUBJECT, item.id().value());
        return all.stream()
                .map(version -> view(item, version, evidence, names, signed, coSigned))
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

    /** With those of its co-authors on exactly this text; what they signed of a text that changed after counts for nothing. */
    private static List<SignatureView> with(
            List<SignatureView> onVersion, List<SignatureView> byCoAuthors, ItemVersion version, String signedHash) {
        if (version.coAuthors().isEmpty()) {
            return onVersion;
        }
        var coSigned = byCoAuthors.stream()
                .filter(signature -> signature.subject().version() == version.version()
                        && version.coAuthors().contains(signature.username())
                        && signature.isValidFor(signedHash));
        return Stream.concat(onVersion.stream(), coSigned)
                .sorted(Comparator.comparing(SignatureView::signedAt))
                .toList();
    }

    /** A query for one is planned once and for all; one for many is planned for each number of them. */
    private List<ItemVersion> versions(List<UUID> ids) {
        return ids.size() == 1
                ? versions.findByItemIdOrderByVersion(ids.get(0))
                : versions.findByItemIdInOrderByVersion(ids);
    }

    /** One record is asked for often within an act, and then remembered; many are asked for at once. */
    private Map<UUID, List<SignatureView>> signed(String subject, List<UUID> ids) {
        return ids.size() == 1 ? Map.of(ids.get(0), signatures.on(subject, ids.get(0))) : signatures.on(subject, ids);
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
            List<SignatureView> signed,
            List<SignatureView> byCoAuthors) {
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
                with(onVersion, byCoAuthors, version, signedHash),
                item.isInConfidence());
    }
}
