package dev.baton.contradiction;

import java.util.Locale;

/** How a contradiction came to light. */
public enum Finding {
    /** Two numbers of the same kind of quantity are further apart than the tolerance. */
    THRESHOLD,
    /** Two cues for the same sense speak of the same thing in different words; only people can tell. */
    CUE,
    /** A member of the team marked the two. */
    MEMBER;

    /** The finding in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
