package dev.baton.audit.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;

/**
 * A signed statement that the ledger's first leaves have a root ({@code docs/evidence-format.md}, section 2).
 *
 * @param size how many leaves
 * @param rootHash the root of the tree over them, lower-case hexadecimal
 * @param at when it was signed, to the microsecond
 * @param keyId which key signed
 * @param signature Ed25519 over the UTF-8 bytes of {@link #text}, base64
 */
public record Checkpoint(UUID ledger, long size, String rootHash, Instant at, String keyId, String signature) {

    /** What the first member says. */
    public static final String FORMAT = "baton-checkpoint/1";

    /** What is signed: canonical JSON. */
    public String text() {
        return text(ledger, size, rootHash, at, keyId);
    }

    /** The moment as the text has it. */
    public String moment() {
        return Leaf.moment(at.atOffset(ZoneOffset.UTC));
    }

    /** Whether this key made the signature. */
    public boolean isSignedBy(PublishedKey key) {
        return key.keyId().equals(keyId)
                && Ed25519.verifies(
                        key.publicKey(),
                        text().getBytes(StandardCharsets.UTF_8),
                        Base64.getDecoder().decode(signature));
    }

    static String text(UUID ledger, long size, String rootHash, Instant at, String keyId) {
        return new CanonicalJson()
                .member("at", Leaf.moment(at.atOffset(ZoneOffset.UTC)))
                .member("format", FORMAT)
                .member("keyId", keyId)
                .member("ledger", ledger)
                .member("rootHash", rootHash)
                .member("size", size)
                .end();
    }
}
