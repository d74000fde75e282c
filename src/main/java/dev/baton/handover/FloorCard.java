package dev.baton.handover;

import dev.baton.capture.ItemView;
import dev.baton.transfer.StepView;
import java.time.Instant;
import java.util.List;

/**
 * What is read at the machine about one step.
 *
 * @param items what is approved, free to use and landed in something that is in force; cues first
 * @param training where its reader stands with what it says
 * @param madeAt when it was put together
 * @param until until when it may be read without network
 */
public record FloorCard(
        StepView step, String transfer, List<Line> items, FloorTraining training, Instant madeAt, Instant until) {

    /** An item with where it is in force at the receiving unit. */
    public record Line(ItemView item, LandingView landing) {}
}
