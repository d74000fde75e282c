package dev.baton.trailreview;

import dev.baton.transfer.TransferId;

/** What happened to a review of the trail or one of its findings. Published inside the transaction that did it. */
public sealed interface TrailReviewEvent {

    /** The transfer whose trail is reviewed. */
    TransferId transferId();

    /** It waits for its reviewer. */
    record ReviewOpened(TransferId transferId, TrailReviewId reviewId) implements TrailReviewEvent {}

    /** Another person looks from now on. */
    record ReviewerChanged(TransferId transferId, TrailReviewId reviewId) implements TrailReviewEvent {}

    /**
     * The reviewer has signed.
     *
     * @param ownActs whether acts of the reviewer are left to a second one
     * @param critical whether anything critical was found so far
     */
    record ReviewSigned(TransferId transferId, TrailReviewId reviewId, boolean ownActs, boolean critical)
            implements TrailReviewEvent {}

    /** The second reviewer has signed. */
    record SecondSigned(TransferId transferId, TrailReviewId reviewId, boolean critical) implements TrailReviewEvent {}

    /** Somebody else of quality has verified what was critical. */
    record ReviewVerified(TransferId transferId, TrailReviewId reviewId) implements TrailReviewEvent {}

    /** No review could be opened: everybody of quality did what would have to be looked at. */
    record NobodyIndependent(TransferId transferId, Occasion occasion) implements TrailReviewEvent {}

    /** The review is signed, and somebody has to do something about a finding. */
    record FindingOpened(TransferId transferId, FindingId findingId) implements TrailReviewEvent {}

    /** They say what they did. */
    record FindingAnswered(TransferId transferId, FindingId findingId) implements TrailReviewEvent {}

    /** The reviewer has looked at what was done. */
    record FindingJudged(TransferId transferId, FindingId findingId, boolean accepted) implements TrailReviewEvent {}
}
