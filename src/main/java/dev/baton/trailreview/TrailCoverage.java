package dev.baton.trailreview;

import dev.baton.Refusal.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of a transfer's trail has been reviewed: what a gate asks before a transfer closes.
 *
 * @param lastSigned when the last review was signed, or null: none was
 * @param actsSince how many acts that ask for a review are not in a signed one
 * @param openReview number of the review that is not signed yet, or null
 * @param openCritical how many critical findings are not dealt with
 */
public record TrailCoverage(
        @Nullable Instant lastSigned, int actsSince, @Nullable Integer openReview, int openCritical) {

    /** Whether a signed review covers everything up to now, and nothing critical is open. */
    public boolean isComplete() {
        return missing().isEmpty();
    }

    /** What is missing, one sentence each; empty when nothing is. */
    public List<Fault> missing() {
        var missing = new ArrayList<Fault>();
        if (openReview != null) {
            missing.add(Fault.of("trail-review", "trailreview.missing.open", openReview));
        }
        if (actsSince > 0) {
            missing.add(
                    lastSigned == null
                            ? Fault.of("trail-review", "trailreview.missing.none", actsSince)
                            : Fault.of("trail-review", "trailreview.missing.since", actsSince));
        }
        if (openCritical > 0) {
            missing.add(Fault.of("trail-finding", "trailreview.missing.critical", openCritical));
        }
        return List.copyOf(missing);
    }
}
