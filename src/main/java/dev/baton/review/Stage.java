package dev.baton.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The places where a person other than the author says yes, no or asks. */
public enum Stage {
    /** A second expert of the sending site, or the substitute that quality named. */
    PEER_REVIEW,
    /** Somebody of the receiving site: "could I do it from this?". */
    RECEIVER_REVIEW,
    /** GMP triage by quality. */
    TRIAGE,
    /** Approval by quality. */
    APPROVAL;

    /** The stage in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stage with this code, or empty. */
    public static Optional<Stage> ofCode(String code) {
        return Arrays.stream(values())
                .filter(stage -> stage.code().equals(code))
                .findFirst();
    }
}
