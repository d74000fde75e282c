package dev.baton.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry of the trail: one act on one field, or one act without a field. */
public record TrailRow(
        long no,
        long tx,
        Instant at,
        String zone,
        String person,
        String username,
        String role,
        String site,
        String act,
        String recordType,
        String recordId,
        String recordLabel,
        @Nullable UUID item,
        @Nullable Integer version,
        @Nullable String field,
        @Nullable String oldValue,
        @Nullable String newValue,
        @Nullable String unit,
        @Nullable String reason,
        @Nullable String address) {

    /** The record in one line: what people call it, what sort it is, and its identifier. */
    public String record() {
        return recordLabel.equals(recordId)
                ? recordType + " " + recordId
                : recordLabel + " (" + recordType + " " + recordId + ")";
    }
}
