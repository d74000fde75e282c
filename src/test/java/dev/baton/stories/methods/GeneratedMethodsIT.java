package dev.baton.stories.methods;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.baton.stories.Chromium;
import dev.baton.support.GeneratedMethods;
import dev.baton.support.GeneratedMethods.Asked;
import dev.baton.support.RunningBaton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form engine in the browser on definitions that nobody wrote: filled by keyboard alone, kept, and read back equal. */
class GeneratedMethodsIT extends RunningBaton {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Chromium chromium;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    static IntStream numbers() {
        return IntStream.rangeClosed(1, GeneratedMethods.COUNT);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void whatIsTypedIsWhatIsKept(int number) {
        var prompts = GeneratedMethods.of(number).stream().flatMap(List::stream).toList();
        var task = begun("generated-" + number);
        try (var context = chromium.person()) {
            var page = at(context.newPage(), task);
            var form = page.locator(".baton-task[data-ready='capture']");
            form.locator("[data-action='mode-all']").press("Enter");
            var expected = new LinkedHashMap<String, Object>();
            for (var asked : prompts) {
                expected.put(asked.id(), filled(page, form.locator("[data-card='" + asked.id() + "']"), asked));
            }
            assertThat(form.locator(".bt-saved[data-state='saved']")).isVisible();
            assertThat(kept(task)).isEqualTo(JSON.valueToTree(expected));

            page.reload();
            form.locator("[data-action='mode-all']").press("Enter");
            for (var asked : prompts) {
                shown(form.locator("[data-card='" + asked.id() + "']"), asked);
            }
            assertThat(kept(task)).isEqualTo(JSON.valueToTree(expected));
        }
    }

    /** Types an answer and says what should be kept of it. */
    private static Object filled(Page page, Locator within, Asked asked) {
        var prompt = within.locator("[data-prompt='" + asked.id() + "']").last();
        switch (asked.type()) {
            case "text", "long-text" -> {
                prompt.locator("[name='" + asked.id() + "']").focus();
                page.keyboard().type("Äußerst “" + asked.id() + "”");
                return "Äußerst “" + asked.id() + "”";
            }
            case "number" -> {
                prompt.locator("[name='" + asked.id() + "-value']").focus();
                page.keyboard().type("12,5");
                if (asked.units().isEmpty()) {
                    prompt.locator("[name='" + asked.id() + "-unit']").focus();
                    page.keyboard().type("rpm");
                }
                return Map.of(
                        "value",
                        "12.5",
                        "unit",
                        asked.units().isEmpty() ? "rpm" : asked.units().get(0));
            }
            case "choice" -> {
                prompt.locator("input[data-choice='b']").press(" ");
                return "b";
            }
            case "multi-choice" -> {
                prompt.locator("input[data-choice='a']").press(" ");
                prompt.locator("input[data-choice='c']").press(" ");
                return List.of("a", "c");
            }
            case "sense" -> {
                prompt.locator("input[data-choice='smell']").press(" ");
                return List.of("smell");
            }
            case "scale" -> {
                prompt.locator("input[data-choice='" + asked.low() + "']").press(" ");
                return asked.low();
            }
            case "date-time" -> {
                // In which order its digits are typed depends on where the browser was installed.
                prompt.locator("input[type='datetime-local']").fill("2026-03-02T09:00");
                return "2026-03-02T09:00:00.000Z";
            }
            case "group" -> {
                var rows = new ArrayList<Object>();
                for (int row = 0; row < 2; row++) {
                    if (row > 0) {
                        prompt.locator("[data-action='add-row']").press("Enter");
                    }
                    var answers = new LinkedHashMap<String, Object>();
                    for (var child : asked.rows()) {
                        answers.put(child.id(), filled(page, prompt, child));
                    }
                    rows.add(answers);
                }
                return rows;
            }
            default -> throw new AssertionError(asked.type());
        }
    }

    /** The same answer stands there again after coming back. */
    private static void shown(Locator card, Asked asked) {
        switch (asked.type()) {
            case "text", "long-text" -> assertThat(card.locator("[name='" + asked.id() + "']"))
                    .hasValue("Äußerst “" + asked.id() + "”");
            case "number" -> assertThat(card.locator("[name='" + asked.id() + "-value']"))
                    .hasValue("12.5");
            case "multi-choice" -> assertThat(card.locator("input:checked")).hasCount(2);
            case "choice", "sense", "scale" -> assertThat(card.locator("input:checked"))
                    .hasCount(1);
            case "date-time" -> assertThat(card.locator("input[type='datetime-local']"))
                    .hasValue("2026-03-02T09:00");
            case "group" -> assertThat(card.locator(".bt-row")).hasCount(2);
            default -> throw new AssertionError(asked.type());
        }
    }

    private JsonNode kept(String task) {
        return json(call("expert3", "GET", "/api/tasks/" + task, null).body()).at("/content/items/0/answers");
    }

    private Page at(Page page, String task) {
        page.navigate(url("/login"));
        page.fill("input[name=username]", "expert3");
        page.fill("input[name=password]", DEMO_PASSWORD);
        page.click("form[action$='/login'] button");
        page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
        page.navigate(url("/tasks/" + task));
        page.locator(".baton-task[data-ready='capture']").waitFor();
        return page;
    }

    /** A capture of the sample that expert3 begins unasked, with that method. */
    private String begun(String method) {
        var transfers = json(call("lead", "GET", "/api/transfers", null).body()).path("items");
        var transfer = StreamSupport.stream(transfers.spliterator(), false)
                .filter(each -> each.path("steps").asInt() > 20)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        var step = json(call("lead", "GET", "/api/transfers/" + transfer + "/steps?limit=1", null)
                        .body())
                .at("/items/0/id")
                .asText();
        var task = json(call("expert3", "POST", "/api/steps/" + step + "/capture-tasks", "{}")
                        .body())
                .path("taskId")
                .asText();
        var choice = JSON.createObjectNode().put("method", method).put("reason", "Nobody has tried it");
        var chosen = call("lead", "POST", "/api/tasks/" + task + "/method", choice.toString());
        assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(200);
        return task;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
