package dev.baton.stories.methods;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.baton.stories.Chromium;
import dev.baton.stories.TasklistPerson;
import dev.baton.support.RunningBaton;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods as an expert meets them: in Tasklist, on a phone, without a connection, in two tabs. */
class MethodStoriesIT extends RunningBaton {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INCIDENT = "The fluid came pink at the third tray, so I slowed the line carefully.";

    private static Chromium chromium;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aNewcomerFinishesACriticalDecisionInTasklist() {
        try (var expert = new TasklistPerson(chromium, url(""), "expert3", DEMO_PASSWORD)) {
            expert.open(begun("3.3", "critical-decision"), "capture").shot("method-first-question");
            var form = expert.form();
            assertThat(form.locator(".bt-official")).containsText("aspirate the allantoic fluid");
            assertThat(form.locator(".bt-progress-words")).hasText("Question 1 of 4");
            expert.tell("incident", INCIDENT);
            form.locator("[name='incident']").blur();
            assertThat(form.locator("[data-card='incident'] .bt-margin")).containsText("carefully");
            expert.press("next").press("next").press("next");
            var moments = form.locator("[data-card='timeline']");
            moments.locator("[name='seen']").fill("Pink in the tube");
            moments.locator("[data-choice='sight'] + label").click();
            moments.locator("[name='threshold-value']").fill("2");
            moments.locator("[name='threshold-unit']").fill("mm");
            moments.locator("[data-action='add-row']").press("Enter");
            moments.locator("[name='seen']").fill("Red in the vessel");
            moments.locator("[name='seen']").press("Alt+ArrowUp");
            assertThat(moments.locator(".bt-row").first().locator("[name='seen']"))
                    .hasValue("Red in the vessel");
            expert.shot("method-moments");
            expert.press("next");
            assertThat(form.locator("[name='whatIsDone']")).hasValue(INCIDENT);
            expert.tell("title", "Slow the line when the fluid turns pink");
            expert.tell("whatIsDone", INCIDENT + " I never open the shell before it is cold. I stop at 5 mL/egg.");
            form.locator("[name='whatIsDone']").blur();
            var against = form.locator("details.bt-differences");
            assertThat(against.locator("summary").first()).containsText("look through them");
            against.locator("summary").first().click();
            assertThat(against.locator(".bt-difference blockquote").first()).hasText("Open the shell");
            expert.shot("method-differences");
            while (against.locator("[data-action='difference-none']").count() > 0) {
                var outside = against.locator(".bt-difference").textContent().contains("outside the official range");
                against.locator(
                                outside
                                        ? "[data-action='difference-changed-value']"
                                        : "[data-action='difference-none']")
                        .press("Enter");
            }
            assertThat(against.locator(".bt-decided li")).hasCount(1);
            assertThat(against.locator("summary").first()).containsText("1 noted");
            assertThat(form.locator(".bt-saved[data-state='saved']")).isVisible();
            expert.press("submit");
            var sheet = form.locator("[data-view='sign']");
            assertThat(sheet).containsText("Red in the vessel");
            assertThat(sheet)
                    .containsText(
                            "Another value: \u201cHarvest volume 6 \u2013 10 mL/egg\u201d \u2192 \u201c5 mL/egg\u201d");
            assertThat(sheet.locator(".bt-vague")).containsText("carefully");
            expert.tell("comment", "Slower cannot be said in numbers here.");
            expert.shot("method-signing");
            expert.sign("Authorship").leave();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acta-task-diagram",
                "acta-knowledge-audit",
                "acta-simulation-interview",
                "gemba-walk",
                "hidden-factory",
                "fmea",
                "knowledge-loss-risk"
            })
    void everyMethodOpensInTasklistWithAllItsQuestionsAndKeepsAnAnswer(String method) {
        var task = begun("4.4", method);
        var prompts =
                json(call("expert3", "GET", "/api/tasks/" + task, null).body()).path("prompts");
        try (var expert = new TasklistPerson(chromium, url(""), "expert3", DEMO_PASSWORD)) {
            expert.open(task, "capture").press("mode-all").shot("method-" + method);
            assertThat(expert.form().locator("[data-card]")).hasCount(prompts.size());
            expert.form()
                    .locator("[data-card] textarea, [data-card] input[type='text']")
                    .first()
                    .fill("2");
            assertThat(expert.form().locator(".bt-saved[data-state='saved']")).isVisible();
        }
        var draft = json(call("expert3", "GET", "/api/tasks/" + task, null).body());
        assertThat(draft.path("content").path("items").path(0).path("answers")).isNotEmpty();
        assertThat(draft.path("content")
                        .path("items")
                        .path(0)
                        .path("method")
                        .path("id")
                        .asText())
                .isEqualTo(method);
    }

