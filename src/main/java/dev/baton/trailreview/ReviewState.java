package dev.baton.trailreview;

import java.util.Locale;

/** How far a review of the trail has come. */
public enum ReviewState {
    /** The reviewer looks. */
    OPEN,
    /** The reviewer has signed; a second one looks at the reviewer's own acts. */
    SECOND,
    /** All is signed; another one of quality verifies what was critical. */
    VERIFICATION,
    /** Nothing is left to sign. */
    SIGNED;

    /** The state in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReviewState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
