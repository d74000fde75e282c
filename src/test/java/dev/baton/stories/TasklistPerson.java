package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** One demo person at their browser: logs in once, works in Tasklist, signs with the password. */
public final class TasklistPerson implements AutoCloseable {

    private final String base;
    private final String username;
    private final String password;
    private final BrowserContext context;
    private final Page page;

    /** Logs in at that address. */
    public TasklistPerson(Chromium chromium, String base, String username, String password) {
        this(chromium.person(), base, username, password);
    }

    /** The same in that browser. */
    TasklistPerson(BrowserContext context, String base, String username, String password) {
        this.base = base;
        this.username = username;
        this.password = password;
        this.context = context;
        page = context.newPage();
        page.navigate(base + "/login");
        page.fill("input[name=username]", username);
        page.fill("input[name=password]", password);
        page.click("form[action$='/login'] button");
        page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
    }

    /** Somebody who has not logged in. */
    TasklistPerson(String base, BrowserContext context) {
        this.base = base;
        this.context = context;
        username = "";
        password = "";
        page = context.newPage();
    }

    /** Their one tab. */
    public Page page() {
        return page;
    }

    /** Opens a task in Camunda Tasklist, the way a link in a mail does, and waits for our form in it. */
    public TasklistPerson open(String taskId, String kind) {
        page.navigate(base + "/camunda/app/tasklist/default/#/?task=" + taskId + "&detailsTab=task-detail-form");
        page.waitForSelector("[cam-tasks]");
        form().waitFor();
        page.waitForSelector(".baton-task[data-ready='" + kind + "']");
        return this;
    }

    /** Our form inside Tasklist. */
    public Locator form() {
        return page.locator(".baton-task[data-ready]").first();
    }

    /** Fills a field. */
    public TasklistPerson tell(String field, String words) {
        form().locator("[name='" + field + "']").first().fill(words);
        return this;
    }

    /** Takes a choice. */
    public TasklistPerson choose(String choice) {
        form().locator("[data-choice='" + choice + "'] + label").first().click();
        return this;
    }

    /** Presses what does that. */
    public TasklistPerson press(String action) {
        form().locator("[data-action='" + action + "']").first().click();
        return this;
    }

    /** Tells without the method's questions, where there are any. */
    public TasklistPerson freely() {
        var freely = form().locator("[data-action='tell-freely']");
        if (freely.count() > 0) {
            freely.first().click();
        }
        return this;
    }

    /** Presses a button of the form and waits until the task is done; nothing is signed. */
    TasklistPerson send(String action) {
        press(action);
        form().locator("[data-view='done']").waitFor();
        return this;
    }

    /** Unfolds the kinds, which stay folded until one is needed. */
    public TasklistPerson kind(String code) {
        form().locator(".bt-kind > summary").click();
        return choose(code);
    }

    /** On the signing sheet: checks as whom, gives the password (and the user name when asked), signs. */
    public TasklistPerson sign(String meaning) {
        var sheet = form().locator("[data-view='sign']");
        sheet.locator("input[name=password]").waitFor();
        assertThat(sheet).containsText(meaning);
        assertThat(sheet).containsText(username);
        var name = sheet.locator("input[name=username]");
        if (name.count() > 0) {
            name.fill(username);
        }
        sheet.locator("input[name=password]").fill(password);
        press("sign");
        form().locator("[data-view='done']").waitFor();
        return this;
    }

    /** Gives a wrong password on the signing sheet and stays there. */
    TasklistPerson signWrongly(String wrong) {
        var sheet = form().locator("[data-view='sign']");
        sheet.locator("input[name=password]").waitFor();
        sheet.locator("input[name=username]").fill(username);
        sheet.locator("input[name=password]").fill(wrong);
        press("sign");
        return this;
    }

    /** Goes on through the portal's form: fills nothing, presses its button. */
    TasklistPerson go(String button) {
        page.locator("main button, main a.button")
                .filter(new Locator.FilterOptions().setHasText(button))
                .first()
                .click();
        return this;
    }

    /** Fills a field of a page of the portal by its id. */
    TasklistPerson fill(String id, String words) {
        page.fill("#" + id, words);
        return this;
    }

    /** The page says so, anywhere in its content. */
    TasklistPerson sees(String words) {
        assertThat(page.locator("main")).containsText(words);
        return this;
    }

    /** Keeps a picture. */
    public TasklistPerson shot(String name) {
        Chromium.shot(page, name);
        return this;
    }

    /** Leaves the done state; Tasklist then shows its list again. */
    public void leave() {
        press("close");
        page.waitForSelector(
                ".baton-task[data-ready='done']",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        assertThat(page.locator(".page-notifications .alert-danger")).hasCount(0);
    }

    /** Goes to a page of the portal. */
    public TasklistPerson visit(String path) {
        page.navigate(base + path);
        return this;
    }

    Download download(String selector) {
        return page.waitForDownload(() -> page.locator(selector).first().click());
    }

    @Override
    public void close() {
        context.close();
    }
}
