package dev.baton.handover;

import dev.baton.capture.ItemId;
import dev.baton.transfer.StepId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An effective item and where it landed.
 *
 * @param kind code of what sort of hidden step it is
 * @param step number and name of its step
 * @param days full days since its approval
 * @param onHold whether triage holds it back
 * @param landing where it landed, or null for not yet
 */
public record ToLand(
        ItemId itemId,
        String title,
        int version,
        String kind,
        StepId stepId,
        String step,
        Instant approvedAt,
        long days,
        boolean onHold,
        @Nullable LandingView landing) {}
