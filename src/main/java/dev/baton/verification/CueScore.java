package dev.baton.verification;

import org.jspecify.annotations.Nullable;

/**
 * A cue as it went in one run.
 *
 * @param score 0 not named, 1 named after a prompt, 2 named, 3 named with its number and why; null while it is open, and
 *     in a shadow
 * @param text whether it was the text that a missed cue could not be read from; null when nobody was asked
 */
public record CueScore(Cue cue, @Nullable Integer score, @Nullable Boolean text) {

    /** The best score. */
    public static final int BEST = 3;

    /** Whether the cue was named, helped or not. */
    public boolean named() {
        return score != null && score > 0;
    }
}
