package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Quality reviews a trail it did not write, the lead puts right what was found, and the reviewer says that it is enough. */
class TrailReviewStoryIT extends BrowserStory {

    private static final String FOUND = "Nothing says why the team was changed.";

    @Test
    void aTrailIsReviewedActByActAndWhatWasFoundIsPutRight() {
        var transfer = startedTransfer("A trail is reviewed", "expert1", "expert2");
        told("expert1", transfer);
        try (var reviewer = at("quality");
                var lead = at("lead")) {
            follow(reviewer.visit("/transfers/" + transfer), "/trail-reviews")
                    .sees("The audit trail was never reviewed.")
                    .go("Open a review")
                    .sees("Anybody can draw the same sample again.");
            somethingIsNotInOrder(reviewer);
            everythingElseIs(reviewer);
            signs(reviewer);

            lead.visit("/");
            follow(lead, "/tasks/" + taskOf("lead", transfer, "trail-finding")).sees(FOUND);
            lead.fill("text", "The minutes of the meeting are named in the reason now.");
            lead.go("Say that it is done").sees("answered");

            follow(reviewer.visit("/"), "/tasks/" + taskOf("quality", transfer, "trail-finding-answer"))
                    .sees("The minutes of the meeting")
                    .shot("trail-finding");
            reviewer.go("That is enough").sees("closed");
            reviewer.visit("/transfers/" + transfer + "/trail-reviews").sees("signed");
        }
    }

    private static TasklistPerson follow(TasklistPerson person, String address) {
        var link = person.page().locator("main a[href$='" + address + "']").first();
        if (!link.isVisible()) {
            person.page().locator("main details summary").first().click();
        }
        link.click();
        return person;
    }

    private static void somethingIsNotInOrder(TasklistPerson reviewer) {
        var page = reviewer.page();
        var form = page.locator("form[action$='/finding']").first();
        page.locator("summary:has-text('not in order')").first().click();
        form.locator("[name=what]").fill(FOUND);
        form.locator("[name=action]").fill("Say why.");
        form.locator("[name=severity]").selectOption("minor");
        form.locator("[name=responsible]").selectOption("lead");
        form.locator("[name=dueOn]")
                .fill(LocalDate.now(ZoneOffset.UTC).plusDays(14).toString());
        reviewer.shot("trail-review");
        form.locator("button").click();
        assertThat(page.locator("#main, main")).containsText(FOUND);
    }

    private static void everythingElseIs(TasklistPerson reviewer) {
        var rest = reviewer.page().locator("form[action$='/in-order'] button");
        while (rest.count() > 0) {
            rest.click();
            reviewer.page().waitForLoadState();
        }
    }

    private static void signs(TasklistPerson reviewer) {
        reviewer.fill("username", "quality").fill("password", "not the password");
        reviewer.page().locator("form[action$='/sign'] button").click();
        reviewer.sees("Nothing was signed").fill("username", "quality").fill("password", DEMO_PASSWORD);
        reviewer.page().locator("form[action$='/sign'] button").click();
        reviewer.sees("Signed.").sees("Valid");
    }
}
