package dev.baton.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The places where a person other than the author says yes, no or asks. */
public enum Stage {
    /** A second expert of the sending site, or the substitute that quality named. */
    PEER_REVIEW,
    /** Where the routing table asks: one more expert of the sending site. */
    SECOND_PEER_REVIEW,
    /** Where the routing table asks: an expert named on a step with the same unit operation. */
    SPECIALIST_REVIEW,
    /** Somebody of the receiving site: "could I do it from this?". */
    RECEIVER_REVIEW,
    /** Where the routing table asks: one more person of the receiving site. */
    SECOND_RECEIVER_REVIEW,
    /** Where the routing table asks: quality of the receiving site, beside triage and approval. */
    SITE_QUALITY_REVIEW,
    /** GMP triage by quality. */
    TRIAGE,
    /** Approval by quality. */
    APPROVAL;

    private static final List<Stage> ADDITIONAL =
            List.of(SECOND_PEER_REVIEW, SPECIALIST_REVIEW, SECOND_RECEIVER_REVIEW, SITE_QUALITY_REVIEW);

    /** The stages that no item has unless the routing table asks for them; they come beside the others. */
    public static List<Stage> additional() {
        return ADDITIONAL;
    }

    /** Whether only the routing table asks for it. */
    public boolean isAdditional() {
        return ADDITIONAL.contains(this);
    }

    /** Whether somebody reads here and says whether it is right, before quality decides. */
    public boolean isReview() {
        return this != TRIAGE && this != APPROVAL;
    }

    /** Whether "could I do it from this?" is asked here. */
    public boolean isForReceiving() {
        return this == RECEIVER_REVIEW || this == SECOND_RECEIVER_REVIEW;
    }

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
