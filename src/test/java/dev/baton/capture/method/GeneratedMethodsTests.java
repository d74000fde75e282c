package dev.baton.capture.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Refusal.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any method that a site may define, not only for those that ship. */
class GeneratedMethodsTests {

    private static final List<PromptType> PLAIN = java.util.Arrays.stream(PromptType.values())
            .filter(type -> type != PromptType.GROUP)
            .toList();

    /** A prompt with its bounds, before it is written down. */
    record Asked(PromptType type, int low, int span, List<Asked> rows) {

        int high() {
            return low + span;
        }
    }

    @Provide
    Arbitrary<List<Asked>> prompts() {
        var plain = Combinators.combine(
                        Arbitraries.of(PLAIN),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(1, 6))
                .as((type, low, span) -> new Asked(type, low, span, List.of()));
        var group = Combinators.combine(
                        plain.list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 4))
                .as((rows, low, span) -> new Asked(PromptType.GROUP, low, span, rows));
        return Arbitraries.oneOf(plain, group).list().ofMinSize(1).ofMaxSize(8);
    }

    @Property(tries = 300)
    void aDefinitionIsReadAsItWasWritten(@ForAll("prompts") List<Asked> asked) {
        var method = method(asked);
        assertThat(method.prompts().map(Prompt::type))
                .isEqualTo(asked.stream().map(Asked::type).toList());
        assertThat(MethodReader.read("again.yaml", method.source())).isEqualTo(method);
    }

    @Property(tries = 300)
    void rightAnswersAreNeverRefusedAndAllAreRead(@ForAll("prompts") List<Asked> asked) {
        var method = method(asked);
        var answers = right(asked);
        assertThat(faults(method, answers)).isEmpty();
        var read = new AnswersRead(method, "en", code -> code).of(answers);
        var answered = answers.keySet().stream()
                .filter(id -> !AnswerRules.isBlank(answers.get(id)))
                .toList();
        assertThat(read.stream().map(AnswersRead.Said::prompt)).containsExactlyElementsOf(answered);
    }

    @Property(tries = 300)
    void nothingIsEverRequired(@ForAll("prompts") List<Asked> asked) {
        var method = method(asked);
        assertThat(faults(method, Map.of())).isEmpty();
        var blank = new LinkedHashMap<String, Object>();
        method.prompts().forEach(prompt -> blank.put(prompt.id(), prompt.type() == PromptType.GROUP ? List.of() : ""));
        assertThat(faults(method, blank)).isEmpty();
    }

    @Property(tries = 300)
    void aWrongAnswerIsToldAtItsOwnPlaceAndNowhereElse(@ForAll("prompts") List<Asked> asked, @ForAll int seed) {
        var method = method(asked);
        var answers = right(asked);
        var which = Math.floorMod(seed, asked.size());
        answers.put("p" + which, wrong(asked.get(which)));
        assertThat(faults(method, answers)).isNotEmpty().allSatisfy(fault -> assertThat(fault.where())
                .startsWith("items[0].answers.p" + which));
    }

    @Property(tries = 300)
    void anythingAtAllIsAnsweredWithFaultsAndNeverBreaks(
            @ForAll("prompts") List<Asked> asked, @ForAll("anything") Map<String, Object> anything) {
        var method = method(asked);
        faults(method, anything);
        new AnswersRead(method, "en", code -> code).of(anything);
    }

    @Provide
    Arbitrary<Map<String, Object>> anything() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.strings().map(text -> (Object) text),
                Arbitraries.integers().map(number -> (Object) number),
                Arbitraries.of(true, false).map(yes -> (Object) yes));
        Arbitrary<Object> some = Arbitraries.oneOf(
                leaf,
                leaf.list().ofMaxSize(3).map(list -> (Object) list),
                Arbitraries.maps(Arbitraries.of("value", "unit", "estimatedBy", "p0", "x"), leaf)
                        .ofMaxSize(3)
                        .map(map -> (Object) map));
        return Arbitraries.maps(
                        Arbitraries.of("p0", "p1", "p2", "p3", "p0.media", "other"),
                        Arbitraries.oneOf(some, some.list().ofMaxSize(3).map(list -> (Object) list)))
                .ofMaxSize(5);
    }

    private static List<Fault> faults(Method method, Map<String, Object> answers) {
        var faults = new ArrayList<Fault>();
        AnswerRules.check(method, answers, "items[0].answers", List.of("f1"), faults);
        return faults;
    }

    private static Map<String, Object> right(List<Asked> asked) {
        var answers = new LinkedHashMap<String, Object>();
        for (int i = 0; i < asked.size(); i++) {
            answers.put("p" + i, right(asked.get(i)));
        }
        return answers;
    }

    private static Object right(Asked asked) {
        return switch (asked.type()) {
            case TEXT, LONG_TEXT -> "As it is done";
            case NUMBER -> Map.of("value", BigDecimal.valueOf(asked.high()).toPlainString(), "unit", "bar");
            case CHOICE -> "a";
            case MULTI_CHOICE -> List.of("b", "a");
            case SENSE -> List.of("smell");
            case SCALE -> asked.low();
            case DATE_TIME -> "2026-03-02T09:00:00Z";
            case MEDIA -> List.of("f1");
            case GROUP -> {
                var rows = new ArrayList<Object>();
                for (int i = 0; i < Math.max(1, asked.low()); i++) {
                    rows.add(right(asked.rows()));
                }
                yield rows;
            }
        };
    }

    private static Object wrong(Asked asked) {
        return switch (asked.type()) {
            case NUMBER -> Map.of("value", String.valueOf(asked.high() + 1), "unit", "bar");
            case CHOICE, MULTI_CHOICE, SENSE -> "nothing of the list";
            case SCALE -> asked.high() + 1;
            case DATE_TIME -> "yesterday";
            case MEDIA -> List.of("somebody else's file");
            case TEXT, LONG_TEXT -> 7;
            case GROUP -> {
                var rows = new ArrayList<Object>();
                for (int i = 0; i <= asked.high(); i++) {
                    rows.add(right(asked.rows()));
                }
                yield rows;
            }
        };
    }

    private static Method method(List<Asked> asked) {
        var text = new StringBuilder("id: generated\nversion: 1\nname: {en: G, de: G}\npurpose: P\npeople: 1\nparts:\n")
                .append("  - {id: only, name: Only, minutes: 15, prompts: ")
                .append(written(asked))
                .append("}\n");
        return MethodReader.read("generated.yaml", text.toString());
    }

    private static String written(List<Asked> asked) {
        var prompts = new ArrayList<String>();
        for (int i = 0; i < asked.size(); i++) {
            prompts.add(
                    "{id: p" + i + ", type: " + asked.get(i).type().code() + ", text: T" + extras(asked.get(i)) + "}");
        }
        return prompts.toString();
    }

    private static String extras(Asked asked) {
        var bounds = ", low: " + asked.low() + ", high: " + asked.high();
        return switch (asked.type()) {
            case NUMBER -> bounds + ", units: [bar, psi]";
            case SCALE -> bounds + ", anchors: {" + asked.low() + ": least}";
            case CHOICE, MULTI_CHOICE -> ", choices: {a: A, b: B}";
            case GROUP -> bounds + ", prompts: " + written(asked.rows());
            default -> "";
        };
    }
}
