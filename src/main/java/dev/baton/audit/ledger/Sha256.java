package dev.baton.audit.ledger;

import dev.baton.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256, of texts and of the parts of a Merkle tree (RFC 6962, 2.1). */
public final class Sha256 {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final HexFormat HEX = HexFormat.of();
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Digests::sha256);

    private Sha256() {}

    /** The hash of a leaf with this content. */
    public static byte[] leaf(byte[] content) {
        var digest = DIGEST.get();
        digest.update(LEAF);
        return digest.digest(content);
    }

    /** The hash of a node over two subtrees. */
    public static byte[] node(byte[] left, byte[] right) {
        var digest = DIGEST.get();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** The hash of the bytes; that of no bytes is the root of the empty tree. */
    public static byte[] of(byte[] bytes) {
        return DIGEST.get().digest(bytes);
    }

    /** The hash of the text's UTF-8 bytes in lower-case hexadecimal. */
    public static String hexOf(CharSequence text) {
        return hex(of(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Lower-case hexadecimal. */
    public static String hex(byte[] hash) {
        return HEX.formatHex(hash);
    }
}
