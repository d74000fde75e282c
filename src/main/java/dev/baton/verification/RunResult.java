package dev.baton.verification;

import java.util.Arrays;
import java.util.Locale;

/** What came of a run, in the words that people read. */
public enum RunResult {
    /** Without a prompt, right the first time, every critical cue that is needed. */
    UNAIDED,
    /** The same, with help. */
    WITH_PROMPTS,
    /** Something is still missing; it comes again. */
    NOT_YET,
    /** A shadow: the receiver watched. */
    WATCHED,
    /** Ended before its end. */
    STOPPED;

    /** The result in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static RunResult of(String code) {
        return Arrays.stream(values())
                .filter(result -> result.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
