package dev.baton.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.workflow.LiveDiagram.Bounds;
import dev.baton.workflow.LiveDiagram.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every diagram can be shown live, and is drawn without loose ends. */
class LiveDiagramTests {

    private static final double NEAR = 2;

    static List<String> processes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".bpmn"))
                    .map(name -> name.replace(".bpmn", ""))
                    .sorted()
                    .toList();
        }
    }

    private static LiveDiagram read(String process, Map<String, Integer> here) {
        return Diagrams.read(
                process,
                Bpmn.readModelFromFile(Path.of("bpmn", process + ".bpmn").toFile()),
                here);
    }

    @Test
    void everyProcessOfATransferIsShownAndNamed() throws IOException {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages/glance.properties"))) {
            words.load(reader);
        }
        // The rhythm only begins rounds; it never stands anywhere between two of them but at its timer.
        assertThat(processes()).containsAll(Diagrams.KEYS);
        assertThat(Diagrams.KEYS)
                .containsAll(processes().stream()
                        .filter(process -> !process.equals("pulse-rhythm"))
                        .toList())
                .allSatisfy(process -> assertThat(words).containsKey("workflow.of." + process));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyFlowEndsAtAShape(String process) {
        var diagram = read(process, Map.of());
        assertThat(diagram.shapes()).extracting(LiveDiagram.Shape::form).contains(Form.START, Form.END);
        for (var edge : diagram.edges()) {
            var points = edge.points();
            int n = points.size();
            for (var end : List.of(points.subList(0, 2), points.subList(n - 2, n))) {
                assertThat(diagram.shapes())
                        .as(process + " " + edge)
                        .anyMatch(shape -> shape.form() != Form.LANE && touches(shape.at(), end.get(0), end.get(1)));
            }
        }
    }

    @Test
    void whereSomebodyStandsIsOnTheShape() {
        var task = read(ItemReview.KEY, Map.of(ItemReview.TASK_PEER, 3)).shapes().stream()
                .filter(shape -> shape.id().equals(ItemReview.TASK_PEER))
                .findFirst()
                .orElseThrow();
        assertThat(task.here()).isEqualTo(3);
        assertThat(task.form()).isEqualTo(Form.TASK);
    }

    private static boolean touches(Bounds at, double x, double y) {
        var inside = x >= at.x() - NEAR
                && x <= at.x() + at.width() + NEAR
                && y >= at.y() - NEAR
                && y <= at.y() + at.height() + NEAR;
        var within = x > at.x() + NEAR
                && x < at.x() + at.width() - NEAR
                && y > at.y() + NEAR
                && y < at.y() + at.height() - NEAR;
        return inside && !within;
    }
}
