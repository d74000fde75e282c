package dev.baton.trailreview;

import java.util.Locale;

/** How far a finding has come. */
public enum FindingState {
    /** Noted; the review is not signed yet. */
    RAISED,
    /** Taken back before the review was signed. */
    DROPPED,
    /** Waits for the person who has to do something. */
    OPEN,
    /** Done, says that person; waits for the reviewer. */
    ANSWERED,
    /** The reviewer has accepted what was done. */
    ACCEPTED;

    /** The state in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FindingState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
