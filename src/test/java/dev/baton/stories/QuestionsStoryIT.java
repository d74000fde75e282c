package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What happens when a reader does not understand, or says "not yet": the item comes back, and goes out again. */
class QuestionsStoryIT extends BrowserStory {

    private static final String QUESTION = "How long is until it settles, in seconds?";
    private static final String ANSWER = "Two seconds in a live egg. I count one-two.";
    private static final String SECOND = "Which tray do you mean?";
    private static final String BETTER = WHAT + " In a live egg that takes two seconds.";
    private static final String BEST = BETTER + " I use the grey tray of bench two.";

    @Test
    void anAuthorAnswersWithAndWithoutChangingTheText() {
        var transfer = startedTransfer("Questions travel back", "expert1", "expert2");
        var item = told("expert1", transfer);

        thePeerAsks(transfer);
        theAuthorAnswersWithoutChanging(transfer);
        thePeerReadsTheAnswerAndAccepts(transfer, item);

        accepted("quality", transfer, "triage");
        theReceiverAsks(transfer);
        theAuthorAnswersWithAChange(transfer, item);
        thePeerSaysNotYet(transfer);
        theAuthorRevises(transfer, item);
        theItemTellsItsStory(item);
    }

    private void thePeerAsks(String transfer) {
        try (var peer = at("expert2")) {
            peer.open(taskOf("expert2", transfer, "peer-review"), "peer-review").choose("ask");
            peer.press("ask");
            assertThat(peer.form().locator(".bt-summary, [role=alert]").first()).isVisible();
            peer.tell("question", QUESTION).shot("question").send("ask").leave();
        }
    }

    private void theAuthorAnswersWithoutChanging(String transfer) {
        try (var author = at("expert1")) {
            author.visit("/").sees("has a question about “" + TITLE + "”");
            author.open(taskOf("expert1", transfer, "rework"), "rework");
            assertThat(author.form().locator(".bt-asked")).containsText(QUESTION);
            assertThat(author.form().locator("[name=whatIsDone]")).hasValue(WHAT);
            author.press("submit");
            assertThat(author.form()).containsText("Answer");
            author.form().locator("textarea[name^='answer-']").fill(ANSWER);
            author.shot("rework-question").send("submit").leave();
        }
    }

    private void thePeerReadsTheAnswerAndAccepts(String transfer, String item) {
        try (var peer = at("expert2")) {
            peer.open(taskOf("expert2", transfer, "peer-review"), "peer-review");
            assertThat(peer.form()).containsText(ANSWER);
            peer.choose("accept").press("accept").sign("Review").leave();
        }
        assertThat(read("expert1", "/api/items/" + item).path("version").asInt())
                .isEqualTo(1);
    }

    private void theReceiverAsks(String transfer) {
        try (var receiver = at("receiver1")) {
            receiver.open(taskOf("receiver1", transfer, "receiver-review"), "receiver-review")
                    .choose("ask")
                    .tell("question", SECOND)
                    .send("ask")
                    .leave();
        }
    }

    private void theAuthorAnswersWithAChange(String transfer, String item) {
        try (var author = at("expert1")) {
            author.open(taskOf("expert1", transfer, "rework"), "rework").tell("whatIsDone", BETTER);
            author.form().locator("textarea[name^='answer-']").fill("The grey one.");
            author.tell("change", "The time is in it now.").press("submit");
            assertThat(author.form().locator("[data-view='sign']")).containsText(BETTER);
            author.sign("Authorship").leave();
        }
        assertThat(read("expert1", "/api/items/" + item).path("version").asInt())
                .isEqualTo(2);
    }

    private void thePeerSaysNotYet(String transfer) {
        try (var peer = at("expert2")) {
            peer.open(taskOf("expert2", transfer, "peer-review"), "peer-review");
            assertThat(peer.form()).containsText("In a live egg that takes two seconds.");
            peer.choose("refuse")
                    .tell("reason", "the tray is not named")
                    .tell("acceptable", "the number of the bench")
                    .shot("not-yet")
                    .press("refuse")
                    .sign("Review")
                    .leave();
        }
    }

    private void theAuthorRevises(String transfer, String item) {
        try (var author = at("expert1")) {
            author.visit("/").sees("Not yet");
            author.open(taskOf("expert1", transfer, "rework"), "rework").shot("rework-not-yet");
            assertThat(author.form().locator(".bt-asked")).containsText("the number of the bench");
            author.tell("whatIsDone", BEST)
                    .tell("change", "Tray and bench are named.")
                    .press("submit")
                    .sign("Authorship")
                    .leave();
        }
        assertThat(read("expert1", "/api/items/" + item).path("version").asInt())
                .isEqualTo(3);
    }

    private void theItemTellsItsStory(String item) {
        try (var author = at("expert1")) {
            author.visit("/items/" + item)
                    .sees(BEST)
                    .sees(QUESTION)
                    .sees(ANSWER)
                    .sees("Version 3");
            author.visit("/items/" + item + "/versions/2")
                    .sees("Read the latest")
                    .sees("Not yet, because: the tray is not named");
        }
    }
}
