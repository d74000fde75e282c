package dev.baton.verification;

import dev.baton.capture.ItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the pair is with a run.
 *
 * @param prompts how often the expert had to help so far
 * @param rightFirstTime whether the work itself was right the first time, or null while it is not said
 * @param remark the pair's words, or null
 * @param cues what was judged so far, in any order
 */
public record RunProgress(int prompts, @Nullable Boolean rightFirstTime, @Nullable String remark, List<Judged> cues) {

    /** Nothing yet. */
    public static final RunProgress NONE = new RunProgress(0, null, null, List.of());

    /** How one cue went; see {@link CueScore}. */
    public record Judged(ItemId item, @Nullable Integer score, @Nullable Boolean text) {}
}
