package dev.baton.review;

import dev.baton.capture.SignedContent;
import dev.baton.signature.SignatureView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What quality signs beside a version: that its hold is lifted, and who reviews it as a peer instead. */
@Component
class SignedBeside implements SignedContent {

    private final HoldLifts lifts;
    private final PeerNamings namings;

    SignedBeside(HoldLifts lifts, PeerNamings namings) {
        this.lifts = lifts;
        this.namings = namings;
    }

    @Override
    public Optional<String> currentHash(SignatureView signature) {
        var subject = signature.subject();
        return switch (subject.type()) {
            case SideRecord.HOLD_LIFTED -> lifts.findById(subject.id()).map(HoldLift::hash);
            case SideRecord.PEER_SUBSTITUTION -> namings.findById(subject.id()).map(PeerNaming::hash);
            default -> Optional.empty();
        };
    }
}
