package dev.baton.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of the integrity checks and what it found.
 *
 * @param state running, finished, cancelled, interrupted (its node died) or failed
 * @param startedBy user name; {@code baton} for the nightly run
 * @param everything whether the whole ledger was looked at, or only what is new since it was last found right
 * @param step name of the check in work, or null
 * @param stepNumber how many checks have begun, of {@code steps}
 * @param done records the check in work has looked at, of {@code total}
 * @param open how many findings nobody has explained yet
 * @param findings the first ones of each check; empty in lists
 */
public record IntegrityRunView(
        UUID id,
        String state,
        String startedBy,
        boolean everything,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String step,
        int stepNumber,
        int steps,
        long done,
        long total,
        int open,
        List<FoundView> findings) {

    /** Whether it is still at work. */
    public boolean running() {
        return state.equals("running");
    }

    /**
     * One finding.
     *
     * @param resolution why it raises no alarm any more, or null while it does
     */
    public record FoundView(
            int no,
            String check,
            String where,
            String kind,
            String what,
            String advice,
            String fingerprint,
            @Nullable Resolution resolution) {}

    /** Who explained a finding, when, and how. */
    public record Resolution(String username, String name, Instant at, String reason) {}
}
