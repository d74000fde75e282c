package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who reads German: the browser asks for it, or the person chooses it, and a phone is wide enough for it. */
class GermanStoryIT extends BrowserStory {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @AfterEach
    void asTheBrowserAsks() {
        List.of("expert1", "quality").forEach(this::forget);
    }

    private void forget(String person) {
        assertThat(call(person, "POST", "/api/me/language", "{\"language\": null}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void theBrowserAsksForGerman() {
        try (var nobody = chromium().anonymousInGerman(url(""))) {
            nobody.visit("/login?error").sees("Benutzername oder Passwort ist falsch");
            assertThat(nobody.page().locator("html")).hasAttribute("lang", "de");
        }
    }

    @Test
    void anExpertChoosesGermanAndReadsOnAPhone() {
        var transfer = sampleTransfer();
        var task = tasks("expert1", transfer, "capture").get(0).path("taskId").asText();
        var step = tasks("expert1", transfer, "capture").get(0).path("stepId").asText();
        try (var expert = at("expert1")) {
            expert.visit("/transfers").sees("Transfers");
            chooseGerman(expert);
            expert.sees("erzählt");
            assertThat(expert.page()).hasURL(url("/transfers"));

            var faults = new ArrayList<String>();
            for (var path :
                    List.of("/", "/transfers/" + transfer, "/steps/" + step, "/tasks/" + task, "/people", "/absence")) {
                fits(expert.visit(path).page(), path, faults);
            }
            assertThat(faults).isEmpty();
            expert.visit("/").sees("Als Nächstes").shot("home-de");

            expert.visit("/tasks/" + task);
            assertThat(expert.page().locator(".baton-task[data-ready='capture']"))
                    .hasAttribute("lang", "de");
            assertThat(expert.page().locator(".baton-task")).containsText("Offizielle Anweisung");

            expert.page().setViewportSize(1280, 900);
            expert.open(task, "capture");
            assertThat(expert.page().locator("html")).hasAttribute("lang", "de");
            assertThat(expert.page().locator("body")).containsText("Zu Baton");
            assertThat(expert.page().locator("body")).containsText("Meine Aufgaben");
            assertThat(expert.form()).containsText("Offizielle Anweisung");
        }
    }

    @Test
    void whatIsHiddenIsReadOnAPhoneWithoutMovingTheTable() {
        try (var quality = at("quality")) {
            chooseGerman(quality.visit("/absence"));
            var page = quality.visit("/transfers/" + sampleTransfer() + "/dashboard")
                    .page();
            var table = page.locator("[aria-labelledby=hidden] .scroll");
            assertThat(table).containsText("Minuten");
            for (int width : List.of(320, 360, 390)) {
                page.setViewportSize(width, 844);
                assertThat((Boolean) table.evaluate("e => e.scrollWidth <= e.clientWidth"))
                        .as("at %d px", width)
                        .isTrue();
            }
        }
    }

    @Test
    void aReviewOfTheTrailIsCalledSoOnItsCardInTasklist() {
        var transfer = startedTransfer("Geprüft auf Deutsch", "expert1");
        var opened = call("quality", "POST", "/api/transfers/" + transfer + "/trail-reviews", null);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        var task = taskOf("quality", transfer, "trail-review");
        assertThat(call("quality", "POST", "/api/tasks/" + task + "/claim", null)
                        .statusCode())
                .isEqualTo(200);
        call("quality", "POST", "/api/me/language", "{\"language\": \"de\"}");
        try (var quality = at("quality")) {
            quality.visit("/camunda/app/tasklist/default/#/?task=" + task);
            quality.page().waitForSelector("[cam-tasks] li.task");
            var card = quality.page()
                    .locator("[cam-tasks] li.task")
                    .filter(new Locator.FilterOptions().setHasText("Geprüft auf Deutsch"))
                    .first();
            assertThat(card).containsText("Audit-Trail, Prüfung 1");
            assertThat(card).not().containsText("Audit trail");
        }
    }

    @Test
    void whatGoesOnRecordStaysEnglish() {
        var day = LocalDate.now(clock).plusDays(40).toString();
        try (var quality = at("quality")) {
            chooseGerman(quality.visit("/absence"));
            quality.fill("from", day).fill("until", day).go("Vermerken").sees("Es ist vermerkt");
            quality.go("Ich bin zurück").sees("Sie sind wieder da.");

            assertThat(jdbc.sql("select reason from audit_entry where username = 'quality' and record_type = 'absence'"
                                    + " order by no desc limit 1")
                            .query(String.class)
                            .single())
                    .isEqualTo("Back, or not going");
        }
    }

    private static void chooseGerman(TasklistPerson person) {
        person.page().click(".languages button[value=de]");
        assertThat(person.page().locator("html")).hasAttribute("lang", "de");
    }

    private static void fits(Page page, String path, List<String> faults) {
        page.setViewportSize(390, 844);
        if (path.startsWith("/tasks/")) {
            page.waitForSelector(".baton-task[data-ready]");
        }
        var wide = Chromium.tooWide(page);
        if (!wide.isEmpty()) {
            faults.add(path + ": " + wide);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Chromium.violations(page).forEach(fault -> faults.add(path + ": " + fault.getId()));
    }
}
