package dev.baton.contradiction;

import dev.baton.capture.SignedContent;
import dev.baton.signature.SignatureView;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells exports and checks whether the signature under an arbitration still stands. */
@Component
class ContradictionSigned implements SignedContent {

    /** Type of the signed subject. */
    static final String SUBJECT = "arbitration";

    private final ContradictionLog log;

    ContradictionSigned(ContradictionLog log) {
        this.log = log;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> currentHash(SignatureView signature) {
        return signature.subject().type().equals(SUBJECT)
                ? log.findById(signature.subject().id()).map(Contradiction::hash)
                : Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> currentHashes(Collection<SignatureView> signatures) {
        return SignedContent.ofType(SUBJECT, signatures, ids -> log.findAllById(ids).stream()
                .collect(Collectors.toMap(contradiction -> contradiction.id().value(), Contradiction::hash)));
    }
}
