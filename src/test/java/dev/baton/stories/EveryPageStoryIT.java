package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every page: no violation that axe can find, nothing wider than the screen, printable, and usable without a mouse. */
class EveryPageStoryIT extends EveryPage {

    private static final List<Integer> WIDTHS = List.of(320, 390, 1280, 2560);

    @Test
    void everyPageIsAccessibleAndFitsEveryScreen() {
        var faults = new ArrayList<String>();
        everyPage().stream()
                .collect(Collectors.groupingBy(Seen::person, LinkedHashMap::new, Collectors.toList()))
                .forEach((person, pages) -> {
                    try (var reader = reader(person)) {
                        pages.forEach(page -> check(reader, page, faults));
                    }
                });
        assertThat(faults).isEmpty();
    }

    private TasklistPerson reader(String person) {
        return person.isEmpty() ? chromium().anonymous(url("")) : at(person, passwordOf(person));
    }

    private void check(TasklistPerson reader, Seen seen, List<String> faults) {
        var page = reader.page();
        var answer = page.navigate(url(seen.path()));
        if (answer.status() != seen.status() || !page.url().equals(url(seen.path()))) {
            faults.add(seen + ": " + answer.status() + " at " + page.url());
        }
        if (seen.path().startsWith("/tasks/")) {
            page.waitForSelector(".baton-task[data-ready]");
        }
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            var wide = Chromium.tooWide(page);
            if (!wide.isEmpty()) {
                faults.add(seen + " at " + width + " px: " + wide);
            }
        }
        // Width decides about colours nowhere, so light is looked at wide and dark on a phone, and the other way round.
        for (var look : List.of(Map.entry(1280, ColorScheme.LIGHT), Map.entry(390, ColorScheme.DARK))) {
            page.setViewportSize(look.getKey(), 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.getValue()));
            Chromium.violations(page)
                    .forEach(violation -> faults.add(seen + " at " + look + ": " + violation.getId() + " "
                            + violation.getNodes().stream()
                                    .limit(3)
                                    .map(node -> String.valueOf(node.getTarget()))
                                    .toList()));
        }
    }

    @Test
    void pagesPrintAsDocuments() {
        var transfer = sampleTransfer();
        try (var auditor = at("auditor")) {
            var page = auditor.page();
            page.setViewportSize(1280, 1000);
            auditor.visit("/transfers/" + transfer).shot("transfer");
            for (var glance : List.of("dashboard", "process-map", "workflow")) {
                auditor.visit("/transfers/" + transfer + "/" + glance).shot(glance);
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (var path : List.of(
                    "/transfers/" + transfer,
                    "/transfers/" + transfer + "/trail",
                    "/transfers/" + transfer + "/process-map",
                    "/transfers/" + transfer + "/dashboard",
                    "/people/expert1")) {
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
