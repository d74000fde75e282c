package dev.baton.capture;

import dev.baton.capture.factory.ProcessFigures;
import dev.baton.capture.factory.StepFigures;
import dev.baton.transfer.StepId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hidden factory of a transfer's process, as far as the reader may see the items it is computed from.
 *
 * @param steps the step with the widest gap first, then by minutes and loops; then the steps without figures, in the
 *     order of the process
 */
public record HiddenFactoryView(ProcessFigures process, List<Step> steps) {

    /**
     * A step with its figures.
     *
     * @param rank 1, 2, 3 …; null without figures
     * @param sources the items that the figures come from
     */
    public record Step(
            StepId stepId,
            String number,
            String name,
            @Nullable Integer rank,
            StepFigures figures,
            List<Source> sources) {}

    /** An item that figures come from, in the version that counts. */
    public record Source(ItemId itemId, int version, String title, ItemState state) {}
}
