package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two people at a bench with one tablet, from the first practice to both signatures; and two who judge by eye. */
class BenchStoryIT extends BrowserStory {

    private String stepId = "";

    @Test
    void aPairPlaysAStepUntilTheReceiverCanDoIt() {
        var transfer = startedTransfer("At the bench", "expert1", "expert2");
        var item = told("expert1", transfer);
        accepted("expert2", transfer, "peer-review");
        accepted("receiver2", transfer, "receiver-review");
        accepted("quality", transfer, "triage");
        accepted("quality2", transfer, "approval");
        stepId = read("lead", "/api/items/" + item).path("stepId").asText();
        try (var tablet = at("receiver1")) {
            tablet.page().setViewportSize(820, 1180);
            theyPractise(tablet);
            aMissedCueIsAskedAbout(tablet, item);
            for (int i = 1; i <= 3; i++) {
                theyShowIt(tablet, i);
            }
            tablet.visit("/steps/" + stepId + "/demonstrations")
                    .sees("Somebody here can do it")
                    .shot("bench-passed");
        }
        try (var other = at("receiver2")) {
            other.visit("/steps/" + stepId + "/demonstrations").sees("Somebody here can do it");
            assertThat(other.page().locator("main")).not().containsText("Formal runs");
        }
    }

    private void theyPractise(TasklistPerson tablet) {
        tablet.visit("/steps/" + stepId + "/demonstrations")
                .sees("Nobody has tried it here yet.")
                .shot("bench");
        tablet.page().check("input[value='reverse-shadow']");
        tablet.go("Practise").sees("Cue 1 of 1").sees(TITLE).go("I helped");
        assertThat(tablet.page().locator(".bench-count")).hasText("1");
        tablet.shot("bench-cue")
                .go("Done")
                .sees("Counted. Nothing else was kept.")
                .sees("Practised once");
    }

    private void aMissedCueIsAskedAbout(TasklistPerson tablet, String item) {
        begin(tablet);
        tablet.go("Not this time").sees("Was it the text?").shot("bench-text");
        tablet.fill("question", "Which way do I tilt, and how far?").go("Yes, ask the author");
        tablet.sees("The author is asked.").sees("Check the answers");
        tablet.page().check("input[name=rightFirstTime][value=true]");
        tablet.go("Go on to sign");
        sign(tablet, "receiver1");
        sign(tablet, "expert1");
        tablet.sees("not yet").sees("it was the text");
        assertThat(read("quality", "/api/items/" + item).toString()).contains("Which way do I tilt");
    }

    private void theyShowIt(TasklistPerson tablet, int run) {
        begin(tablet);
        tablet.go("With number and why")
                .sees("Check the answers")
                .go("Go on to sign")
                .sees("right the first time");
        tablet.page().check("input[name=rightFirstTime][value=true]");
        if (run == 1) {
            tablet.shot("bench-check");
        }
        tablet.go("Go on to sign").sees("Receiver One signs");
        tablet.fill("username", "receiver1")
                .fill("password", "not my password")
                .go("Sign")
                .sees("Nothing was signed");
        if (run == 1) {
            tablet.shot("bench-sign");
        }
        sign(tablet, "receiver1");
        tablet.sees("Expert One signs").sees("has signed");
        sign(tablet, "expert1");
        tablet.sees("Signed by both sites.").sees("unaided").sees("Witness");
        if (run == 1) {
            tablet.shot("bench-run");
        }
    }

    private void begin(TasklistPerson tablet) {
        tablet.visit("/steps/" + stepId + "/demonstrations");
        tablet.page().click("text=Make it a formal run");
        tablet.page().selectOption("#expert", "expert1");
        tablet.page().check("input[name=agreed][value=receiver]");
        tablet.page().check("input[name=agreed][value=expert]");
        tablet.go("Begin the formal run").sees("Formal run").sees("How was it said?");
    }

    private static void sign(TasklistPerson tablet, String who) {
        tablet.fill("username", who).fill("password", DEMO_PASSWORD).go("Sign");
    }

    @Test
    void samplesAreJudgedOnAPhoneWithoutAWayBack() {
        var transfer = startedTransfer("By eye", "expert1", "expert2");
        try (var expert = at("expert1")) {
            expert.page().setViewportSize(390, 844);
            expert.visit("/transfers/" + transfer + "/calibrations");
            expert.page().click("text=Make a set");
            expert.fill("title", "The milky band").fill("question", "Would you take it?");
            expert.fill("samples", "Tube 1\nTube 2");
            expert.page().selectOption("#receiver", "receiver1");
            expert.go("Make the set").sees("fewer than 20").go("Begin to judge").sees("Round 1 of 2, sample 1 of 2");
            var first = expert.page().locator(".judge-label").textContent();
            expert.shot("calibration-judge");
            expert.page().click("button[value=good]");
            assertThat(expert.page().locator(".judge-label")).not().hasText(first);
            expert.page().goBack();
            expert.page().reload();
            assertThat(expert.page().locator(".judge-label")).not().hasText(first);
            expert.page().click("button[value='not good']");
            expert.sees("Round 2 of 2, sample 1 of 2");
            var set = expert.page().url().replaceAll(".*/calibrations/|/judge.*", "");
            expert.visit("/calibrations/" + set)
                    .sees("2 of 4 judged")
                    .go("Go on judging")
                    .sees("Round 2 of 2");
            assertThat(read("expert1", "/api/calibrations/" + set).path("kappa").isNull())
                    .isTrue();
        }
    }
}
