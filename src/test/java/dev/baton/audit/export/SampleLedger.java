package dev.baton.audit.export;

import dev.baton.Digests;
import dev.baton.audit.ledger.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** A ledger in memory: leaves in, checkpoints and hashes of subtrees out, as the evidence format describes them. */
public final class SampleLedger implements Notary {

    private final UUID id;
    private final List<byte[]> leaves = new ArrayList<>();
    private final KeyPair keys;

    /** An empty ledger with a key of its own. */
    public SampleLedger(UUID id) {
        this.id = id;
        try {
            this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Its identifier. */
    public UUID id() {
        return id;
    }

    /** How many leaves it has. */
    public long size() {
        return leaves.size();
    }

    /** Seals an entry, whose index and hash are filled in. */
    public SealedEntry seal(SealedEntry e) {
        var hash = hash(0, e.leaf().getBytes(StandardCharsets.UTF_8));
        leaves.add(hash);
        return new SealedEntry(leaves.size() - 1L, HexFormat.of().formatHex(hash), e.entry(), e.withheld());
    }

    /** Seals an entry that nobody sees. */
    public void sealSomethingElse(String what) {
        leaves.add(hash(0, what.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public SignedState covering(long index) {
        if (index >= leaves.size()) {
            throw new AssertionError("leaf " + index + " is not sealed");
        }
        var key = keys.getPublic().getEncoded();
        var keyId = Digests.hex(key).substring(0, 16);
        var json = new CanonicalJson()
                .member("at", dev.baton.audit.ledger.Leaf.moment(Instant.parse("2026-03-01T09:30:00.5Z")))
                .member("format", "baton-checkpoint/1")
                .member("keyId", keyId)
                .member("ledger", id.toString())
                .member("rootHash", HexFormat.of().formatHex(subtree(0, leaves.size())))
                .member("size", (long) leaves.size())
                .end();
        return new SignedState(
                leaves.size(),
                json,
                Base64.getEncoder().encodeToString(signed(json)),
                keyId,
                Base64.getEncoder().encodeToString(key));
    }

    @Override
    public Subtrees tree() {
        return this::subtree;
    }

    private byte[] subtree(long from, long to) {
        if (to - from == 1) {
            return leaves.get((int) from);
        }
        long split = from + Long.highestOneBit(to - from - 1);
        return hash(1, subtree(from, split), subtree(split, to));
    }

    private byte[] signed(String json) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(json.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hash(int prefix, byte[]... parts) {
        MessageDigest digest = Digests.sha256();
        digest.update((byte) prefix);
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
