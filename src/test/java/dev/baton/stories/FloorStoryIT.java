package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.baton.support.Wire;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody at a machine reads a label with a phone, in gloves, also where there is no network. */
class FloorStoryIT extends BrowserStory {

    private static final String SMALL =
            """
            () => [...document.querySelectorAll('a, button, summary, textarea, input[type=file], label.floor-button')]
              .filter(e => e.offsetParent !== null && e.getBoundingClientRect().height < 64)
              .map(e => e.tagName + ' ' + e.textContent.trim())""";

    @Test
    void aCardIsReadAtTheMachineAlsoWithoutNetwork() {
        var transfer = startedTransfer("On the floor", "expert1", "expert2");
        var item = told("expert1", transfer);
        for (var stage :
                List.of("peer-review expert2", "receiver-review receiver2", "triage quality", "approval quality2")) {
            accepted(stage.split(" ")[1], transfer, stage.split(" ")[0]);
        }
        var step = read("lead", "/api/items/" + item).path("stepId").asText();
        try (var wire = new Wire(port);
                var phone = new TasklistPerson(chromium(), wire.url(), "receiver1", DEMO_PASSWORD)) {
            var page = phone.page();
            page.setViewportSize(390, 844);
            phone.visit("/floor/" + step).sees("Nothing is approved and landed");
            land(item);
            phone.visit("/floor/" + step).sees(TITLE).sees("SOP-LIV-0412, section 6.2");
            page.waitForSelector("body[data-kept=yes]");
            page.locator("summary").first().click();
            assertThat((List<?>) page.evaluate(SMALL)).isEmpty();
            phone.shot("floor");

            wire.cut();
            page.context().setOffline(true);
            page.reload();
            phone.sees(TITLE);
            assertThat(page.locator("[data-age]")).containsText("No network.");
            assertThat(page.locator("[data-network]")).isHidden();
            page.evaluate(
                    """
                    async () => {
                      const shelf = await caches.open('baton-floor');
                      const kept = await shelf.match(location.href);
                      const headers = new Headers(kept.headers);
                      headers.set('Baton-Until', '2020-01-01T00:00:00Z');
                      await shelf.put(location.href, new Response(await kept.blob(), { headers }));
                    }""");
            page.reload();
            phone.sees("the shift for which it was kept is over");
            wire.mend();
            page.context().setOffline(false);

            phone.visit("/floor/" + step);
            stuck(page);
            phone.sees("Asked. Those who know this step are told").visit("/floor/" + step);
            page.getByText("It was different").click();
            phone.fill("what", "The tray is larger here.")
                    .go("Tell the sending site")
                    .sees("Sent.");
            assertThat(tasks("expert1", transfer, "capture").toString()
                            + tasks("expert2", transfer, "capture").toString())
                    .contains("\"stepId\":\"" + step);
            paper(phone, item, step);
        }
        try (var expert = at("expert1")) {
            expert.visit("/steps/" + step + "/people").sees("Which way do I tilt?");
            assertThat(expert.page().locator(".keepsakes img")).hasCount(1);
        }
        try (var lead = at("lead")) {
            lead.visit("/transfers/" + transfer + "/labels").sees("Labels for the floor");
            assertThat(lead.page().locator(".label-card svg").first()).isVisible();
            lead.shot("labels");
        }
    }

    private void stuck(Page page) {
        page.getByText("Stuck? Ask").click();
        page.fill("#text", "Which way do I tilt?");
        page.setInputFiles(
                "#photo", new com.microsoft.playwright.options.FilePayload("tray.png", "image/png", picture()));
        page.getByText("Ask those who know").click();
    }

    private void paper(TasklistPerson phone, String item, String step) {
        phone.visit("/floor/" + step).go("Print a copy").sees("Valid until").sees(TITLE);
        phone.shot("paper-copy");
        var check = phone.page().url().replace("/sheet", "").replaceFirst("^[^/]+//[^/]+", "");
        phone.visit(check).sees("This paper says what is in force now.");
        var withdrawn = call(
                "quality",
                "POST",
                "/api/items/" + item + "/withdraw",
                "{\"reason\":\"It is not so.\",\"username\":\"quality\",\"password\":\"" + DEMO_PASSWORD + "\"}");
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
        phone.visit(check).sees("Do not work by it").sees("Not in force any more in this version");
        phone.visit("/floor/" + step).sees("Nothing is approved and landed");
        assertThat(call("auditor", "GET", "/api" + check.replace("/floor/paper", "/paper-copies"), null)
                        .body())
                .contains("overtaken");
    }

    private void land(String item) {
        var landed = call(
                "receiver1",
                "POST",
                "/api/items/" + item + "/landing",
                "{\"document\":\"SOP-LIV-0412\",\"section\":\"6.2\",\"effectiveOn\":\"2026-01-01\"}");
        assertThat(landed.statusCode()).as(landed.body()).isEqualTo(201);
    }

    private static byte[] picture() {
        try (var png = new java.io.ByteArrayOutputStream()) {
            javax.imageio.ImageIO.write(
                    new java.awt.image.BufferedImage(40, 30, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", png);
            return png.toByteArray();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
