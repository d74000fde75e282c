package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.baton.capture.Captures;
import dev.baton.capture.ItemContent;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemState;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.capture.Rework;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.Reauthentication;
import dev.baton.identity.SigningProof;
import dev.baton.notification.NoticeView;
import dev.baton.notification.Notices;
import dev.baton.recognition.Recognition;
import dev.baton.recognition.RecognitionRefusals.ThankingOneself;
import dev.baton.recognition.Thanks;
import dev.baton.review.ReviewRefusals.EntryRefused;
import dev.baton.review.ReviewRefusals.FourPeopleBroken;
import dev.baton.review.ReviewRefusals.NotYourStage;
import dev.baton.review.ReviewRefusals.NothingChanged;
import dev.baton.review.ReviewRefusals.OutOfTurn;
import dev.baton.review.Reviews.Answer;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.support.RunningBaton;
import dev.baton.transfer.Transfers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whole rounds through the doors, on the real database and with the real processes. */
class ReviewRoundIT extends RunningBaton {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Autowired
    SignedBeside beside;

    @Autowired
    People people;

    @Autowired
    Reauthentication reauthentication;

    @Autowired
    Transfers transfers;

    @Autowired
    Captures captures;

    @Autowired
    Items items;

    @Autowired
    Rework rework;

    @Autowired
    Reviews reviews;

    @Autowired
    Recognition recognition;

    @Autowired
    Thanks thanking;

    @Autowired
    Notices notices;

