package dev.baton.trailreview;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How serious a finding is. */
public enum Severity {
    /** Worth putting right; no record is in doubt. */
    MINOR,
    /** A record may be in doubt. */
    MAJOR,
    /** A record that decisions rest on is in doubt; somebody else of quality verifies the review. */
    CRITICAL;

    /** The severity in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The severity with this code, or empty. */
    public static Optional<Severity> ofCode(String code) {
        return Arrays.stream(values())
                .filter(severity -> severity.code().equals(code))
                .findFirst();
    }
}
