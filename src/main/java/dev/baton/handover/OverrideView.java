package dev.baton.handover;

import dev.baton.signature.SignatureView;
import dev.baton.transfer.Phase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A gate was, or is to be, passed although something was missing.
 *
 * @param missing what was missing when it was first signed, in words
 * @param signatures one while it is proposed, two once it is in force
 * @param unaltered whether what is stored is still what was signed
 */
public record OverrideView(
        UUID id,
        Phase phase,
        List<String> missing,
        String reason,
        String proposedBy,
        Instant proposedAt,
        List<SignatureView> signatures,
        boolean unaltered) {

    /** Whether two people have signed what is still stored. */
    public boolean inForce() {
        return unaltered
                && signatures.stream().map(SignatureView::username).distinct().count() > 1;
    }
}
