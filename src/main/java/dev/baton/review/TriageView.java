package dev.baton.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of triage of one version.
 *
 * @param reference record number in the site's own system, or null when within range
 * @param condition id of the established condition, or null
 * @param category how a change of it is reported, or null
 * @param onHold whether the item waits for that record to be closed
 */
public record TriageView(
        TriageOutcome outcome,
        @Nullable String reference,
        @Nullable String condition,
        @Nullable String category,
        boolean onHold,
        String by,
        Instant at) {}
