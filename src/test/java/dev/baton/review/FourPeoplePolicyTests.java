package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.Refusal;
import dev.baton.review.ReviewRefusals.FourPeopleBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule of the four people by itself, and all of them together. */
class FourPeoplePolicyTests {

    @ParameterizedTest
    @EnumSource(Stage.class)
    void nobodyDecidesAboutTheirOwnWords(Stage stage) {
        refuses(RoundOf.fresh(), stage, RoundOf.AUTHOR, "review.four-people.author");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void whoAskedAndWroteDecidesNothingEither(Stage stage) {
        refuses(RoundOf.askedBy("ina"), stage, "ina", "review.four-people.author");
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, names = "PEER_REVIEW", mode = EnumSource.Mode.EXCLUDE)
    void thePeerTakesNoOtherPlace(Stage stage) {
        refuses(RoundOf.accepted("peer-review=paul"), stage, "paul", "review.four-people.peer");
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, names = "PEER_REVIEW", mode = EnumSource.Mode.EXCLUDE)
    void aNamedSubstituteTakesNoOtherPlaceEvenBeforeReviewing(Stage stage) {
        refuses(RoundOf.withPeer("lena"), stage, "lena", "review.four-people.peer");
    }

    @Test
    void aNamedSubstituteMayReview() {
        allows(RoundOf.withPeer("lena"), Stage.PEER_REVIEW, "lena");
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, names = "RECEIVER_REVIEW", mode = EnumSource.Mode.EXCLUDE)
    void theReceiverTakesNoOtherPlace(Stage stage) {
        refuses(RoundOf.accepted("receiver-review=rita"), stage, "rita", "review.four-people.receiver");
    }

    @ParameterizedTest
    @CsvSource({
        "triage, PEER_REVIEW",
        "triage, RECEIVER_REVIEW",
        "triage, SITE_QUALITY_REVIEW",
        "approval, PEER_REVIEW",
        "approval, RECEIVER_REVIEW",
        "approval, SITE_QUALITY_REVIEW"
    })
    void qualityDoesNotReviewWhatItDecides(String decided, Stage stage) {
        refuses(RoundOf.accepted(decided + "=quinn"), stage, "quinn", "review.four-people.quality");
    }

    @Test
    void theSameQualityPersonMayTriageAndApprove() {
        allows(RoundOf.accepted("triage=quinn", "peer-review=paul", "receiver-review=rita"), Stage.APPROVAL, "quinn");
    }

    @Test
    void anotherQualityPersonMayApproveToo() {
        allows(RoundOf.accepted("triage=quinn", "peer-review=paul", "receiver-review=rita"), Stage.APPROVAL, "quentin");
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, names = "SECOND_RECEIVER_REVIEW", mode = EnumSource.Mode.EXCLUDE)
    void whoReviewsInAdditionTakesNoOtherPlace(Stage stage) {
        refuses(RoundOf.accepted("second-receiver-review=rolf"), stage, "rolf", "review.four-people.additional");
    }

    @Test
    void aNewRoundStartsBlank() {
        var second = RoundOf.fresh();
        allows(second, Stage.RECEIVER_REVIEW, "paul");
    }

    @Test
    void theRuleBookHoldsEveryRule() {
        assertThat(FourPeoplePolicy.allRules())
                .containsExactly(
                        FourPeoplePolicy.AUTHOR_DECIDES_NOTHING,
                        FourPeoplePolicy.PEER_TAKES_NO_OTHER_PLACE,
                        FourPeoplePolicy.RECEIVER_TAKES_NO_OTHER_PLACE,
                        FourPeoplePolicy.QUALITY_DOES_NOT_REVIEW,
                        FourPeoplePolicy.ADDITIONAL_REVIEWER_TAKES_NO_OTHER_PLACE);
    }

    private static void refuses(Round round, Stage stage, String username, String words) {
        assertThat(FourPeoplePolicy.allows(round, stage, username)).isFalse();
        assertThatThrownBy(() -> FourPeoplePolicy.require(round, stage, username))
                .isInstanceOfSatisfying(FourPeopleBroken.class, refusal -> {
                    assertThat(refusal.messageKey()).isEqualTo(words);
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                });
    }

    private static void allows(Round round, Stage stage, String username) {
        assertThat(FourPeoplePolicy.allows(round, stage, username)).isTrue();
        assertThatCode(() -> FourPeoplePolicy.require(round, stage, username)).doesNotThrowAnyException();
    }
}
