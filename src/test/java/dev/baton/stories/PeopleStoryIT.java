package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What people of a transfer are to each other: thanks with a picture, a certificate that a stranger checks, a credit that
 * goes with what it stood on, a step handed on, and a pulse of four answers and of five.
 */
class PeopleStoryIT extends BrowserStory {

    private static final String PURPOSE = "Children in Europe get their nasal vaccine in time";
    private static final Path PICTURE = Path.of("src/main/resources/sample/grey-tray.jpg");

    private static final List<String> WORDS = List.of(
            "Some evenings it feels like moving out.",
            "I am asked as never before.",
            "One question at a time, please.",
            "It is good to see it stand over there.");

    @Autowired
    ProcessEngine engine;

    @Test
    void anExpertIsThankedAndCertifiedAndACreditGoesWithWhatItStoodOn() throws IOException {
        var transfer = startedTransfer("Thanked by hand", "expert1", "expert2");
        try (var expert = at("expert2")) {
            expert.open(taskOf("expert2", transfer, "capture"), "capture");
            assertThat(expert.form()).containsText(PURPOSE);
        }
        var item = told("expert1", transfer);
        accepted("expert2", transfer, "peer-review");
        accepted("receiver1", transfer, "receiver-review");
        accepted("quality", transfer, "triage");
        accepted("quality2", transfer, "approval");
        try (var receiver = at("receiver1")) {
            receiver.visit("/items/" + item).fill("text", "On Monday it was the first thing I did. Here it stands.");
            receiver.page().locator("#thanks details summary").click();
            receiver.page().locator("#file").setInputFiles(PICTURE);
            receiver.page().locator("#to").selectOption("expert1");
            receiver.go("Say thank you").sees("Your thanks are with Expert One");
        }

        await(() -> read("expert1", "/api/people/expert1/certificates")
                .path("items")
                .toString()
                .contains(transfer));
        try (var expert = at("expert1");
                var stranger = chromium().anonymous(url(""))) {
            expert.visit("/").sees("thanked you for “" + TITLE + "”");
            expert.visit("/people/expert1").sees("On Monday it was the first thing I did.");
            var picture = expert.page().locator(".thanked .keepsakes img").first();
            picture.scrollIntoViewIfNeeded();
            assertThat(picture).isVisible();
            assertThat(picture.evaluate("image => image.decode().then(() => image.naturalWidth > 0)"))
                    .isEqualTo(true);
            var answer = expert.page().locator(".thanked").first();
            answer.locator("details summary").click();
            answer.locator("textarea").fill("Then it is in good hands.");
            answer.locator("button").click();
            expert.sees("Your answer is with them.").sees("Expert One answered: Then it is in good hands.");
            expert.shot("record");

            var certificate = expert.page()
                    .locator(".gifts > li")
                    .filter(new Locator.FilterOptions().setHasText("Thanked by hand"))
                    .first();
            assertThat(pdf(expert.page()
                            .waitForDownload(
                                    () -> certificate.locator("a[href$='.pdf']").click())))
                    .contains("Expert One", "Thanked by hand");
            assertThat(word(expert.page()
                            .waitForDownload(() ->
                                    certificate.locator("a[href$='.docx']").click())))
                    .contains("Expert One", "Thanked by hand");
            var proof = certificate.locator("a[href*='/verify/']").getAttribute("href");

            stranger.visit(proof).sees("Valid").sees("Expert One").sees("Thanked by hand");
            assertThat(stranger.page().locator("main")).not().containsText(TITLE);
            stranger.shot("verify");

            try (var quality = at("quality")) {
                quality.visit("/items/" + item + "/acts/withdraw");
                quality.fill("reason", "The new table does it by itself");
                quality.fill("username", "quality").fill("password", DEMO_PASSWORD);
                quality.go("Sign and withdraw").sees("The item is withdrawn.");
            }
            await(() -> !read("expert1", "/api/people/expert1/recognition")
                    .path("credits")
                    .toString()
                    .contains(item));
            expert.visit("/people/expert1");
            assertThat(expert.page().locator(".fallen")).containsText(TITLE);
            assertThat(expert.page().locator(".fallen")).containsText("was taken back on");
            stranger.visit(proof).sees("No longer valid").sees("Others were taken back since");
        }
    }

