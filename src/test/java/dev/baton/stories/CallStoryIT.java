package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A lead calls; experts join, write together, hear a volunteer first, sign both, and everybody sees the count grow. */
class CallStoryIT extends BrowserStory {

    private static final String REMARK = "Does it hold for the brown shells too?";

    @Test
    void peopleAreCalledInAndWriteTogether() {
        var transfer = startedTransfer("Called in", "expert1", "expert2", "expert3");
        String call;
        try (var lead = at("lead")) {
            lead.visit("/transfers/" + transfer + "/calls");
            lead.page().locator("details.card > summary").click();
            lead.fill("theme", "What cold mornings do to the eggs");
            lead.fill("words", "Liverpool has no curtain at the dock.");
            lead.page().locator("input[name=steps]").nth(1).check();
            lead.page().locator("input[name=steps]").nth(2).check();
            lead.fill("until", LocalDate.now(ZoneOffset.UTC).plusDays(20).toString());
            lead.go("Publish the call").sees("The experts of the transfer are told");
            call = lead.page().url().replaceAll(".*/calls/", "");
        }
        try (var volunteer = at("expert1")) {
            volunteer.visit("/").sees("What cold mornings do to the eggs");
            volunteer.visit("/calls/" + call).go("I join").sees("You have joined");
        }
        try (var colleague = at("expert3")) {
            colleague.page().setViewportSize(390, 844);
            colleague
                    .visit("/calls/" + call)
                    .go("I join")
                    .sees("You have joined")
                    .shot("call-phone");
        }
        String task;
        try (var author = at("expert2")) {
            author.visit("/calls/" + call).go("I join");
            author.fill("title", TITLE).go("Begin to write");
            author.page().waitForSelector(".baton-task[data-ready='capture']");
            task = author.page().url().replaceAll(".*/tasks/", "");
            author.freely().tell("whatIsDone", WHAT).kind("sensory-cue");
            assertThat(author.form().locator(".bt-saved[data-state='saved']")).isVisible();
            author.form().locator("[data-part='co-authors'] > summary").click();
            author.form().locator("select[name=coAuthor]").selectOption("expert3");
            author.press("invite-co-author");
            assertThat(author.form().locator("[data-co-author=expert3]")).hasAttribute("data-signed", "false");
            author.form().locator("[data-part='comments'] > summary").click();
            author.press("open-draft-call");
            assertThat(author.form().locator("[data-part='comments']")).containsText("Your colleagues are told");
            author.shot("write-together");
            author.press("submit");
            assertThat(author.form()).containsText("has not signed the text as it stands now");
        }
        comment(call);
        try (var author = at("expert2")) {
            author.visit("/tasks/" + task).page().waitForSelector(".baton-task[data-ready='capture']");
            assertThat(author.form().locator(".bt-said")).containsText(REMARK);
            author.shot("draft-comment").press("settle");
            assertThat(author.form().locator(".bt-settled")).containsText(REMARK);
        }
        try (var colleague = at("expert3")) {
            colleague.page().setViewportSize(390, 844);
            var mine = tasks("expert3", transfer, "capture").stream()
                    .map(open -> open.path("taskId").asText())
                    .toList();
            assertThat(mine).contains(task);
            colleague.visit("/tasks/" + task).page().waitForSelector(".baton-task[data-ready='capture']");
            assertThat(colleague.form().locator(".bt-notice").first()).containsText("You write this together with");
            colleague.shot("co-author-phone").press("co-sign").sign("Authorship");
            assertThat(colleague.form()).containsText("submits it when all have signed");
        }
        try (var author = at("expert2")) {
            author.visit("/tasks/" + task).page().waitForSelector(".baton-task[data-ready='capture']");
            assertThat(author.form().locator("[data-co-author=expert3]")).hasAttribute("data-signed", "true");
            author.press("submit").sign("Authorship");
            author.visit("/calls/" + call);
            assertThat(author.page().locator(".figure b")).hasText("1");
            author.sees("told").sees("3 people joined").shot("call");
        }
        var item = read("quality", "/api/items?transfer=" + transfer).at("/items/0");
        assertThat(StreamSupport.stream(item.path("signatures").spliterator(), false)
                        .map(signature -> signature.path("username").asText()))
                .containsExactly("expert3", "expert2");
        try (var volunteer = at("expert1")) {
            volunteer
                    .visit("/items/" + item.path("itemId").asText())
                    .sees("Written together with")
                    .sees("as co-author");
        }
    }

    private void comment(String call) {
        try (var volunteer = at("expert1")) {
            volunteer.visit("/calls/" + call);
            volunteer.page().locator("main a[href^='/drafts/']").first().click();
            volunteer.sees("is still writing this");
            var answer = volunteer
                    .page()
                    .locator(".draft-answer")
                    .filter(new Locator.FilterOptions().setHasText(WHAT))
                    .first();
            answer.locator("details > summary").click();
            answer.locator("textarea").fill(REMARK);
            answer.locator("button").click();
            volunteer.sees("Said. The author sees it").sees(REMARK).shot("draft-open");
        }
    }
}
