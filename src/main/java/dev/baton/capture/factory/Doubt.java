package dev.baton.capture.factory;

import java.util.Locale;

/** Why an answer stays out of the figures, though it stands in the signed item as it was given. */
public enum Doubt {
    /** More units right the first time than went in. */
    MORE_RIGHT_THAN_IN,
    /** Nothing went in, so nothing can be divided. */
    NOTHING_WENT_IN,
    /** Units in and units right are counted in different units. */
    UNITS_DIFFER,
    /** A number below zero, or a share above 100 %. */
    OUT_OF_BOUNDS,
    /** What is stored is not what was signed. */
    ALTERED;

    /** The doubt in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
