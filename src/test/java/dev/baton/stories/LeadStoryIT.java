package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A transfer lead brings a process, starts the transfer and keeps its team; members thank and answer each other. */
class LeadStoryIT extends BrowserStory {

    @Test
    void theLeadImportsStartsAndKeepsTheTeam() {
        var name = "Spray to Liverpool " + UUID.randomUUID().toString().substring(0, 4);
        try (var lead = at("lead")) {
            lead.page().setViewportSize(1280, 800);
            theImportNamesEveryFault(lead, name);
            theImportSucceeds(lead, name);
            theTransferStarts(lead, name);
            theTeamIsKept(lead);
        }
    }

    private void theImportNamesEveryFault(TasklistPerson lead, String name) {
        lead.visit("/transfers").go("New transfer").go("Import the process");
        assertThat(lead.page().locator(".error-summary a")).hasCount(6);
        filled(lead, name);
        lead.page().setInputFiles("#file", ProcessWorkbook.file("faults.xlsx", ProcessWorkbook.withFaults()));
        lead.shot("import").go("Import the process");
        assertThat(lead.page().locator(".error-summary li")).hasCount(3);
        lead.sees("Process steps!N2")
                .sees("Process steps!J3")
                .sees("Process steps!J4")
                .shot("import-faults");
        assertThat(read("lead", "/api/transfers?limit=200").toString()).doesNotContain(name);
    }

    private void theImportSucceeds(TasklistPerson lead, String name) {
        assertThat(lead.page().locator("#name")).hasValue(name);
        lead.page()
                .setInputFiles(
                        "#file",
                        ProcessWorkbook.file("steps.xlsx", ProcessWorkbook.of("expert1", "expert2", "expert3")));
        lead.go("Import the process").sees("3 steps are imported.").sees("0 %");
    }

    private void theTransferStarts(TasklistPerson lead, String name) {
        lead.shot("transfer-ready").go("Start the transfer").sees("The experts are asked now.");
        assertThat(lead.page().locator(".phases [aria-current=step]")).hasText("Planning");
        assertThat(lead.page().locator(".step-open")).hasCount(3);
        var transfer = lead.page().url().replaceAll(".*/", "");
        assertThat(tasks("expert1", transfer, "capture")).hasSize(1);
    }

    private void theTeamIsKept(TasklistPerson lead) {
        lead.page().click("text=Change the team");
        lead.page().uncheck("input[value='receiver2--receiver']");
        lead.fill("leaving-expert1--expert", "2027-03-31");
        lead.page().selectOption("#joins", "lead2--transfer-lead");
        lead.shot("team").go("Save the team").sees("Say why");
        assertThat(lead.page().locator("#leaving-expert1--expert")).hasValue("2027-03-31");
        lead.fill("reason", "The second lead joins").go("Save the team");
        lead.sees("The team is saved.").sees("leaves on 31 Mar 2027").sees("Lead, Liverpool");
        assertThat(lead.page().locator(".folk-plain", new Page.LocatorOptions().setHasText("Receiver Two")))
                .hasCount(0);
        try (var other = at("receiver1")) {
            other.visit(lead.page().url().replaceAll("^https?://[^/]+", ""));
            assertThat(other.page().locator(".folk-plain")).not().containsText("leaves on");
            other.visit(lead.page().url().replaceAll("^https?://[^/]+", "") + "/team")
                    .sees("This is not yours to do");
        }
        lead.page().click("text=Change the team");
        lead.page().uncheck("input[value='lead--transfer-lead']");
        lead.page().uncheck("input[value='lead2--transfer-lead']");
        lead.fill("reason", "A try").go("Save the team").sees("A team needs a transfer lead.");
    }

    private static void filled(TasklistPerson lead, String name) {
        lead.fill("name", name)
                .fill("product", "Live attenuated influenza vaccine")
                .fill("purpose", "Children in Europe get their nasal vaccine in time.")
                .fill("seasonDeadline", "2027-08-01");
        lead.page().selectOption("#sendingSite", "California");
        lead.page().selectOption("#receivingSite", "Liverpool");
    }

