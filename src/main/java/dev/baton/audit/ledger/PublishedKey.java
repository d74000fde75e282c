package dev.baton.audit.ledger;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A public key of the ledger.
 *
 * @param publicKey its X.509 SubjectPublicKeyInfo, base64
 * @param from since when it signs
 * @param to when its successor took over, or null while it signs
 */
public record PublishedKey(String keyId, String publicKey, Instant from, @Nullable Instant to) {

    static PublishedKey of(byte[] publicKey, Instant from, @Nullable Instant to) {
        return new PublishedKey(Ed25519.keyId(publicKey), Base64.getEncoder().encodeToString(publicKey), from, to);
    }
}
