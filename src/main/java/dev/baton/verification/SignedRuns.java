package dev.baton.verification;

import dev.baton.capture.SignedContent;
import dev.baton.signature.SignatureView;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells exports and checks whether the signatures on runs still stand. */
@Component
class SignedRuns implements SignedContent {

    private final DemonstrationRuns runs;

    SignedRuns(DemonstrationRuns runs) {
        this.runs = runs;
    }

    @Override
    public Optional<String> currentHash(SignatureView signature) {
        var subject = signature.subject();
        return subject.type().equals(DemonstrationRun.SUBJECT)
                ? runs.findById(subject.id()).map(DemonstrationRun::currentHash)
                : Optional.empty();
    }

    @Override
    public Map<UUID, String> currentHashes(Collection<SignatureView> signatures) {
        return SignedContent.ofType(DemonstrationRun.SUBJECT, signatures, ids -> runs.findAllById(ids).stream()
                .collect(Collectors.toMap(DemonstrationRun::getId, DemonstrationRun::currentHash)));
    }
}
