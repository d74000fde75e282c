package dev.baton.bench;

import java.time.Duration;

/**
 * How large the benchmarks are: {@code -Dbench.scale=small} only shows that they work, its numbers say nothing;
 * {@code full}, the default, is what is recorded.
 */
enum Scale {
    SMALL,
    FULL;

    /** The scale of this run. */
    static Scale ofThisRun() {
        return System.getProperty("bench.scale", "full").equals("small") ? SMALL : FULL;
    }

    /** One of two numbers. */
    static int of(int small, int full) {
        return ofThisRun() == SMALL ? small : full;
    }

    /** One of two lists of sizes. */
    static int[] sizes(int[] small, int... full) {
        return ofThisRun() == SMALL ? small : full;
    }

    /** How long a comparison may go on, unless its fewest rounds need more. */
    static Duration seconds(int full) {
        return ofThisRun() == SMALL ? Duration.ofSeconds(2) : Duration.ofSeconds(full);
    }
}
