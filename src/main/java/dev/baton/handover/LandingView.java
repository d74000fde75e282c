package dev.baton.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a version landed.
 *
 * @param document number of the controlled document of the receiving unit, or null for training only
 * @param effectiveOn first day on which the document is effective, or null for training only
 * @param reason why in training only, or why an earlier landing was replaced
 */
public record LandingView(
        UUID id,
        int version,
        @Nullable String document,
        @Nullable String section,
        @Nullable LocalDate effectiveOn,
        @Nullable String reason,
        String landedBy,
        Instant landedAt) {

    /** Whether the document is effective on that day; what is in training only is so at once. */
    public boolean isEffective(LocalDate day) {
        return effectiveOn == null || !effectiveOn.isAfter(day);
    }

    /** Whether no document says it. */
    public boolean trainingOnly() {
        return document == null;
    }
}
