package dev.baton.handover;

import dev.baton.transfer.Phase;
import java.util.List;
import java.util.Optional;

/**
 * The gate at the end of the present phase.
 *
 * @param missing everything that keeps it closed
 * @param overrides every override ever signed in this transfer, of this and earlier gates, oldest first
 */
public record GateView(Phase phase, List<Missing> missing, List<OverrideView> overrides) {

    /** Whether the phase may be left now. */
    public boolean open() {
        return missing.isEmpty() || (inForce().isPresent() && missing.stream().noneMatch(Missing::binding));
    }

    /** The override by which this gate may be passed, or empty. */
    public Optional<OverrideView> inForce() {
        return overrides.stream()
                .filter(override -> override.phase() == phase && override.inForce())
                .reduce((first, second) -> second);
    }

    /** The override that waits for its second signature, or empty. */
    public Optional<OverrideView> proposed() {
        return overrides.stream()
                .filter(override -> override.phase() == phase && !override.inForce())
                .reduce((first, second) -> second);
    }
}
