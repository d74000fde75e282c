package dev.baton.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record that a trail entry is about.
 *
 * @param type what sort of record, such as {@code item}; words in {@code messages.properties} under {@code record.}
 * @param id its identifier
 * @param label what people call it
 * @param transfer the transfer it belongs to, or null
 * @param item the knowledge item it belongs to, or null
 * @param version the item's version it is about, or null
 */
public record TrailRef(
        String type, String id, String label, @Nullable UUID transfer, @Nullable UUID item, @Nullable Integer version) {

    /** A record outside every transfer. */
    public static TrailRef of(String type, String id, String label) {
        return new TrailRef(type, id, label, null, null, null);
    }
}
