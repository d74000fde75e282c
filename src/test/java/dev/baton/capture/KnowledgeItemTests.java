package dev.baton.capture;

import static dev.baton.capture.ItemState.APPROVED;
import static dev.baton.capture.ItemState.DRAFT;
import static dev.baton.capture.ItemState.PEER_REVIEWED;
import static dev.baton.capture.ItemState.RECEIVER_REVIEWED;
import static dev.baton.capture.ItemState.SUBMITTED;
import static dev.baton.capture.ItemState.SUPERSEDED;
import static dev.baton.capture.ItemState.TRIAGED;
import static dev.baton.capture.ItemState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.capture.CaptureRefusals.OutOfSequence;
import dev.baton.capture.CaptureRefusals.Stale;
import org.junit.jupiter.api.Test;

/** An item's life: review in order, back to its author, next versions, withdrawal. */
class KnowledgeItemTests {

    private final KnowledgeItem item = Sample.item(Sample.content());

    @Test
    void goesThroughReviewToApproval() {
        approve(1);

        assertThat(item.state()).isEqualTo(APPROVED);
        assertThat(item.effectiveVersion()).isEqualTo(1);
    }

    @Test
    void refusesToSkipAStep() {
        assertThatThrownBy(() -> item.movedTo(1, APPROVED)).isInstanceOf(OutOfSequence.class);
        assertThatThrownBy(() -> item.movedTo(1, RECEIVER_REVIEWED)).isInstanceOf(OutOfSequence.class);
        assertThatThrownBy(() -> item.movedTo(1, SUBMITTED)).isInstanceOf(OutOfSequence.class);
        assertThatThrownBy(() -> item.movedTo(1, WITHDRAWN)).isInstanceOf(OutOfSequence.class);
        assertThat(item.state()).isEqualTo(SUBMITTED);
    }

    @Test
    void refusesAVersionThatIsNotTheLatest() {
        assertThatThrownBy(() -> item.movedTo(2, PEER_REVIEWED)).isInstanceOf(Stale.class);
    }

    @Test
    void aQuestionKeepsTheStateAndAnAnswerLocksAgain() {
        item.movedTo(1, PEER_REVIEWED).returnedToAuthor();
        assertThat(item.state()).isEqualTo(PEER_REVIEWED);
        assertThat(item.isInRework()).isTrue();

        item.backInReview();
        assertThat(item.isInRework()).isFalse();
        assertThatThrownBy(item::backInReview).isInstanceOf(OutOfSequence.class);
    }

    @Test
    void aRefusalMakesADraftThatOnlyANextVersionLeaves() {
        item.movedTo(1, DRAFT);
        assertThat(item.isInRework()).isTrue();
        assertThatThrownBy(item::backInReview).isInstanceOf(OutOfSequence.class);

        item.revised(Sample.content());
        assertThat(item.state()).isEqualTo(SUBMITTED);
        assertThat(item.latestVersion()).isEqualTo(2);
        assertThat(item.stateOf(1)).isEqualTo(SUPERSEDED);
    }

    @Test
    void isNotApprovedWhileItsAuthorHasIt() {
        item.movedTo(1, PEER_REVIEWED);
        item.movedTo(1, RECEIVER_REVIEWED);
        item.movedTo(1, TRIAGED);
        item.returnedToAuthor();
        assertThatThrownBy(() -> item.movedTo(1, APPROVED)).isInstanceOf(OutOfSequence.class);
    }

    @Test
    void theEffectiveVersionStaysEffectiveWhileTheNextIsInWork() {
        approve(1);
        item.revisionBegun().revised(Sample.content());
        assertThat(item.stateOf(1)).isEqualTo(APPROVED);
        assertThat(item.stateOf(2)).isEqualTo(SUBMITTED);

        approve(2);
        assertThat(item.effectiveVersion()).isEqualTo(2);
        assertThat(item.stateOf(1)).isEqualTo(SUPERSEDED);
    }

    @Test
    void onlyAnEffectiveItemWithoutOneInWorkIsRevised() {
        assertThatThrownBy(item::revisionBegun).isInstanceOf(OutOfSequence.class);
        approve(1);
        item.revisionBegun();
        assertThatThrownBy(item::revisionBegun).isInstanceOf(OutOfSequence.class);
    }

    @Test
    void itsAuthorGivesUpTheNextVersionAndTheEffectiveOneStays() {
        approve(1);
        item.revisionBegun().withdrawnByAuthor();
        assertThat(item.state()).isEqualTo(APPROVED);

        item.revisionBegun().revised(Sample.content()).movedTo(2, DRAFT).withdrawnByAuthor();
        assertThat(item.stateOf(2)).isEqualTo(WITHDRAWN);
        assertThat(item.stateOf(1)).isEqualTo(APPROVED);
        assertThat(item.revisionBegun().revised(Sample.content()).latestVersion())
                .isEqualTo(3);
    }

    @Test
    void qualityWithdrawsTheWholeOnce() {
        approve(1);
        item.withdrawn();
        assertThat(item.state()).isEqualTo(WITHDRAWN);
        assertThat(item.effectiveVersion()).isNull();
        assertThatThrownBy(item::withdrawn).isInstanceOf(OutOfSequence.class);
    }

    @Test
    void itsAuthorCannotWithdrawWhatIsInReview() {
        assertThatThrownBy(item::withdrawnByAuthor).isInstanceOf(OutOfSequence.class);
    }

    @Test
    void whatMayBeOutsideTheRangeStaysClosedUntilTriage() {
        var careful = Sample.item(Sample.outsideRange("not-sure"));
        assertThat(careful.isOpenToReceivingSite()).isFalse();
        assertThat(careful.openedToReceivingSite().isOpenToReceivingSite()).isTrue();
        assertThat(Sample.item(Sample.outsideRange("no")).isOpenToReceivingSite())
                .isTrue();
    }

    private void approve(int version) {
        item.movedTo(version, PEER_REVIEWED);
        item.movedTo(version, RECEIVER_REVIEWED);
        item.movedTo(version, TRIAGED);
        item.movedTo(version, APPROVED);
    }
}
