package dev.baton.review;

import dev.baton.review.ReviewRefusals.OutOfTurn;
import java.util.List;
import java.util.Optional;

/**
 * In which order a round goes (21 CFR 11.10(f)): triage beside the reviews, or before them when something could be
 * outside the registered range; the receiving site after the peer; additional reviews beside all of them; approval after everything else. The rule book is
 * {@link #allRules()}.
 */
final class SequencePolicy {

    /** One rule: may this stage of this round be decided now? */
    @FunctionalInterface
    interface Rule {

        /** Key of the sentence that says why not, or empty. */
        Optional<String> objection(Round round, Stage stage);
    }

    /** Only the latest version is decided on. */
    static final Rule LATEST_VERSION_ONLY =
            (round, stage) -> objection(round.version() != round.latestVersion(), "review.turn.not-latest");

    /** A stage is decided once in a round. */
    static final Rule ONCE_ONLY = (round, stage) -> objection(round.isAccepted(stage), "review.turn.already-done");

    /** What is approved, withdrawn or back in draft is not in review. */
    static final Rule IN_REVIEW_ONLY =
            (round, stage) -> objection(!round.state().isInReview(), "review.turn.not-in-review");

    /** While the author has the item back, nobody decides. */
    static final Rule NOT_WHILE_IN_REWORK = (round, stage) -> objection(round.inRework(), "review.turn.in-rework");

    /** When something could be outside the registered range, quality looks first. */
    static final Rule QUALITY_FIRST = (round, stage) -> objection(
            round.qualityFirst() && stage != Stage.TRIAGE && !round.isAccepted(Stage.TRIAGE),
            "review.turn.quality-first");

    /** The receiving site reviews what a peer has accepted. */
    static final Rule RECEIVER_AFTER_PEER = (round, stage) ->
            objection(stage == Stage.RECEIVER_REVIEW && !round.isAccepted(Stage.PEER_REVIEW), "review.turn.peer-first");

    /** An additional review is there only where the routing table asked for it. */
    static final Rule ADDITIONAL_ONLY_IF_ASKED = (round, stage) ->
            objection(stage.isAdditional() && !round.asked().contains(stage), "review.turn.not-asked");

    /** Approval waits for both reviews. */
    static final Rule APPROVAL_AFTER_REVIEWS = (round, stage) -> objection(
            stage == Stage.APPROVAL
                    && !(round.isAccepted(Stage.PEER_REVIEW) && round.isAccepted(Stage.RECEIVER_REVIEW)),
            "review.turn.reviews-first");

    /** Approval waits for everybody who was asked in addition. */
    static final Rule APPROVAL_AFTER_ADDITIONAL = (round, stage) ->
            objection(stage == Stage.APPROVAL && !round.isAdditionallyReviewed(), "review.turn.additional-first");

    /** Approval waits for triage. */
    static final Rule APPROVAL_AFTER_TRIAGE = (round, stage) ->
            objection(stage == Stage.APPROVAL && !round.isAccepted(Stage.TRIAGE), "review.turn.triage-first");

    private SequencePolicy() {}

    /** The whole rule book, the plainest reason first. */
    static List<Rule> allRules() {
        return List.of(
                LATEST_VERSION_ONLY,
                ONCE_ONLY,
                IN_REVIEW_ONLY,
                NOT_WHILE_IN_REWORK,
                QUALITY_FIRST,
                RECEIVER_AFTER_PEER,
                ADDITIONAL_ONLY_IF_ASKED,
                APPROVAL_AFTER_REVIEWS,
                APPROVAL_AFTER_ADDITIONAL,
                APPROVAL_AFTER_TRIAGE);
    }

    /** Refuses with the words of the first rule that objects. */
    static void require(Round round, Stage stage) {
        for (var rule : allRules()) {
            rule.objection(round, stage).ifPresent(key -> {
                throw new OutOfTurn(key);
            });
        }
    }

    private static Optional<String> objection(boolean broken, String messageKey) {
        return broken ? Optional.of(messageKey) : Optional.empty();
    }
}
