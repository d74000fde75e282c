package dev.baton.trailreview;

import java.util.Locale;

/** What a reviewer says of an act. */
public enum Verdict {
    /** Nothing is to be said. */
    IN_ORDER,
    /** Something is to be put right. */
    FINDING;

    /** The verdict in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Verdict ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
