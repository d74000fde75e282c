package dev.baton.capture.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.Refusal.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The methods that ship, and what a wrong definition is told. */
class ShippedMethodsTests {

    private static Method method(String id) {
        return all().stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Method> all() {
        try {
            var methods = new ArrayList<Method>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:methods/*.yaml")) {
                methods.add(MethodReader.read(
                        String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            return methods;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Fault> faults(Method method, Map<String, Object> answers) {
        var faults = new ArrayList<Fault>();
        AnswerRules.check(method, answers, "items[0].answers", List.of("f1"), faults);
        return faults;
    }

    @Test
    void thereAreEightAndEachAsksThreeThingsAtLeast() {
        assertThat(all())
                .extracting(Method::id)
                .containsExactlyInAnyOrder(
                        "critical-decision",
                        "acta-task-diagram",
                        "acta-knowledge-audit",
                        "acta-simulation-interview",
                        "gemba-walk",
                        "hidden-factory",
                        "fmea",
                        "knowledge-loss-risk");
        assertThat(all())
                .allSatisfy(method -> assertThat(method.prompts().count()).isGreaterThanOrEqualTo(3));
    }

    @Test
    void eachAsksInGermanToo() {
        var english = "en";
        var german = "de";

        assertThat(all()).allSatisfy(method -> {
            assertThat(method.purpose().in(german))
                    .isNotEqualTo(method.purpose().in(english));
            assertThat(method.prompts())
                    .allSatisfy(prompt -> assertThat(prompt.text().in(german))
                            .isNotEqualTo(prompt.text().in(english)));
        });
    }

    @Test
    void noSittingTakesLongerThanAQuarterOfAnHour() {
        assertThat(all()).flatMap(Method::parts).allSatisfy(part -> assertThat(part.minutes())
                .isLessThanOrEqualTo(15));
    }

    @Test
    void aTaskHasThreeToSixSteps() {
        var diagram = method("acta-task-diagram");
        var step = Map.<String, Object>of("step", "Set the needle");
        assertThat(faults(diagram, Map.of("steps", List.of(step, step))))
                .containsExactly(Fault.of("items[0].answers.steps", "answers.too-few-rows", "3", "6", 2));
        assertThat(faults(diagram, Map.of("steps", List.of(step, step, step)))).isEmpty();
        assertThat(faults(diagram, Map.of("steps", List.of(step, step, step, step, step, step, step))))
                .extracting(Fault::messageKey)
                .containsExactly("answers.too-many-rows");
        assertThat(faults(diagram, Map.of("steps", List.of()))).isEmpty();
    }

    @Test
    void theAuditHasItsEightProbes() {
        assertThat(method("acta-knowledge-audit").prompts().map(Prompt::type))
                .hasSize(8)
                .containsOnly(PromptType.GROUP);
    }

    @Test
    void aWrongAnswerIsToldWithItsExactPlace() {
        var wrong = Map.<String, Object>of(
                "timeline",
                List.of(
                        Map.of("seen", "Pink"),
                        Map.of("seen", "Red"),
                        Map.of("threshold", Map.of("value", "two"), "at", Map.of("value", "-1", "unit", "min"))));
        assertThat(faults(method("critical-decision"), wrong))
                .extracting(Fault::where)
                .containsExactlyInAnyOrder("items[0].answers.timeline[2].threshold", "items[0].answers.timeline[2].at");
    }

    @Test
    void riskIsComputedAndPutInItsBand() {
        var risk = method("knowledge-loss-risk");
        var total = risk.parts().get(0).results().get(0);
        assertThat(Results.of(total, Map.of("attrition", 4, "position", 5)).orElseThrow())
                .satisfies(found -> assertThat(found.figure()).isEqualByComparingTo("20"))
                .satisfies(found -> assertThat(found.words())
                        .isNotNull()
                        .extracting(Told::english)
                        .asString()
                        .startsWith("High"));
        assertThat(Results.of(total, Map.of("attrition", 4))).isEmpty();
    }

    @Test
    void everyScoringOfAFailureHasAnActionPriority() {
        var modes = method("fmea").prompt("modes").orElseThrow();
        var priority = modes.results().stream()
                .filter(result -> result.id().equals("action-priority"))
                .findFirst()
                .orElseThrow();
        var counts = new int[3];
        var names = List.of("High", "Medium", "Low");
        for (int s = 1; s <= 10; s++) {
            for (int o = 1; o <= 10; o++) {
                for (int d = 1; d <= 10; d++) {
                    var found = Results.of(priority, Map.of("severity", s, "occurrence", o, "detection", d));
                    counts[names.indexOf(found.orElseThrow().words().english())]++;
                }
            }
        }
        assertThat(Arrays.stream(counts).sum()).isEqualTo(1000);
        assertThat(counts[0]).isPositive();
        assertThat(priority(priority, 9, 4, 2)).isEqualTo("High");
        assertThat(priority(priority, 7, 4, 6)).isEqualTo("Medium");
        assertThat(priority(priority, 5, 3, 9)).isEqualTo("Low");
    }

    @Test
    void twoScorersOfAFailureAreShownWithTheirSpread() {
        var modes = method("fmea").prompt("modes").orElseThrow();
        var scored = Map.of(
                "severity",
                9,
                "occurrence",
                4,
                "detection",
                2,
                "severity-second",
                5,
                "occurrence-second",
                4,
                "detection-second",
                7);
        assertThat(words(modes, "action-priority", scored)).isEqualTo("High");
        assertThat(words(modes, "action-priority-second", scored)).isEqualTo("Medium");
        assertThat(words(modes, "spread-severity", scored)).startsWith("You see it differently");
        assertThat(words(modes, "spread-occurrence", scored)).isEqualTo("You agree");
        assertThat(words(modes, "spread-detection", scored)).startsWith("You see it differently");
    }

    private static String words(Prompt group, String id, Map<String, Integer> scored) {
        return Results.of(
                        group.results().stream()
                                .filter(result -> result.id().equals(id))
                                .findFirst()
                                .orElseThrow(),
                        scored)
                .orElseThrow()
                .words()
                .english();
    }

    private static String priority(Result result, int severity, int occurrence, int detection) {
        return Results.of(result, Map.of("severity", severity, "occurrence", occurrence, "detection", detection))
                .orElseThrow()
                .words()
                .english();
    }

    @Test
    void firstTimeYieldIsAPercentage() {
        var yield = method("hidden-factory").parts().get(1).results().get(0);
        var found = Results.of(
                yield, Map.of("units-in", Map.of("value", "9000"), "units-right", Map.of("value", "8100.5")));
        assertThat(found.orElseThrow().figure()).isEqualByComparingTo("90.0");
        assertThat(Results.of(yield, Map.of("units-in", "0", "units-right", "5")))
                .isEmpty();
    }

    @Test
    void whatIsWrongWithADefinitionIsToldWithFileAndLine() {
        var good = String.join(
                "\n",
                "id: site-method",
                "version: 1",
                "name: Site method",
                "purpose: What for",
                "people: 1",
                "parts:",
                "  - id: one",
                "    name: One",
                "    minutes: 15",
                "    prompts:",
                "      - id: what",
                "        type: text",
                "        text: What?");
        assertThat(MethodReader.read("site.yaml", good).prompt("what")).isPresent();
        refused(good.replace("type: text", "type: essay"), "site.yaml, line 12: \"essay\" is no type of prompt");
        refused(good.replace("version: 1", "version: first"), "site.yaml, line 2: \"first\" is no number");
        refused(good.replace("people: 1\n", ""), "site.yaml, line 1: \"people\" is missing");
        refused(good + "\n        colour: red", "site.yaml, line 14: \"colour\" is not known here");
        refused(good + "\n        low: 3", "line 14: \"low\" makes no sense for the type \"text\"");
        refused(good + "\n      - {id: what, type: text, text: Again}", "line 14: the id \"what\" is taken already");
        refused(good.replace("What?", "{de: Was}"), "line 13: the English text (en) is missing");
        refused(good + "\n   bad: [", "line 14");
        refused("", "site.yaml, line 1: the file is empty");
    }

    @Test
    void theExampleOfTheDocumentIsAMethod() throws IOException {
        var document = java.nio.file.Files.readString(java.nio.file.Path.of("docs/methods.md"));
        var from = document.indexOf("```yaml") + "```yaml".length();
        var method = MethodReader.read("docs/methods.md", document.substring(from, document.indexOf("```", from)));
        assertThat(method.name().in("de")).isEqualTo("Schichtübergabe");
    }

    private static void refused(String text, String reason) {
        assertThatThrownBy(() -> MethodReader.read("site.yaml", text))
                .isInstanceOf(DefinitionWrong.class)
                .hasMessageContaining(reason);
    }
}
