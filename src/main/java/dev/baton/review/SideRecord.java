package dev.baton.review;

import dev.baton.signature.ContentHash;
import java.util.Map;
import java.util.UUID;

/** The canonical content of the signed records beside an item: a substitute peer, a lifted hold. */
final class SideRecord {

    /** Type of the signed subject for a substitute peer. */
    static final String PEER_SUBSTITUTION = "peer-substitution";

    /** Type of the signed subject for a lifted hold. */
    static final String HOLD_LIFTED = "hold-lifted";

    private SideRecord() {}

    /** The hash over which item version it is about, what is said of it, and why. */
    static String hash(UUID item, int version, String itemHash, String field, String value, String reason) {
        return ContentHash.of(Map.of(
                "itemId", item.toString(), "version", version, "itemHash", itemHash, field, value, "reason", reason));
    }
}
