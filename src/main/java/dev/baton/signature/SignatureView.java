package dev.baton.signature;

import dev.baton.identity.Role;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signature as it is shown: printed name, user name, role, site, meaning, UTC time and the signer's zone (21 CFR
 * 11.50, Annex 11 draft 13).
 *
 * @param decision what was decided with it, such as {@code accept} or {@code within-range}, or null
 * @param comment the signer's words, or null
 */
public record SignatureView(
        UUID id,
        SignedSubject subject,
        Meaning meaning,
        String signer,
        String username,
        Role role,
        String site,
        Instant signedAt,
        ZoneId zone,
        String contentHash,
        @Nullable String decision,
        @Nullable String comment) {

    /** The same with other words for the signer, for a reader who may not know the name; what is stored keeps it. */
    public SignatureView by(String otherUsername, String otherSigner) {
        return new SignatureView(
                id,
                subject,
                meaning,
                otherSigner,
                otherUsername,
                role,
                site,
                signedAt,
                zone,
                contentHash,
                decision,
                comment);
    }

    /** The same without the signer's words, for a reader who has still to find their own; what is stored keeps them. */
    public SignatureView withoutWords() {
        return new SignatureView(
                id, subject, meaning, signer, username, role, site, signedAt, zone, contentHash, decision, null);
    }

    /** Whether the signature still stands for content with this hash. */
    public boolean isValidFor(String currentHash) {
        return contentHash.equals(currentHash);
    }
}
