package dev.baton.capture;

/**
 * What colleagues told about a step and the reader is to see only after telling themselves.
 *
 * @param colleagues how many colleagues told something, or signed that they know of nothing more
 */
public record KeptVoices(int colleagues) {

    /** Whether anything is kept back. */
    public boolean isAny() {
        return colleagues > 0;
    }
}
