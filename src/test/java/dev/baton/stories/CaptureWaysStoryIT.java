package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The other ways through a capture task: nothing hidden, somebody else, pictures, several items, and a closed browser. */
class CaptureWaysStoryIT extends BrowserStory {

    @Test
    void nothingHiddenIsSignedToo() {
        var transfer = startedTransfer("Nothing hidden", "expert3", "expert2");
        var task = taskOf("expert3", transfer, "capture");
        try (var expert = at("expert3")) {
            expert.open(task, "capture").press("nothing-hidden");
            assertThat(expert.form().locator("[data-view='sign']"))
                    .containsText("I do it as written and know of nothing more.");
            expert.shot("nothing-hidden").signWrongly("not-my-password-2026");
            assertThat(expert.form()).containsText("Nothing was signed");
            expert.sign("Authorship").leave();
        }
        assertThat(tasks("expert3", transfer, "capture")).isEmpty();
        assertThat(read("expert3", "/api/transfers/" + transfer)
                        .path("coverage")
                        .path("captured")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void somebodyElseIsAskedByName() {
        var transfer = startedTransfer("Ask somebody else", "expert3", "expert2");
        try (var expert = at("expert3")) {
            expert.open(taskOf("expert3", transfer, "capture"), "capture").press("pass-on");
            expert.press("send");
            assertThat(expert.form()).containsText("Choose a person");
            expert.form().locator("select[name=to]").selectOption("expert2");
            expert.tell("comment", "Nine seasons at this bench.")
                    .shot("pass-on")
                    .send("send")
                    .leave();
        }
        assertThat(tasks("expert3", transfer, "capture")).isEmpty();
        assertThat(tasks("expert2", transfer, "capture")).hasSize(2);
    }

    @Test
    void severalItemsWithAPictureSurviveAClosedBrowser() {
        var transfer = startedTransfer("Several items", "expert3", "expert2");
        var task = taskOf("expert3", transfer, "capture");
        try (var expert = at("expert3")) {
            expert.open(task, "capture").freely().tell("title", TITLE).tell("whatIsDone", WHAT);
            var files = expert.form().locator("input[type=file]").first();
            files.setInputFiles(new FilePayload("bench.png", "image/png", picture()));
            assertThat(expert.form()).containsText("bench.png");
            files = expert.form().locator("input[type=file]").first();
            files.setInputFiles(
                    new FilePayload("macro.png", "image/png", "This is no picture.".getBytes(StandardCharsets.UTF_8)));
            assertThat(expert.form()).containsText("macro.png could not be sent");
            expert.press("add-item").tell("title", "Turn it once").tell("whatIsDone", "Then I turn it once.");
            assertThat(expert.form().locator(".bt-saved[data-state='saved']")).isVisible();
            expert.shot("several-items");
        }
        try (var expert = at("expert3")) {
            expert.open(task, "capture");
            assertThat(expert.form()).containsText("Turn it once");
            // Whatever is missing is said at once, for every item.
            expert.press("submit");
            assertThat(expert.form()).containsText("Choose what sort of thing “" + TITLE + "” is");
            expert.form().locator("[data-action=open-item]").first().click();
            expert.kind("hidden-step");
            expert.form().locator("[data-action=open-item]").first().click();
            expert.freely().kind("hidden-step").press("submit");
            assertThat(expert.form().locator("[data-view='sign']")).containsText("Then I turn it once.");
            assertThat(expert.form().locator("[data-view='sign'] img")).isVisible();
            expert.sign("Authorship").leave();
        }
        assertThat(read("expert3", "/api/items?transfer=" + transfer).path("items"))
                .hasSize(2);
    }

    private static byte[] picture() {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
