package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Camunda Tasklist around the form: its words, a task taken from the group, a peer named, and leaving by one door. */
class TasklistStoryIT extends BrowserStory {

    private static final Pattern KEY = Pattern.compile("\\b(CREATION_DATE|SEARCH_PLACEHOLDER|DUE_DATE)\\b");

    @Test
    void theListWaitsForItsWordsAndSigningOutEndsBothLogins() {
        var transfer = startedTransfer("Words of the list", "expert3", "expert2");
        var task = taskOf("expert3", transfer, "capture");
        try (var expert = at("expert3")) {
            expert.page().route("**/locales/*.json*", TasklistStoryIT::slowly);
            expert.open(task, "capture");
            assertThat(expert.page().locator("body")).not().containsText(KEY);
            assertThat(expert.page().getByPlaceholder(KEY)).hasCount(0);
            assertThat(expert.page().locator("li.task.active")).containsText("1.1 Candle eggs after incubation");
            assertThat(expert.page().locator(".baton-evaluation")).isInViewport();
            expert.shot("tasklist");

            expert.page().click(".account .dropdown-toggle");
            expert.page().click("[ng-click='logout()']");
            expert.page().waitForURL(Pattern.compile(".*/login.*"));
            expert.visit("/camunda/app/tasklist/default/");
            expert.page().waitForURL(Pattern.compile(".*/login.*"));
            assertThat(expert.page().locator("h1")).hasText("Sign in");
        }
    }

    @Test
    void aTaskOfTheGroupIsTakenByOne() {
        var transfer = startedTransfer("A task for quality", "expert3", "expert2");
        told("expert3", transfer);
        var task = taskOf("quality", transfer, "triage");
        try (var one = at("quality");
                var other = at("quality2")) {
            one.open(task, "triage").press("claim");
            assertThat(one.form().locator("[data-action=claim]")).hasCount(0);
            other.open(task, "triage");
            assertThat(other.form()).containsText("Quality, California");
            assertThat(other.form().locator("[data-action=accept]")).hasCount(0);
        }
        assertThat(tasks("quality2", transfer, "triage")).isEmpty();
    }

    @Test
    void qualityNamesAPeerForALoneExpert() {
        var transfer = startedTransfer("A lone expert", "expert3");
        var item = told("expert3", transfer);
        try (var quality = at("quality")) {
            quality.open(taskOf("quality", transfer, "name-peer"), "name-peer");
            assertThat(quality.form()).containsText(WHAT);
            quality.form().locator("select[name=to]").selectOption("lead");
            quality.tell("comment", "The second expert has left; the lead ran this bench for years.")
                    .shot("name-peer")
                    .press("accept")
                    .sign("Responsibility")
                    .leave();
        }
        assertThat(tasks("lead", transfer, "peer-review")).hasSize(1);
        try (var lead = at("lead")) {
            lead.open(taskOf("lead", transfer, "peer-review"), "peer-review")
                    .choose("accept")
                    .press("accept")
                    .sign("Review")
                    .leave();
            lead.visit("/items/" + item).sees("The second expert has left");
        }
    }

    private static void slowly(Route route) {
        try {
            Thread.sleep(800);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        route.resume();
    }
}
