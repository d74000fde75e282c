package dev.baton.capture;

import dev.baton.signature.SignatureView;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What another module has signed beyond items, so that an export can tell whether those signatures still stand. */
public interface SignedContent {

    /** The hash of what is stored now for the subject of this signature; empty when it is not this module's. */
    Optional<String> currentHash(SignatureView signature);

    /** The same for many at once, by the signature's id; those without a hash are left out. */
    default Map<UUID, String> currentHashes(Collection<SignatureView> signatures) {
        return signatures.stream()
                .flatMap(signature -> currentHash(signature).map(hash -> Map.entry(signature.id(), hash)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** As {@link #currentHashes}, by whichever of these modules knows; the first where several do. */
    static Map<UUID, String> currentHashes(Stream<SignedContent> modules, Collection<SignatureView> signatures) {
        var hashes = new HashMap<UUID, String>();
        modules.forEach(module -> module.currentHashes(signatures).forEach(hashes::putIfAbsent));
        return hashes;
    }

    /**
     * For a module that reads the subjects of one type at once: the hashes by the signature's id.
     *
     * @param hashes the hashes of the subjects with these ids, by id; asked only when there are any
     */
    static Map<UUID, String> ofType(
            String type, Collection<SignatureView> signatures, Function<List<UUID>, Map<UUID, String>> hashes) {
        var mine = signatures.stream()
                .filter(signature -> signature.subject().type().equals(type))
                .toList();
        if (mine.isEmpty()) {
            return Map.of();
        }
        var bySubject = hashes.apply(mine.stream()
                .map(signature -> signature.subject().id())
                .distinct()
                .toList());
        return mine.stream()
                .filter(signature -> bySubject.containsKey(signature.subject().id()))
                .collect(Collectors.toMap(
                        SignatureView::id,
                        signature -> Objects.requireNonNull(
                                bySubject.get(signature.subject().id()))));
    }
}
