package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.Refusal;
import dev.baton.capture.ItemState;
import dev.baton.review.ReviewRefusals.OutOfTurn;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule of the sequence by itself, and a whole round in order. */
class SequencePolicyTests {

    @ParameterizedTest
    @EnumSource(Stage.class)
    void onlyTheLatestVersionIsDecided(Stage stage) {
        refuses(RoundOf.overtaken(), stage, "review.turn.not-latest");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void nothingIsDecidedWhileTheAuthorHasItBack(Stage stage) {
        refuses(RoundOf.inRework(), stage, "review.turn.in-rework");
    }

    @ParameterizedTest
    @EnumSource(
            value = ItemState.class,
            names = {"DRAFT", "APPROVED", "TRANSFERRED", "SUPERSEDED", "WITHDRAWN"})
    void whatIsNotInReviewIsNotDecided(ItemState state) {
        refuses(RoundOf.inState(state), Stage.PEER_REVIEW, "review.turn.not-in-review");
    }

    @Test
    void aStageIsDecidedOnce() {
        refuses(RoundOf.accepted("peer-review=paul"), Stage.PEER_REVIEW, "review.turn.already-done");
        refuses(RoundOf.accepted("triage=quinn"), Stage.TRIAGE, "review.turn.already-done");
    }

    @Test
    void peerReviewAndTriageOpenSideBySide() {
        allows(RoundOf.fresh(), Stage.PEER_REVIEW);
        allows(RoundOf.fresh(), Stage.TRIAGE);
        allows(RoundOf.accepted("triage=quinn"), Stage.PEER_REVIEW);
        allows(RoundOf.accepted("peer-review=paul", "receiver-review=rita"), Stage.TRIAGE);
    }

    @Test
    void qualityLooksFirstWhenTheRangeIsInDoubt() {
        refuses(RoundOf.qualityFirst(RoundOf.fresh()), Stage.PEER_REVIEW, "review.turn.quality-first");
        allows(RoundOf.qualityFirst(RoundOf.fresh()), Stage.TRIAGE);
        allows(RoundOf.qualityFirst(RoundOf.accepted("triage=quinn")), Stage.PEER_REVIEW);
    }

    @Test
    void theReceivingSiteReviewsAfterThePeer() {
        refuses(RoundOf.fresh(), Stage.RECEIVER_REVIEW, "review.turn.peer-first");
        refuses(RoundOf.accepted("triage=quinn"), Stage.RECEIVER_REVIEW, "review.turn.peer-first");
        allows(RoundOf.accepted("peer-review=paul"), Stage.RECEIVER_REVIEW);
    }

    @Test
    void approvalWaitsForBothReviewsAndTriage() {
        refuses(RoundOf.fresh(), Stage.APPROVAL, "review.turn.reviews-first");
        refuses(RoundOf.accepted("peer-review=paul", "triage=quinn"), Stage.APPROVAL, "review.turn.reviews-first");
        refuses(
                RoundOf.accepted("peer-review=paul", "receiver-review=rita"),
                Stage.APPROVAL,
                "review.turn.triage-first");
        allows(RoundOf.accepted("peer-review=paul", "receiver-review=rita", "triage=quinn"), Stage.APPROVAL);
    }

    @Test
    void anAdditionalReviewIsThereOnlyIfAskedForAndComesBesideTheOthers() {
        refuses(RoundOf.fresh(), Stage.SITE_QUALITY_REVIEW, "review.turn.not-asked");
        allows(RoundOf.fresh().asking(Set.of(Stage.SITE_QUALITY_REVIEW)), Stage.SITE_QUALITY_REVIEW);
        refuses(
                RoundOf.qualityFirst(RoundOf.fresh()).asking(Set.of(Stage.SITE_QUALITY_REVIEW)),
                Stage.SITE_QUALITY_REVIEW,
                "review.turn.quality-first");
    }

    @Test
    void approvalWaitsForEveryAdditionalReview() {
        var four = RoundOf.accepted("peer-review=paul", "receiver-review=rita", "triage=quinn")
                .asking(Set.of(Stage.SECOND_PEER_REVIEW, Stage.SECOND_RECEIVER_REVIEW));
        refuses(four, Stage.APPROVAL, "review.turn.additional-first");
        refuses(four.had(Stage.SECOND_PEER_REVIEW, "pia"), Stage.APPROVAL, "review.turn.additional-first");
        allows(four.had(Stage.SECOND_PEER_REVIEW, "pia").had(Stage.SECOND_RECEIVER_REVIEW, "rolf"), Stage.APPROVAL);
    }

    @Test
    void theRuleBookHoldsEveryRule() {
        assertThat(SequencePolicy.allRules()).hasSize(10).doesNotHaveDuplicates();
    }

    private static void refuses(Round round, Stage stage, String words) {
        assertThatThrownBy(() -> SequencePolicy.require(round, stage))
                .isInstanceOfSatisfying(OutOfTurn.class, refusal -> {
                    assertThat(refusal.messageKey()).isEqualTo(words);
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                });
    }

    private static void allows(Round round, Stage stage) {
        assertThatCode(() -> SequencePolicy.require(round, stage)).doesNotThrowAnyException();
    }
}
