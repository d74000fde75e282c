package dev.baton.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import dev.baton.identity.People;
import dev.baton.identity.People.NewPerson;
import dev.baton.identity.Role;
import dev.baton.support.RunningBaton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.application.ProcessApplicationReference;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.spring.boot.starter.SpringBootProcessApplication;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasklist as people meet it: in a browser, with the guard in front, without a single refused request. */
class TasklistIT extends RunningBaton {

    private static final String PASSWORD = "quiet-lantern-over-Speke-41";
    private static final String SITE = "Shell Hall";
    private static final String EXPERT = "shell.expert";

    @Autowired
    private People people;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private SpringBootProcessApplication application;

    @Test
    void anExpertWorksInTasklist() {
        var chromium = Path.of(System.getenv().getOrDefault("CHROME_BIN", "/usr/bin/chromium"));
        Assumptions.assumeTrue(Files.isExecutable(chromium), "no Chromium");
        hire();
        var mine = task(Map.of("expert", EXPERT, "group", "auditor"));
        var open = task(Map.of("expert", "", "group", "expert"));
        assertThatThrownBy(() -> taskService.complete(mine.getId())).isNotNull();
        assertThatThrownBy(() -> runtimeService.deleteProcessInstance(mine.getProcessInstanceId(), "test", true))
                .isNotNull();
        try (var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
            var page = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                            .setLocale("en-GB")
                            .setViewportSize(1600, 1000))
                    .newPage();
            work(page, mine, open);
        }
    }

    private void work(Page page, Task mine, Task open) {
        var refused = new ArrayList<String>();
        page.onResponse(response -> {
            var path = response.url().replaceFirst("^https?://[^/]+", "");
            if (response.status() >= 400 && path.startsWith("/camunda")) {
                refused.add(response.status() + " " + response.request().method() + " " + path);
            }
        });
        page.navigate(url("/open-task/" + mine.getId()));
        page.fill("input[name=username]", EXPERT);
        page.fill("input[name=password]", PASSWORD);
        page.press("input[name=password]", "Enter");
        page.waitForSelector(".task-details h2.task");
        assertThat(page.locator(".task-details h2.task").innerText()).contains("Shell task");
        page.waitForSelector(
                ".baton-place > *", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        assertThat(page.locator(".form-pane [ng-click='complete()']").isVisible())
                .isFalse();
        for (var closed : new String[] {
            ".ce-eol-banner", "li.start-process-action", "li.create-task-action", ".createCommentLink",
            ".reset-due-date", ".task-filters header button[ng-click^='openModal']", "li.groups", "li.app-switch"
        }) {
            assertThat(page.locator(closed).all()).as(closed).noneMatch(control -> control.isVisible());
        }
        assertThat(page.locator("a.baton-home").isVisible()).isTrue();
        assertThat(page.locator("[cam-tasklist-filters] .task-filter h4").allInnerTexts())
                .anyMatch(text -> text.contains("My tasks"))
                .anyMatch(text -> text.contains("Open to me"))
                .anyMatch(text -> text.contains("Overdue"));
        page.waitForSelector("[cam-tasks] li.task");
        assertThat(page.locator("[cam-tasks] li.task").first().innerText()).contains("5 Harvest");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/tasklist.png")));

        page.locator(".task-details .nav-tabs a", new Page.LocatorOptions().setHasText("Diagram"))
                .click();
        page.locator(".task-details .nav-tabs a", new Page.LocatorOptions().setHasText("Form"))
                .click();
        page.locator("[cam-tasklist-filters] .task-filter a", new Page.LocatorOptions().setHasText("Overdue"))
                .first()
                .click();
        page.waitForTimeout(500);
        page.locator("[cam-tasklist-filters] .task-filter a", new Page.LocatorOptions().setHasText("Open to me"))
                .first()
                .click();
        page.waitForSelector("[cam-tasks] li.task");
        page.locator("[cam-tasks] li.task h4.task a").first().click();
        page.waitForSelector("button.claim");
        page.click("button.claim");
        page.waitForSelector("button.claim", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        page.waitForTimeout(500);
        assertThat(taskService
                        .createTaskQuery()
                        .taskId(open.getId())
                        .singleResult()
                        .getAssignee())
                .isEqualTo(EXPERT);
        assertThat(refused).isEmpty();

        page.click(".account .dropdown-toggle");
        page.click("[ng-click='logout()']");
        page.waitForURL("**/login*");
        page.navigate(url("/camunda/app/tasklist/default/"));
        assertThat(page.url()).contains("/login");
    }

    private Task task(Map<String, Object> variables) {
        var deployment = repositoryService
                .createDeployment()
                .addClasspathResource("workflow/shell.bpmn")
                .enableDuplicateFiltering(true)
                .name("shell")
                .deploy();
        ProcessApplicationReference reference = application.getReference();
        managementService.registerProcessApplication(deployment.getId(), reference);
        var instance = runtimeService.startProcessInstanceByKey("tasklist-shell", variables);
        var task = taskService
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        taskService.setVariableLocal(task.getId(), "transfer", "Shell transfer");
        taskService.setVariableLocal(task.getId(), "step", "5 Harvest");
        return task;
    }

    private void hire() {
        var admin = new Actor("shell.test", "Test", Set.of(Role.ADMIN), SITE, ZoneId.of("UTC"), null, null);
        Acting.as(admin, () -> people.addSite(SITE, ZoneId.of("Europe/London")));
        var person = new NewPerson(EXPERT, "Shelly Expert", SITE, Set.of(Role.EXPERT), "test", "test", LocalDate.EPOCH);
        Acting.as(admin, () -> people.add(person));
        Acting.as(people.require(EXPERT).acting(null, null), () -> {
            people.choosePassword(PASSWORD);
            return EXPERT;
        });
    }
}
