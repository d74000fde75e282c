package dev.baton.handover;

import dev.baton.capture.SignedContent;
import dev.baton.signature.SignatureView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is signed on the way to the hand-over: training only, overrides of gates, and the acceptance. */
@Component
class SignedHandover implements SignedContent {

    private final LandingLog landings;
    private final GateOverrides overrides;
    private final TransferDocuments documents;
    private final AcceptanceLog acceptances;

    SignedHandover(
            LandingLog landings, GateOverrides overrides, TransferDocuments documents, AcceptanceLog acceptances) {
        this.landings = landings;
        this.overrides = overrides;
        this.documents = documents;
        this.acceptances = acceptances;
    }

    @Override
    public Optional<String> currentHash(SignatureView signature) {
        var subject = signature.subject();
        return switch (subject.type()) {
            case Landings.SUBJECT -> landings.findById(subject.id()).map(Landing::hash);
            case Gates.SUBJECT -> overrides.findById(subject.id()).map(GateOverride::hash);
            case AcceptanceReader.SUBJECT -> acceptances.findById(subject.id()).map(Acceptance::hash);
            case Documents.SUBJECT -> documents.findById(subject.id()).map(TransferDocument::hash);
            default -> Optional.empty();
        };
    }
}
