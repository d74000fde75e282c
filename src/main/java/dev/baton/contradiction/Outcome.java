package dev.baton.contradiction;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an arbitration ends. */
public enum Outcome {
    /** Both are right, under the conditions that are named. */
    BOTH,
    /** The first of the two is right. */
    FIRST,
    /** The second of the two is right. */
    SECOND,
    /** Only a trial can tell. */
    TRIAL;

    /** The outcome in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome with this code. */
    public static Optional<Outcome> ofCode(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst();
    }
}
