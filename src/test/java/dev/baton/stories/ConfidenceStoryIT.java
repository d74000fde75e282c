package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An expert tells in confidence, is asked about a passage, answers, and stands by it when it is approved. */
class ConfidenceStoryIT extends BrowserStory {

    private static final String HELD = "a colleague, name held by quality";
    private static final String QUESTION = "How do you know it has settled?";
    private static final String ANSWER = "The rim goes from glossy to matt.";

    /** Marks the words as a reader does with the mouse. */
    private static final String MARK =
            """
            () => {
              const text = document.querySelector("[data-passage='whatIsDone'] p").firstChild;
              const range = document.createRange();
              range.setStart(text, text.data.indexOf('shadow'));
              range.setEnd(text, text.data.indexOf('shadow') + 6);
              getSelection().removeAllRanges();
              getSelection().addRange(range);
            }""";

    @Test
    void anExpertTellsInConfidenceAndStandsByItInTheEnd() {
        var transfer = startedTransfer("Told in confidence by hand", "expert1", "expert2");
        var task = taskOf("expert1", transfer, "capture");
        try (var author = at("expert1")) {
            author.open(task, "capture").freely();
            author.tell("title", TITLE).tell("whatIsDone", WHAT).kind("sensory-cue");
            author.form().locator(".bt-confidence label").click();
            assertThat(author.form().locator(".bt-confidence")).containsText("will be in confidence");
            author.shot("confidence");
            author.press("submit").sign("Authorship").leave();
        }
        var item = read("quality", "/api/items?transfer=" + transfer)
                .at("/items/0/itemId")
                .asText();
        accepted("quality", transfer, "triage");

        // The peer marks a passage and asks; the author answers in the portal, where nobody else sees whose task it is.
        try (var peer = at("expert2")) {
            peer.visit("/tasks/" + taskOf("expert2", transfer, "peer-review"));
            peer.page().waitForSelector(".baton-task[data-ready='peer-review']");
            assertThat(peer.form()).containsText(HELD);
            peer.choose("ask");
            peer.page().evaluate(MARK);
            assertThat(peer.form().locator(".bt-decide .bt-quote")).hasText("shadow");
            peer.tell("question", QUESTION).shot("question-passage").send("ask");
            assertThat(peer.form()).containsText(HELD);
        }
        try (var author = at("expert1")) {
            author.visit("/").sees("has a question about “" + TITLE + "”");
            author.visit("/tasks/" + taskOf("expert1", transfer, "rework"));
            author.page().waitForSelector(".baton-task[data-ready='rework']");
            assertThat(author.form().locator(".bt-about")).containsText("shadow");
            author.form().locator("textarea[name^='answer-']").fill(ANSWER);
            author.send("submit");
        }
        try (var peer = at("expert2")) {
            peer.visit("/tasks/" + taskOf("expert2", transfer, "peer-review"));
            peer.page().waitForSelector(".baton-task[data-ready='peer-review']");
            assertThat(peer.form()).containsText(ANSWER);
            peer.choose("accept").press("accept").sign("Review");
            peer.visit("/items/" + item).sees(HELD).sees("Quality holds the name");
            assertThat(peer.page().locator("main")).not().containsText("Expert One");
        }
        accepted("receiver1", transfer, "receiver-review");
        accepted("quality", transfer, "approval");

        try (var quality = at("quality")) {
            quality.visit("/items/" + item).sees("Expert One").sees("that you looked at the name is recorded");
        }
        try (var receiver = at("receiver1")) {
            receiver.visit("/people/expert1");
            assertThat(receiver.page().locator("a[href$='" + item + "']")).hasCount(0);
        }
        try (var author = at("expert1")) {
            author.visit("/people/expert1");
            assertThat(author.page().locator(".gifts a[href$='" + item + "']")).hasCount(1);
            author.visit("/items/" + item).sees("You wrote this in confidence");
            author.shot("confidence-item");
            author.go("Show my name").fill("reason", "I stand by it").go("Show my name");
            author.sees("Your name stands with the item now");
        }
        try (var receiver = at("receiver1")) {
            receiver.visit("/items/" + item).sees("Expert One");
            receiver.visit("/people/expert1");
            assertThat(receiver.page().locator(".gifts a[href$='" + item + "']"))
                    .hasCount(1);
        }
        assertThat(read("receiver1", "/api/items/" + item).path("inConfidence").asBoolean())
                .isFalse();
    }
}
