package dev.baton.capture;

import java.util.Locale;

/** The author's answer to "could this be outside the registered range, or never reported?". */
public enum OutsideRange {
    /** No. */
    NO,
    /** Not sure: quality is told at once and looks first. */
    NOT_SURE,
    /** Yes: quality is told at once and looks first. */
    YES;

    /** The answer in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether quality looks before anyone at the receiving site does. */
    public boolean needsQualityFirst() {
        return this != NO;
    }
}
