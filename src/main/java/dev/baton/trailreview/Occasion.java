package dev.baton.trailreview;

import java.util.Locale;

/** Why a review was opened. */
public enum Occasion {
    /** Its time had come. */
    SCHEDULE,
    /** Quality wanted one. */
    ON_DEMAND,
    /** The transfer entered its last phase. */
    CLOSE_OUT;

    /** The occasion in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Occasion ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