    @Test
    void aStepIsToldUnaskedThankedForAndAnswered() {
        var transfer = startedTransfer("Thanks travel too", "expert1", "expert2");
        var item = told("expert1", transfer);
        accepted("expert2", transfer, "peer-review");
        accepted("quality", transfer, "triage");
        theReceiverOpensAndThanks(transfer, item);
        theAuthorSeesItAndAnswers(transfer);
        theAuthorTellsAnotherStepUnasked(transfer);
        theAuthorBeginsTheNextVersion(item);
        qualityWithdraws(item);
    }

    private void theAuthorBeginsTheNextVersion(String item) {
        try (var author = at("expert1")) {
            author.visit("/items/" + item).go("Begin the next version").go("Begin the next version");
            author.sees("Say why").fill("reason", "The bench has a new lamp").go("Begin the next version");
            author.page().waitForSelector(".baton-task[data-ready='rework']");
        }
    }

    private void qualityWithdraws(String item) {
        try (var quality = at("quality")) {
            quality.page().setViewportSize(1280, 800);
            quality.visit("/items/" + item)
                    .go("Withdraw this item")
                    .fill("reason", "The bench is gone")
                    .fill("username", "quality")
                    .fill("password", "not-my-password")
                    .go("Sign and withdraw")
                    .sees("Nothing was signed");
            quality.fill("username", "quality")
                    .fill("password", DEMO_PASSWORD)
                    .shot("withdraw")
                    .go("Sign and withdraw")
                    .sees("The item is withdrawn.")
                    .sees("Withdrawn");
        }
    }

    private void theReceiverOpensAndThanks(String transfer, String item) {
        try (var receiver = at("receiver1")) {
            receiver.page().setViewportSize(1280, 800);
            receiver.visit("/tasks/" + taskOf("receiver1", transfer, "receiver-review"));
            receiver.page().waitForSelector(".baton-task[data-ready='receiver-review']");
            accepted("receiver1", transfer, "receiver-review");
            accepted("quality2", transfer, "approval");
            receiver.visit("/items/" + item).go("Say thank you").sees("in your own words");
            receiver.fill("text", "My first cold morning went well because of you.")
                    .go("Say thank you");
            receiver.sees("Your thanks are with Expert One.").shot("item");
        }
    }

    private void theAuthorSeesItAndAnswers(String transfer) {
        try (var author = at("expert1")) {
            author.page().setViewportSize(1280, 800);
            author.visit("/").shot("home");
            author.visit("/notices")
                    .sees("Receiver One at the receiving site opened “" + TITLE + "” for the first time.")
                    .sees("“" + TITLE + "” is approved. Thank you: your name stands with it.")
                    .sees("Receiver One thanked you for “" + TITLE + "”.")
                    .shot("news");
            author.visit("/people/expert1").sees("My first cold morning went well because of you.");
            var thanks = author.page()
                    .locator(".thanked", new Page.LocatorOptions().setHasText("My first cold morning"))
                    .first();
            thanks.locator("summary").click();
            thanks.locator("textarea").fill("It went well because you asked.");
            thanks.locator("button").click();
            author.sees("Your answer is with them.")
                    .sees("It went well because you asked.")
                    .shot("person");
        }
    }

    private void theAuthorTellsAnotherStepUnasked(String transfer) {
        try (var author = at("expert1")) {
            var step = read("expert1", "/api/transfers/" + transfer + "/steps")
                    .path("items")
                    .path(1)
                    .path("id")
                    .asText();
            author.page().setViewportSize(1280, 800);
            author.visit("/steps/" + step).sees("Nothing told yet").go("I know something about this step");
            author.page().waitForSelector(".baton-task[data-ready='capture']");
            assertThat(author.form()).containsText("1.2 Chill eggs before opening");
        }
    }
}