    @Test
    void aStepIsLetGoOfAndTakenAndBothSign() {
        var transfer = startedTransfer("Handed on by hand", "expert1");
        var step = read("lead", "/api/transfers/" + transfer + "/steps")
                .at("/items/0/id")
                .asText();
        try (var expert = at("expert1")) {
            expert.visit("/steps/" + step + "/people").sees("Expert One carries this step.");
            expert.page().locator("main details summary").first().click();
            expert.page().selectOption("#to", "receiver1");
            expert.fill("lastWord", "Trust your nose before the gauge.");
            expert.fill("give-username", "expert1").fill("give-password", DEMO_PASSWORD);
            expert.go("Sign and let go").sees("You have let go.");
        }
        try (var receiver = at("receiver1")) {
            receiver.visit("/tasks/" + taskOf("receiver1", transfer, "step-taking"));
            receiver.sees("Trust your nose before the gauge.").shot("take-step");
            receiver.fill("firstWord", "I shall.").fill("username", "receiver1").fill("password", DEMO_PASSWORD);
            receiver.go("Sign and take it")
                    .sees("Receiver One carries this step.")
                    .sees("both signed");
        }
        assertThat(tasks("receiver1", transfer, "step-taking")).isEmpty();
    }

    @Test
    void fourAnswersStayShutAndTheFifthOpensThemAll() {
        var transfer = startedTransfer("Pulse by hand", "expert1", "expert2");
        var team = List.of("lead", "expert1", "expert2", "receiver1", "receiver2", "quality");
        var members = team.stream()
                .map(who -> "{\"username\":\"" + who + "\",\"role\":\""
                        + (who.equals("lead") ? "transfer-lead" : who.replaceAll("\\d", "")) + "\"}")
                .toList();
        var put = call("lead", "PUT", "/api/transfers/" + transfer + "/team?reason=six", members.toString());
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        var page = "/transfers/" + transfer + "/pulse";
        try (var lead = at("lead");
                var receiver = at("receiver2")) {
            lead.visit(page).go("Ask now").sees("Everybody of the team is asked now.");
            for (var who : team.subList(0, 4)) {
                answer(who, transfer, 2, WORDS.get(team.indexOf(who)));
            }
            lead.visit(page).sees("4 have answered");
            assertThat(lead.page().locator("main")).not().containsText("moving out");
            timeIsOver(transfer);
            lead.visit(page).sees("Fewer than five answered.");
            assertThat(lead.page().locator("main")).not().containsText("moving out");

            lead.go("Ask now");
            receiver.visit(page);
            receiver.page().locator("#handingOver label").nth(4).click();
            receiver.page().locator("#heard label").nth(3).click();
            receiver.fill("line", "Lighter than I thought.").go("Send").sees("nothing says that it is yours");
            receiver.visit(page)
                    .sees("5 answers")
                    .sees("Lighter than I thought.")
                    .sees("moving out");
            timeIsOver(transfer);

            lead.visit("/tasks/" + taskOf("lead", transfer, "pulse-answer"));
            lead.fill("said", "Letting go is heavy.").fill("did", "One request less a week.");
            lead.go("Say it to everybody");
            receiver.visit(page).sees("You said").sees("Letting go is heavy.").sees("We did");
            receiver.sees("One request less a week.").shot("pulse");
        }
        assertThat(tasks("lead", transfer, "pulse-answer")).isEmpty();
    }

    @Test
    void aPersonChoosesWhatComesByMailAndWhen() {
        try (var expert = at("expert3")) {
            expert.visit("/mail").sees("What waits for you always comes");
            expert.page().locator("label.choice").last().click();
            expert.page().locator("#quietFrom").fill("18:30");
            expert.page().selectOption("#zone", "Europe/London");
            expert.shot("mail");
            expert.go("Save").sees("Saved.");
            assertThat(expert.page().locator("#quietFrom")).hasValue("18:30");
            assertThat(expert.page().locator("label.choice input").last()).not().isChecked();
        }
        var wish = read("expert3", "/api/me/mail");
        assertThat(wish.path("weekly").asBoolean()).isFalse();
        assertThat(wish.path("zone").asText()).isEqualTo("Europe/London");
    }

    private void answer(String who, String transfer, int handingOver, String line) {
        var body = "{\"transferId\":\"%s\",\"handingOver\":%d,\"heard\":4,\"line\":\"%s\"}";
        var said = call(who, "POST", "/api/pulse", body.formatted(transfer, handingOver, line));
        assertThat(said.statusCode()).as(said.body()).isEqualTo(204);
    }

    /** The round that is open ends, as its timer would end it. */
    private void timeIsOver(String transfer) {
        var round = read("lead", "/api/transfers/" + transfer + "/pulse")
                .at("/open/id")
                .asText();
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("pulse")
                .processInstanceBusinessKey(round)
                .singleResult();
        var jobs = engine.getManagementService();
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .singleResult()
                .getId());
    }

    private static String pdf(Download download) throws IOException {
        try (var document = Loader.loadPDF(Files.readAllBytes(download.path()))) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String word(Download download) throws IOException {
        try (var file = Files.newInputStream(download.path());
                var document = new XWPFDocument(file);
                var text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    private static void await(BooleanSupplier arrived) {
        var until = Instant.now().plus(Duration.ofSeconds(20));
        while (!arrived.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(until);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
