package dev.baton.capture;

/**
 * How far the knowledge of one step has come.
 *
 * @param items how many items the current actor may see
 * @param nothingHidden whether an expert signed to know of nothing more
 */
public record StepProgress(
        boolean captured, boolean reviewed, boolean approved, boolean transferred, int items, boolean nothingHidden) {

    /** Before anything was captured. */
    public static final StepProgress NONE = new StepProgress(false, false, false, false, 0, false);
}
