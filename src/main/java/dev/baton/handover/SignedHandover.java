package dev.baton.handover;

import dev.baton.capture.SignedContent;
import dev.baton.signature.SignatureView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is signed on the way to the hand-over: training only, and overrides of gates. */
@Component
class SignedHandover implements SignedContent {

    private final LandingLog landings;
    private final GateOverrides overrides;

    SignedHandover(LandingLog landings, GateOverrides overrides) {
        this.landings = landings;
        this.overrides = overrides;
    }

    @Override
    public Optional<String> currentHash(SignatureView signature) {
        var subject = signature.subject();
        return switch (subject.type()) {
            case Landings.SUBJECT -> landings.findById(subject.id()).map(Landing::hash);
            case Gates.SUBJECT -> overrides.findById(subject.id()).map(GateOverride::hash);
            default -> Optional.empty();
        };
    }
}
