package dev.baton.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act of the trail as a review weighs it: all entries that one person made of one record, in one transaction, under
 * one name.
 *
 * @param no the highest number among its entries, which names it
 * @param label what people call the record
 * @param changes the fields it touched, values cut short
 * @param digest SHA-256 over the hashes of its leaves in the ledger; empty while it is not sealed
 */
public record SealedAct(
        long no,
        Instant at,
        String act,
        String recordType,
        String recordId,
        String label,
        @Nullable UUID item,
        String username,
        boolean reasoned,
        List<Change> changes,
        String digest) {

    /** A field that was touched, and the beginning of its new value. */
    public record Change(String field, @Nullable String now) {}

    /** Whether it touched that field. */
    public boolean touches(String field) {
        return changes.stream().anyMatch(change -> change.field().equals(field));
    }

    /** The beginning of the field's new value; empty when it has none or was not touched. */
    public Optional<String> value(String field) {
        return changes.stream()
                .filter(change -> change.field().equals(field))
                .flatMap(change -> Optional.ofNullable(change.now()).stream())
                .findFirst();
    }
}
