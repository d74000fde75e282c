package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.support.Wire;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody new at the receiving site stands at the machine before they have read what its card says. */
class TrainingStoryIT extends BrowserStory {

    private static final String PASSWORD = "kettle orbit walnut fjord";
    private static final String SMALL =
            """
            () => [...document.querySelectorAll('a, button, summary')]
              .filter(e => e.offsetParent !== null && e.getBoundingClientRect().height < 64)
              .map(e => e.tagName + ' ' + e.textContent.trim())""";

    @Test
    void aNewcomerIsToldAtTheMachineReadsFromThereAndTheLeadSeesWhoMayDoWhat() {
        var newcomer = "nina-" + UUID.randomUUID().toString().substring(0, 6);
        hire(newcomer);
        var transfer = startedTransfer("Somebody new", "expert1", "expert2");
        var item = told("expert1", transfer);
        for (var stage :
                List.of("peer-review expert2", "receiver-review receiver2", "triage quality", "approval quality2")) {
            accepted(stage.split(" ")[1], transfer, stage.split(" ")[0]);
        }
        land(item);
        var step = read("lead", "/api/items/" + item).path("stepId").asText();
        try (var lead = at("lead")) {
            lead.visit("/transfers/" + transfer + "#team")
                    .page()
                    .locator("main a", named("Who may do what"))
                    .first()
                    .click();
            lead.sees("Nina Newcomer")
                    .sees("No training for this transfer yet.")
                    .sees("What is in force is not read yet.");
            lead.sees("Telling needs no training.");
            looked(lead.page());
            lead.page().setViewportSize(390, 844);
            lead.page().locator("summary").first().click();
            lead.shot("authority");
        }
        try (var wire = new Wire(port);
                var phone = new TasklistPerson(chromium(), wire.url(), newcomer, PASSWORD)) {
            var page = phone.page();
            page.setViewportSize(390, 844);
            phone.visit("/floor/" + step)
                    .sees("You have not yet read and understood one text on this card")
                    .sees(WHAT)
                    .sees("Not read by you yet")
                    .sees("You can print a copy once you have read and signed");
            assertThat(page.locator("form[action$='/paper']")).hasCount(0);
            assertThat((List<?>) page.evaluate(SMALL)).isEmpty();
            assertThat(page.locator(".floor-unread a").evaluate("a => getComputedStyle(a).color"))
                    .as("what the button says can be read")
                    .isNotEqualTo(page.locator(".floor-unread a").evaluate("a => getComputedStyle(a).backgroundColor"));
            looked(page);
            page.waitForSelector("body[data-kept=yes]");
            phone.shot("floor-unread");

            wire.cut();
            page.context().setOffline(true);
            page.reload();
            phone.sees("You have not yet read and understood one text").sees(WHAT);
            assertThat(page.locator(".floor-unread a")).isHidden();
            wire.mend();
            page.context().setOffline(false);

            phone.visit("/floor/" + step);
            page.locator(".floor-unread a").first().click();
            phone.sees("I have read this version").fill("username", newcomer).fill("password", PASSWORD);
            phone.go("Sign: read and understood")
                    .sees("Signed: read and understood.")
                    .sees("Print a copy");
            assertThat(page.locator(".floor-unread")).hasCount(0);
            assertThat(page.url()).endsWith("/floor/" + step);
            phone.visit("/transfers/" + transfer + "/authority");
            looked(page);
            phone.visit("/transfers/" + transfer + "/readings").sees("read on").sees("valid until");
            looked(page);
            phone.visit("/transfers/" + transfer + "/authority")
                    .sees("Read and sign what it is about")
                    .sees("Opened a step card once without having read it.");
        }
    }

    /** No violation that axe can find, and nothing wider than the screen, on a phone and on a desk. */
    private static void looked(Page page) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : List.of(320, 390, 1280)) {
                page.setViewportSize(width, 844);
                assertThat(Chromium.tooWide(page)).as(width + " px").isEmpty();
            }
            assertThat(Chromium.violations(page)).isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(390, 844);
    }

    private static Page.LocatorOptions named(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    private void hire(String username) {
        var hired = call(
                "admin",
                "POST",
                "/api/people",
                """
                {"username": "%s", "name": "Nina Newcomer", "site": "Liverpool", "roles": ["receiver"],
                 "identityCheckedBy": "admin", "identityCheckedHow": "passport", "identityCheckedOn": "2026-01-15"}"""
                        .formatted(username));
        assertThat(hired.statusCode()).as(hired.body()).isEqualTo(201);
        var oneTime = json(hired.body()).path("oneTimePassword").asText();
        call(
                username,
                oneTime,
                "POST",
                "/api/me/password",
                "{\"old\":\"" + oneTime + "\",\"new\":\"" + PASSWORD + "\"}");
        assertThat(call(username, PASSWORD, "POST", "/api/me/statement", null).statusCode())
                .isEqualTo(204);
    }

    private void land(String item) {
        var landed = call(
                "receiver1",
                "POST",
                "/api/items/" + item + "/landing",
                "{\"document\":\"SOP-LIV-0412\",\"section\":\"6.2\",\"effectiveOn\":\"2026-01-01\"}");
        assertThat(landed.statusCode()).as(landed.body()).isEqualTo(201);
    }
}
