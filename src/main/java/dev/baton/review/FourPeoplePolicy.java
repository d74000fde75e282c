package dev.baton.review;

import dev.baton.review.ReviewRefusals.FourPeopleBroken;
import java.util.List;
import java.util.Optional;

/**
 * Author side, peer, receiver and approver of one version are four different people, and whoever reviews in addition is
 * one more. The rule book is {@link #allRules()}; each rule says in words what it refuses. Triage belongs to quality's
 * place: the same person may triage and approve.
 */
final class FourPeoplePolicy {

    /** One rule: may this person take this stage of this round? */
    @FunctionalInterface
    interface Rule {

        /** Key of the sentence that says which rule stands in the way, or empty. */
        Optional<String> objection(Round round, Stage stage, String username);
    }

    /** Nobody decides about their own words, nor about words they wrote with others, or asked for and wrote
     * down. */
    static final Rule AUTHOR_DECIDES_NOTHING =
            (round, stage, username) -> objection(round.isAuthorSide(username), "review.four-people.author");

    /** The peer takes no other place. */
    static final Rule PEER_TAKES_NO_OTHER_PLACE = (round, stage, username) ->
            objection(stage != Stage.PEER_REVIEW && round.isPeer(username), "review.four-people.peer");

    /** Who reviewed for the receiving site takes no other place. */
    static final Rule RECEIVER_TAKES_NO_OTHER_PLACE = (round, stage, username) -> objection(
            stage != Stage.RECEIVER_REVIEW && round.wasAcceptedBy(Stage.RECEIVER_REVIEW, username),
            "review.four-people.receiver");

    /** Who triaged or approved for quality does not review. */
    static final Rule QUALITY_DOES_NOT_REVIEW = (round, stage, username) -> objection(
            stage.isReview()
                    && (round.wasAcceptedBy(Stage.TRIAGE, username) || round.wasAcceptedBy(Stage.APPROVAL, username)),
            "review.four-people.quality");

    /** Who reviewed in addition takes no other place. */
    static final Rule ADDITIONAL_REVIEWER_TAKES_NO_OTHER_PLACE = (round, stage, username) ->
            objection(round.reviewedBeside(stage, username), "review.four-people.additional");

    private FourPeoplePolicy() {}

    /** The whole rule book. */
    static List<Rule> allRules() {
        return List.of(
                AUTHOR_DECIDES_NOTHING,
                PEER_TAKES_NO_OTHER_PLACE,
                RECEIVER_TAKES_NO_OTHER_PLACE,
                QUALITY_DOES_NOT_REVIEW,
                ADDITIONAL_REVIEWER_TAKES_NO_OTHER_PLACE);
    }

    /** Whether no rule objects. */
    static boolean allows(Round round, Stage stage, String username) {
        return allRules().stream()
                .allMatch(rule -> rule.objection(round, stage, username).isEmpty());
    }

    /** Refuses with the words of the first rule that objects. */
    static void require(Round round, Stage stage, String username) {
        for (var rule : allRules()) {
            rule.objection(round, stage, username).ifPresent(key -> {
                throw new FourPeopleBroken(key);
            });
        }
    }

    private static Optional<String> objection(boolean broken, String messageKey) {
        return broken ? Optional.of(messageKey) : Optional.empty();
    }
}