    @Test
    void aRoundFromQuestionToApprovalOnHold() {
        var item = submitted("Listen for the second click", null);
        refused(OutOfTurn.class, "quality", () -> decide(item, 1, Stage.APPROVAL, Decision.ACCEPT, null));
        refused(OutOfTurn.class, "receiver1", () -> decide(item, 1, Stage.RECEIVER_REVIEW, Decision.ACCEPT, null));
        refused(FourPeopleBroken.class, "expert1", () -> decide(item, 1, Stage.PEER_REVIEW, Decision.ACCEPT, null));
        refused(NotYourStage.class, "receiver1", () -> decide(item, 1, Stage.PEER_REVIEW, Decision.ACCEPT, null));
        refused(EntryRefused.class, "expert2", () -> decide(item, 1, Stage.PEER_REVIEW, Decision.ASK, " "));

        assertThat(as("expert2", () -> decide(item, 1, Stage.PEER_REVIEW, Decision.ASK, "How loud?")))
                .isEmpty();
        assertThat(known(item).inRework()).isTrue();
        refused(OutOfTurn.class, "expert2", () -> decide(item, 1, Stage.PEER_REVIEW, Decision.ACCEPT, null));
        refused(EntryRefused.class, "expert1", () -> answer(item, List.of()));
        var question = reviews.knownQuestions(item).get(0);
        refused(NotYourStage.class, "expert2", () -> answer(item, List.of(new Answer(question.id(), "Very"))));
        assertThat(as("expert1", () -> answer(item, List.of(new Answer(question.id(), "Like a pen.")))))
                .isEmpty();
        assertThat(known(item).inRework()).isFalse();

        as("expert2", () -> decide(item, 1, Stage.PEER_REVIEW, Decision.ACCEPT, "So do I"));
        assertThat(known(item).state()).isEqualTo(ItemState.PEER_REVIEWED);
        as("quality", () -> reviews.triage(item, 1, TriageOutcome.DEVIATION, "DEV-7", null, proof()));
        as("receiver1", () -> decide(item, 1, Stage.RECEIVER_REVIEW, Decision.ACCEPT, null));
        assertThat(known(item).state()).isEqualTo(ItemState.TRIAGED);
        as("quality", () -> decide(item, 1, Stage.APPROVAL, Decision.ACCEPT, null));

        var approved = known(item);
        assertThat(approved.state()).isEqualTo(ItemState.APPROVED);
        assertThat(approved.signatures())
                .extracting(SignatureView::meaning)
                .containsExactlyInAnyOrder(
                        Meaning.AUTHORSHIP, Meaning.REVIEW, Meaning.RESPONSIBILITY, Meaning.REVIEW, Meaning.APPROVAL);
        assertThat(approved.signatures()).allMatch(signature -> signature.isValidFor(approved.contentHash()));
        assertThat(reviews.triageOf(item, 1))
                .hasValueSatisfying(triage -> assertThat(triage.onHold()).isTrue());
        var lifted = as("quality2", () -> reviews.liftHold(item, "DEV-7 is closed", proof()));
        assertThat(beside.currentHash(lifted)).hasValue(lifted.contentHash());
        assertThat(reviews.triageOf(item, 1))
                .hasValueSatisfying(triage -> assertThat(triage.onHold()).isFalse());

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(credited("expert1", item)).containsExactly("authorship");
            assertThat(credited("expert2", item)).containsExactly("peer-review");
            assertThat(credited("receiver1", item)).containsExactly("receiver-review");
        });
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(told("expert1", item)).contains("question", "approved-on-hold", "hold-lifted");
            assertThat(told("expert2", item)).contains("answered");
        });
        refused(ThankingOneself.class, "expert1", () -> thanking.thank(item, null, "Well done, me", null));
        var thanks = as("receiver1", () -> thanking.thank(item, null, "We heard it at once.", null));
        as("expert1", () -> thanking.answer(thanks.id(), "I am glad."));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(told("expert1", item)).contains("thanked");
            assertThat(told("receiver1", item)).contains("thanks-answered");
        });
    }

    @Test
    void aRefusalEndsTheRoundAndTheNextVersionStartsBlank() {
        var item = submitted("Shake before the last litre", null);
        as("expert2", () -> decide(item, 1, Stage.PEER_REVIEW, Decision.ACCEPT, null));
        refused(EntryRefused.class, "receiver1", () -> decide(item, 1, Stage.RECEIVER_REVIEW, Decision.REFUSE, ""));
        as("receiver1", () -> decide(item, 1, Stage.RECEIVER_REVIEW, Decision.REFUSE, "Say how long."));
        assertThat(known(item).state()).isEqualTo(ItemState.DRAFT);
        refused(NothingChanged.class, "expert1", () -> answer(item, List.of()));

        var draft = as("expert1", () -> rework.draft(item));
        var saved = as(
                "expert1",
                () -> rework.save(item, draft.version(), List.of(content(item, "Shake for ten seconds", null))));
        var signature = as("expert1", () -> reviews.answer(item, saved.version(), List.of(), null, proof()));
        assertThat(signature).isPresent();
        assertThat(known(item).version()).isEqualTo(2);
        assertThat(reviews.isDone(item, 2, Stage.PEER_REVIEW)).isFalse();
        refused(OutOfTurn.class, "expert2", () -> decide(item, 1, Stage.PEER_REVIEW, Decision.ACCEPT, null));
        as("expert2", () -> decide(item, 2, Stage.PEER_REVIEW, Decision.ACCEPT, null));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told("expert1", item)).contains("not-yet"));
    }

    @Test
    void qualityLooksFirstAndIsToldAtOnce() {
        var item = submitted("Warm the syringe by hand", "not-sure");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told("quality", item)).contains("possible-deviation"));
        refused(OutOfTurn.class, "expert2", () -> decide(item, 1, Stage.PEER_REVIEW, Decision.ACCEPT, null));
        refused(
                EntryRefused.class,
                "quality",
                () -> reviews.triage(item, 1, TriageOutcome.CHANGE_CONTROL, " ", null, proof()));
        as("quality", () -> reviews.triage(item, 1, TriageOutcome.WITHIN_RANGE, null, null, proof()));
        as("expert2", () -> decide(item, 1, Stage.PEER_REVIEW, Decision.ACCEPT, null));
    }

    private ItemId submitted(String title, String outsideRange) {
        var transfer = as("lead", () -> transfers.mine().stream()
                .filter(each -> each.name().startsWith("LAIV bulk and fill"))
                .findFirst()
                .orElseThrow());
        var step = transfers.steps(transfer.id()).get(0);
        var signatures = as("expert1", () -> {
            var capture = captures.begin(step.id());
            var saved = captures.saveDraft(capture, 0, List.of(content(null, title, outsideRange)));
            return captures.submit(capture, saved.version(), proof());
        });
        return new ItemId(signatures.get(0).subject().id());
    }

    private static ItemContent content(ItemId id, String title, String outsideRange) {
        return new ItemContent(
                id,
                title,
                "extra-check",
                title + ", then go on.",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                outsideRange,
                null,
                List.of());
    }

    private Optional<SignatureView> decide(ItemId item, int version, Stage stage, Decision decision, String comment) {
        return reviews.decide(item, version, stage, decision, comment, decision == Decision.ASK ? null : proof());
    }

    private Optional<SignatureView> answer(ItemId item, List<Answer> answers) {
        return reviews.answer(item, items.known(item).inRework() ? draftVersion(item) : 0, answers, null, null);
    }

    private long draftVersion(ItemId item) {
        return as(items.known(item).author(), () -> rework.draft(item).version());
    }

    private ItemView known(ItemId item) {
        return items.known(item);
    }

    private SigningProof proof() {
        return reauthentication.prove(Acting.current().username(), DEMO_PASSWORD);
    }

    private List<String> credited(String username, ItemId item) {
        return recognition.record(username).credits().stream()
                .filter(credit -> item.value().equals(credit.itemId()))
                .map(credit -> credit.act())
                .toList();
    }

    private List<String> told(String username, ItemId item) {
        return as(username, () -> notices.mine()).stream()
                .filter(notice -> notice.link() != null && notice.link().contains(item.toString()))
                .map(NoticeView::kind)
                .toList();
    }

    private <T> T as(String username, Supplier<T> act) {
        return Acting.as(people.require(username).acting("127.0.0.1", null), act);
    }

    private void refused(Class<? extends Exception> how, String username, Supplier<?> act) {
        assertThatThrownBy(() -> as(username, act)).isInstanceOf(how);
    }
}
