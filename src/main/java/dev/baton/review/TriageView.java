package dev.baton.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of triage of one version.
 *
 * @param reference record number in the site's own system, or null when within range
 * @param onHold whether the item waits for that record to be closed
 */
public record TriageView(TriageOutcome outcome, @Nullable String reference, boolean onHold, String by, Instant at) {}
