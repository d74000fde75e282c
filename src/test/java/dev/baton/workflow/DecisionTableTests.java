package dev.baton.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.review.Stage;
import dev.baton.support.Covered;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of every decision table applies in some situation, and the routing table only ever adds people. */
class DecisionTableTests {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    private final Set<String> applied = new TreeSet<>();
    private final DmnEngine engine = engine();

    static List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreTheseTablesAndAllAreDeployed() throws IOException {
        var deployed = Files.readString(Path.of("src/main/resources/META-INF/processes.xml"));
        assertThat(tables().stream().map(file -> file.getFileName().toString()))
                .containsExactly("elicitation-method.dmn", "review-route.dmn")
                .allSatisfy(name -> assertThat(deployed).contains("<resource>bpmn/" + name + "</resource>"));
    }

    /** The situations are made of the words and numbers in the table itself, of their neighbours and of a stranger. */
    @ParameterizedTest
    @MethodSource("tables")
    void everyRuleAppliesSomewhere(Path file) throws IOException {
        var decision = read(file);
        var table = (DmnDecisionTableImpl) decision.getDecisionLogic();
        for (var situation : situations(table)) {
            engine.evaluateDecision(decision, situation);
        }
        var drawn = table.getRules().stream().map(rule -> rule.getId()).collect(Collectors.toCollection(TreeSet::new));
        var left = Covered.tell("rules of " + file.getFileName(), drawn, applied);
        assertThat(left).as("rules that no situation meets").isEmpty();
    }

    @Test
    void everyRuleOfTheRoutingTableAddsSomebody() throws IOException {
        var decision = read(Path.of("bpmn/review-route.dmn"));
        var additional = Stage.additional().stream().map(Stage::code).toList();
        var asked = new TreeSet<String>();
        for (var situation : situations((DmnDecisionTableImpl) decision.getDecisionLogic())) {
            applied.clear();
            DmnDecisionResult answer = engine.evaluateDecision(decision, situation);
            var reviewers = answer.stream()
                    .map(one -> String.valueOf(one.<Object>getEntry("reviewer")))
                    .toList();
            assertThat(reviewers).as("%s", situation).isSubsetOf(additional).hasSameSizeAs(applied);
            asked.addAll(reviewers);
        }
        assertThat(asked)
                .as("and every additional review is asked for by some rule")
                .containsAll(additional);
    }

    @Test
    void anItemOfWhichNothingSpecialIsKnownHasTheFourPeople() throws IOException {
        var decision = read(Path.of("bpmn/review-route.dmn"));
        for (var critical : List.of(true, false)) {
            Map<String, Object> plain =
                    Map.of("critical", critical, "risk", "unknown", "category", "none", "kind", "sensory-cue");
            assertThat(engine.evaluateDecision(decision, plain)).isEmpty();
        }
    }

    private org.camunda.bpm.dmn.engine.DmnDecision read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return engine.parseDecisions(in).get(0);
        }
    }

    private DmnEngine engine() {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this::note));
        return configuration.buildEngine();
    }

    private void note(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().forEach(rule -> applied.add(rule.getId()));
    }

    private static List<Map<String, Object>> situations(DmnDecisionTableImpl table) {
        List<Map<String, Object>> situations = List.of(Map.of());
        for (int i = 0; i < table.getInputs().size(); i++) {
            var input = table.getInputs().get(i);
            var values = values(table, i, input);
            var name = input.getExpression().getExpression().strip();
            var next = new ArrayList<Map<String, Object>>();
            for (var situation : situations) {
                for (var value : values) {
                    var more = new HashMap<>(situation);
                    more.put(name, value);
                    next.add(more);
                }
            }
            situations = next;
        }
        return situations;
    }

    private static List<Object> values(DmnDecisionTableImpl table, int column, DmnDecisionTableInputImpl input) {
        var type = input.getExpression().getTypeDefinition().getTypeName();
        if (type.equals("boolean")) {
            return List.of(true, false);
        }
        var written = table.getRules().stream()
                .map(rule -> rule.getConditions().get(column).getExpression())
                .filter(text -> text != null)
                .collect(Collectors.joining(" "));
        if (type.equals("string")) {
            return Stream.concat(WORD.matcher(written).results().map(found -> found.group(1)), Stream.of("a stranger"))
                    .distinct()
                    .<Object>map(word -> word)
                    .toList();
        }
        return NUMBER.matcher(written)
                .results()
                .map(found -> Integer.parseInt(found.group()))
                .flatMap(number -> Stream.of(number - 1, number, number + 1))
                .filter(number -> number >= 0)
                .distinct()
                .<Object>map(number -> type.equals("long") ? (Object) (long) number : number)
                .toList();
    }
}
