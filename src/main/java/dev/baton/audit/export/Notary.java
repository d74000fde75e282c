package dev.baton.audit.export;

/** The ledger as an export sees it: a signed state of it, and the hashes of what the export does not show. */
public interface Notary {

    /** A signed state of the ledger that covers the leaf with this number. */
    SignedState covering(long index);

    /**
     * The hash of a subtree.
     *
     * @param from first leaf of a subtree of the tree of some signed state
     * @param to the leaf after its last
     */
    byte[] subtree(long from, long to);

    /**
     * A checkpoint with its signature.
     *
     * @param size how many leaves it covers
     * @param json its canonical JSON
     * @param signature Ed25519 over those bytes, base64
     * @param keyId identifier of the key
     * @param publicKey base64 of its X.509 SubjectPublicKeyInfo
     */
    record SignedState(long size, String json, String signature, String keyId, String publicKey) {}
}
