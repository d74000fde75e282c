package dev.baton.verification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a step is played at the receiving site: watch, do together, do alone. */
public enum RunKind {
    /** The receiver watches the expert. */
    SHADOW,
    /** The receiver does it, the expert is silent. */
    REVERSE_SHADOW,
    /** The receiver does it and says each cue, its number and why, in their own words. */
    TEACH_BACK;

    /** The kind in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with this code, or empty. */
    public static Optional<RunKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    static RunKind of(String code) {
        return ofCode(code).orElseThrow(() -> new IllegalArgumentException("No kind of run " + code));
    }
}
