package dev.baton.capture;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses the method with which an expert is asked about a step; the decision table answers it. */
public interface MethodChoice {

    /**
     * What the choice depends on.
     *
     * @param experts how many experts the step has
     * @param daysToLeaving days until this expert leaves, or null when no date is known
     * @param earlierItems how many items the step has already
     */
    record Situation(
            boolean critical, String unitOperation, int experts, @Nullable Integer daysToLeaving, long earlierItems) {}

    /** The id of the method, or empty when the table has no answer. */
    Optional<String> choose(Situation situation);
}
