package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Every page: no violation that axe can find, nothing wider than the screen, printable, and usable without a mouse. */
class EveryPageStoryIT extends BrowserStory {

    private static final List<Integer> WIDTHS = List.of(320, 390, 1280, 2560);
    private static final String TOO_WIDE =
            """
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
              [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .slice(0, 3).map(e => e.tagName + '.' + e.className)""";

    @Test
    void everyPageIsAccessibleAndFitsEveryScreen() {
        var faults = new ArrayList<String>();
        pages().forEach((person, paths) -> {
            try (var reader = person.equals("nobody") ? chromium().anonymous(url("")) : at(person)) {
                paths.forEach(path -> check(reader, path, faults));
            }
        });
        assertThat(faults).isEmpty();
    }

    private void check(TasklistPerson reader, String path, List<String> faults) {
        var page = reader.visit(path).page();
        if (path.startsWith("/tasks/")) {
            page.waitForSelector(".baton-task[data-ready]");
        }
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            if (page.evaluate(TOO_WIDE) instanceof List<?> wide && !wide.isEmpty()) {
                faults.add(path + " at " + width + " px: " + wide);
            }
        }
        // Width decides about colours nowhere, so light is looked at wide and dark on a phone, and the other way round.
        for (var look : List.of(Map.entry(1280, ColorScheme.LIGHT), Map.entry(390, ColorScheme.DARK))) {
            page.setViewportSize(look.getKey(), 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.getValue()));
            new AxeBuilder(page)
                    .analyze()
                    .getViolations()
                    .forEach(violation -> faults.add(path + " at " + look + ": " + violation.getId() + " "
                            + violation.getNodes().stream()
                                    .limit(3)
                                    .map(node -> String.valueOf(node.getTarget()))
                                    .toList()));
        }
    }

    /** The pages, by the person who opens them. */
    private Map<String, List<String>> pages() {
        var transfer = sampleTransfer();
        var items = read("quality", "/api/items?limit=200&transfer=" + transfer).path("items");
        var approved = StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("state").asText().equals("approved"))
                .findFirst()
                .orElseThrow();
        var pages = new LinkedHashMap<String, List<String>>();
        pages.put("nobody", List.of("/login", "/login?error", "/login?ended"));
        pages.put(
                "expert1",
                new ArrayList<>(List.of(
                        "/",
                        "/transfers",
                        "/transfers/" + transfer,
                        "/steps/" + approved.path("stepId").asText(),
                        "/items/" + approved.path("itemId").asText(),
                        "/people",
                        "/people/" + approved.path("author").asText(),
                        "/password",
                        "/statement",
                        "/nothing-here")));
        pages.put("lead", List.of("/transfers/import", "/transfers/" + transfer + "/team"));
        pages.put("auditor", List.of("/", "/transfers/" + transfer + "/trail", "/admin/people"));
        pages.put(
                "admin",
                List.of(
                        "/admin/people",
                        "/admin/people/add",
                        "/admin/people/expert1",
                        "/admin/sites",
                        "/admin/ledger"));
        // A task of each kind on its own page, as somebody has it.
        var kinds = Map.of(
                "expert1", List.of("capture", "rework"),
                "expert2", List.of("peer-review"),
                "receiver1", List.of("receiver-review"),
                "quality", List.of("triage", "approval"));
        kinds.forEach((person, wanted) -> wanted.forEach(
                kind -> tasks(person, transfer, kind).stream().findFirst().ifPresent(task -> pages.computeIfAbsent(
                                person, any -> new ArrayList<>())
                        .add("/tasks/" + task.path("taskId").asText()))));
        return pages;
    }

    @Test
    void pagesPrintAsDocuments() {
        var transfer = sampleTransfer();
        try (var auditor = at("auditor")) {
            var page = auditor.page();
            page.setViewportSize(1280, 1000);
            auditor.visit("/transfers/" + transfer).shot("transfer");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (var path : List.of("/transfers/" + transfer, "/transfers/" + transfer + "/trail", "/people/expert1")) {
                auditor.visit(path);
                assertThat(page.locator("h1")).isVisible();
                assertThat(page.locator("header.top")).isHidden();
                assertThat(page.locator(".button:visible")).hasCount(0);
                assertThat(page.pdf()).hasSizeGreaterThan(5_000);
            }
        }
    }

    @Test
    void anExpertSignsWithoutAMouse() {
        var transfer = startedTransfer("Without a mouse", "expert2", "expert1");
        var task = taskOf("expert2", transfer, "capture");
        try (var expert = chromium().anonymous(url(""))) {
            var page = expert.visit("/tasks/" + task).page();
            // The page gives its field the focus when it is first drawn, which may come after it has loaded.
            assertThat(page.locator("input[name=username]")).isFocused();
            page.keyboard().type("expert2");
            page.keyboard().press("Tab");
            page.keyboard().type(DEMO_PASSWORD);
            page.keyboard().press("Enter");
            page.waitForSelector(".baton-task[data-ready='capture']");
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            reach(page, "[data-action=nothing-hidden]");
            page.keyboard().press("Enter");
            page.waitForSelector("[data-view=sign] input[name=password]");
            reach(page, "input[name=username]");
            page.keyboard().type("expert2");
            page.keyboard().press("Tab");
            page.keyboard().type(DEMO_PASSWORD);
            page.keyboard().press("Enter");
            page.waitForSelector("[data-view=done]");
            reach(page, "[data-action=close]");
            page.keyboard().press("Enter");
            page.waitForURL(url("/"));
        }
        assertThat(tasks("expert2", transfer, "capture")).hasSize(0);
    }

    /** Goes on with the Tab key until that has the focus. */
    private static void reach(Page page, String selector) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement?.matches(s)", selector))) {
                return;
            }
        }
        throw new AssertionError(selector + " cannot be reached with the Tab key");
    }
}