    @Test
    void aPhoneShowsAnAnswerWithAPhoto() {
        var task = begun("4.4", "gemba-walk");
        try (var context = chromium.phone()) {
            var page = at(context.newPage(), task);
            var form = form(page);
            form.locator("[data-action='to-short']").waitFor();
            for (int i = 0; i < 4; i++) {
                form.locator("[data-action='next']").click();
            }
            var aids = form.locator("[data-card='aids']");
            aids.locator("[name='what']").fill("A red line on the sight glass");
            aids.locator("[data-prompt='photo'] input[name='camera']")
                    .setInputFiles(
                            new com.microsoft.playwright.options.FilePayload("line.png", "image/png", picture()));
            assertThat(aids.locator(".bt-shown img")).isVisible();
            assertThat(form.locator(".bt-saved[data-state='saved']")).isVisible();
            Chromium.shot(page, "method-phone");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
        }
        var item = json(call("expert3", "GET", "/api/tasks/" + task, null).body())
                .path("content")
                .path("items")
                .path(0);
        var photo =
                item.path("answers").path("aids").path(0).path("photo").path(0).asText();
        assertThat(photo).isNotBlank().isEqualTo(item.path("files").path(0).asText());
    }

    @Test
    void aVoiceNoteAloneIsAFirstSave() {
        var task = begun("4.4", "hidden-factory");
        try (var context = chromium.person()) {
            var page = at(context.newPage(), task);
            var card = form(page).locator("[data-card='rework']");
            card.locator("[data-action='show']").click();
            card.locator("[data-action='sound']").click();
            card.locator(".bt-recording").waitFor();
            page.waitForTimeout(1500);
            card.locator("[data-action='stop']").click();
            assertThat(card.locator(".bt-shown audio")).isVisible();
            assertThat(form(page).locator(".bt-saved[data-state='saved']")).isVisible();
        }
        var item = json(call("expert3", "GET", "/api/tasks/" + task, null).body())
                .path("content")
                .path("items")
                .path(0);
        assertThat(item.path("answers").path("rework.media")).hasSize(1);
    }

    @Test
    void aLostConnectionLosesNoWord() {
        var task = begun("4.4", "critical-decision");
        try (var context = chromium.person()) {
            var page = at(context.newPage(), task);
            form(page).locator("[name='incident']").fill("Before the line was cut.");
            assertThat(form(page).locator(".bt-saved[data-state='saved']")).isVisible();
            context.setOffline(true);
            form(page).locator("[name='incident']").fill("Before the line was cut, and after it.");
            assertThat(form(page).locator(".bt-saved[data-state='offline']")).isVisible();
            Chromium.shot(page, "method-offline");
            context.setOffline(false);
            page.evaluate("dispatchEvent(new Event('online'))");
            assertThat(form(page).locator(".bt-saved[data-state='saved']")).isVisible();
        }
        assertThat(json(call("expert3", "GET", "/api/tasks/" + task, null).body())
                        .at("/content/items/0/answers/incident")
                        .asText())
                .isEqualTo("Before the line was cut, and after it.");
    }

    @Test
    void twoTabsInConflictShowBothAndLoseNothing() {
        var task = begun("4.4", "critical-decision");
        try (var context = chromium.person()) {
            var one = at(context.newPage(), task);
            var two = context.newPage();
            two.navigate(url("/tasks/" + task));
            form(two).locator("[name='incident']").waitFor();
            form(one).locator("[name='incident']").fill("As the first tab tells it.");
            assertThat(form(one).locator(".bt-saved[data-state='saved']")).isVisible();
            form(two).locator("[name='incident']").fill("As the second tab tells it.");
            var choice = form(two).locator(".bt-versions");
            assertThat(choice).containsText("As the first tab tells it.");
            assertThat(choice).containsText("As the second tab tells it.");
            Chromium.shot(two, "method-conflict");
            form(two).locator("[data-action='keep-mine']").click();
            assertThat(form(two).locator(".bt-saved[data-state='saved']")).isVisible();
        }
        assertThat(json(call("expert3", "GET", "/api/tasks/" + task, null).body())
                        .at("/content/items/0/answers/incident")
                        .asText())
                .isEqualTo("As the second tab tells it.");
    }

    private Page at(Page page, String task) {
        page.navigate(url("/login"));
        page.fill("input[name=username]", "expert3");
        page.fill("input[name=password]", DEMO_PASSWORD);
        page.click("form[action$='/login'] button");
        page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
        page.navigate(url("/tasks/" + task));
        form(page).waitFor();
        return page;
    }

    private static Locator form(Page page) {
        return page.locator(".baton-task[data-ready='capture']");
    }

    /** A capture of the sample that expert3 begins unasked, with that method. */
    private String begun(String stepNumber, String method) {
        var transfers = json(call("lead", "GET", "/api/transfers", null).body()).path("items");
        var transfer = StreamSupport.stream(transfers.spliterator(), false)
                .filter(each -> each.path("steps").asInt() > 20)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        var steps = json(call("lead", "GET", "/api/transfers/" + transfer + "/steps?limit=200", null)
                        .body())
                .path("items");
        var step = StreamSupport.stream(steps.spliterator(), false)
                .filter(each -> each.path("number").asText().equals(stepNumber))
                .findFirst()
                .orElseThrow();
        var task = json(call("expert3", "POST", "/api/steps/" + step.path("id").asText() + "/capture-tasks", "{}")
                        .body())
                .path("taskId")
                .asText();
        var choice = JSON.createObjectNode().put("method", method).put("reason", "To play this method");
        var chosen = call("lead", "POST", "/api/tasks/" + task + "/method", choice.toString());
        assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(200);
        return task;
    }

    private static byte[] picture() {
        try (var out = new java.io.ByteArrayOutputStream()) {
            javax.imageio.ImageIO.write(
                    new java.awt.image.BufferedImage(320, 240, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
