package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The life of an account: made by an administrator, begun by its person, changed, locked, closed; each for a reason. */
class AccountStoryIT extends BrowserStory {

    private static final String OWN_PASSWORD = "seven-trolleys-by-the-window";

    private final String username = "expert-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void anAccountIsMadeBegunChangedAndClosed() {
        try (var admin = at("admin")) {
            var oneTime = aPersonIsAdded(admin);
            theNewPersonBegins(oneTime);
            rolesChangeForAReason(admin);
            theAccountIsLockedAndUnlocked(admin);
            theAccountIsClosedAndItsSessionEnds(admin);
            aSiteIsAdded(admin);
        }
    }

    private String aPersonIsAdded(TasklistPerson admin) {
        admin.go("Add a person").go("Add a person");
        // Everything that is missing is named at once, and each line leads to its field.
        assertThat(admin.page().locator(".error-summary a")).hasCount(8);
        assertThat(admin.page().locator(".error-summary")).isFocused();
        admin.fill("name", "Expert Seven")
                .fill("username", username)
                .fill("identityCheckedBy", "Site security")
                .fill("identityCheckedHow", "Passport seen in person")
                .fill("identityCheckedOn", "2026-05-04")
                .fill("reason", "Joins the transfer");
        admin.page().selectOption("#site", "California");
        admin.page().check("input[value=expert]");
        admin.page().setViewportSize(1280, 800);
        admin.shot("admin-add").go("Add a person").sees("It is shown now and never again");
        var oneTime = admin.page().locator(".once").textContent().strip();
        admin.go("I have handed it over").sees("Passport seen in person");
        return oneTime;
    }

    private void theNewPersonBegins(String oneTime) {
        try (var newcomer = at(username, oneTime)) {
            newcomer.page().setViewportSize(1280, 800);
            newcomer.visit("/transfers").sees("Choose one that only you know");
            newcomer.fill("old", oneTime)
                    .fill("new", "password123456789")
                    .go("Save the new password")
                    .sees("easy to guess");
            newcomer.fill("old", oneTime)
                    .fill("new", OWN_PASSWORD)
                    .go("Save the new password")
                    .sees("Your password is changed.")
                    .sees("Nobody waits for you today.");
            newcomer.page().click("main .note a");
            newcomer.sees("legally binding").shot("statement").go("I have read this and accept it");
            newcomer.sees("You can sign from now on.");
            assertThat(newcomer.page().locator("main .note")).hasCount(0);
        }
    }

    private void rolesChangeForAReason(TasklistPerson admin) {
        admin.page().check("input[value=quality]");
        admin.go("Save the change").sees("Say why");
        admin.fill("reason", "Quality of the site asked for it").go("Save the change");
        admin.sees("The change is saved.").sees("Expert, Quality");
        admin.page().check("input[value=auditor]");
        admin.fill("reason", "A try").go("Save the change").sees("each stand alone");
        admin.visit("/admin/people/" + username);
    }

    private void theAccountIsLockedAndUnlocked(TasklistPerson admin) {
        for (int i = 0; i < 12; i++) {
            call(username, "not-the-password-" + i, "GET", "/api/me", null);
        }
        admin.visit("/admin/people/" + username).sees("Locked");
        admin.shot("admin-person")
                .fill("account-reason", "Seen in person at the door")
                .go("Unlock")
                .sees("The change is saved.");
        assertThat(admin.page().locator(".tag-locked")).hasCount(0);
    }

    private void theAccountIsClosedAndItsSessionEnds(TasklistPerson admin) {
        try (var newcomer = at(username, OWN_PASSWORD)) {
            admin.go("Disable").sees("Say why");
            admin.fill("account-reason", "Has left the site").go("Disable").sees("Disabled");
            newcomer.visit("/transfers");
            newcomer.page().waitForURL(Pattern.compile(".*/login.*"));
            newcomer.sees("Your session has ended");
        }
        admin.fill("account-reason", "Is back").go("Enable").sees("The change is saved.");
        admin.fill("account-reason", "Forgot it")
                .go("Issue a one-time password")
                .sees("For " + username);
    }

    private void aSiteIsAdded(TasklistPerson admin) {
        var site = "Site of " + username;
        admin.visit("/admin/sites")
                .fill("name", site)
                .fill("zone", "Mars/Base")
                .fill("reason", "A new receiving site")
                .go("Add a site")
                .sees("There is no time zone Mars/Base");
        admin.fill("zone", "Europe/Berlin").go("Add a site").sees(site + " is added.");
        assertThat(admin.page().locator("main li", new Page.LocatorOptions().setHasText(site)))
                .containsText("Europe/Berlin");
    }
}
