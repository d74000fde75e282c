package dev.baton.capture;

import java.util.Locale;

/** Where a version of a knowledge item stands. */
public enum ItemState {
    /** Its author is working on it; nobody else sees it. */
    DRAFT,
    /** Signed by its author; text is locked, reviews and triage are open. */
    SUBMITTED,
    /** A second expert has accepted it. */
    PEER_REVIEWED,
    /** The receiving site has accepted it too. */
    RECEIVER_REVIEWED,
    /** Both reviews and triage are done; approval is open. */
    TRIAGED,
    /** Effective. */
    APPROVED,
    /** Landed in a document of the receiving site and demonstrated there. */
    TRANSFERRED,
    /** A later version is effective. */
    SUPERSEDED,
    /** Taken back; stays readable. */
    WITHDRAWN;

    /** Whether reviews, triage or approval of the version are open. */
    public boolean isInReview() {
        return this == SUBMITTED || this == PEER_REVIEWED || this == RECEIVER_REVIEWED || this == TRIAGED;
    }

    /** The state in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
