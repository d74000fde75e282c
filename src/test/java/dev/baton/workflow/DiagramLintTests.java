package dev.baton.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What every diagram keeps to; see bpmn/README.md. */
class DiagramLintTests {

    private static final Path DIAGRAMS = Path.of("bpmn");
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("userTask", "Task_"),
            Map.entry("serviceTask", "Task_"),
            Map.entry("exclusiveGateway", "Gateway_"),
            Map.entry("parallelGateway", "Gateway_"),
            Map.entry("startEvent", "Event_"),
            Map.entry("endEvent", "Event_"),
            Map.entry("intermediateCatchEvent", "Event_"),
            Map.entry("intermediateThrowEvent", "Event_"),
            Map.entry("boundaryEvent", "BoundaryEvent_"),
            Map.entry("subProcess", "SubProcess_"),
            Map.entry("sequenceFlow", "Flow_"),
            Map.entry("lane", "Lane_"),
            Map.entry("participant", "Participant_"),
            Map.entry("message", "Message_"),
            Map.entry("messageFlow", "MessageFlow_"));
    private static final List<String> FORBIDDEN = List.of(
            "scriptTask",
            "script",
            "errorEventDefinition",
            "escalationEventDefinition",
            "businessRuleTask",
            "callActivity",
            "manualTask",
            "task");

    static List<Path> diagrams() throws IOException {
        try (Stream<Path> files = Files.list(DIAGRAMS)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreTheseProcesses() throws IOException {
        assertThat(diagrams().stream().map(file -> file.getFileName().toString()))
                .containsExactly(
                        "arbitration.bpmn",
                        "audit-trail-review.bpmn",
                        "demonstration.bpmn",
                        "item-review.bpmn",
                        "knowledge-capture.bpmn",
                        "pulse-rhythm.bpmn",
                        "pulse.bpmn",
                        "site-transfer.bpmn",
                        "step-handover.bpmn",
                        "trail-finding.bpmn");
    }

    @Test
    void everyDiagramIsDeployed() throws IOException {
        var listed = elements(read(Path.of("src/main/resources/META-INF/processes.xml")), "*", "resource").stream()
                .map(resource -> resource.getTextContent().strip())
                .filter(resource -> resource.endsWith(".bpmn"))
                .toList();
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(diagrams().stream()
                        .map(file -> "bpmn/" + file.getFileName())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void idsSayWhatTheyAre(Path file) {
        var document = read(file);
        PREFIXES.forEach((tag, prefix) -> assertThat(elements(document, BPMN, tag))
                .allSatisfy(
                        element -> assertThat(element.getAttribute("id")).matches(prefix + "[A-Za-z][A-Za-z0-9_-]*")));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyUserTaskHasTheOneForm(Path file) {
        assertThat(elements(read(file), BPMN, "userTask"))
                .allSatisfy(task ->
                        assertThat(task.getAttributeNS(CAMUNDA, "formKey")).isEqualTo("embedded:app:forms/task.html"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void nothingIsDeletedComputedOrBypassed(Path file) {
        var document = read(file);
        assertThat(elements(document, "*", "*")).allSatisfy(element -> {
            assertThat(element.hasAttributeNS(CAMUNDA, "historyTimeToLive")).isFalse();
            assertThat(element.hasAttributeNS(CAMUNDA, "asyncBefore")).isFalse();
            assertThat(element.hasAttributeNS(CAMUNDA, "asyncAfter")).isFalse();
            assertThat(FORBIDDEN).doesNotContain(element.getLocalName());
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void namesAreThereAndGatewaysAsk(Path file) {
        var document = read(file);
        assertThat(elements(document, BPMN, "exclusiveGateway"))
                .allSatisfy(gateway -> assertThat(gateway.getAttribute("name")).endsWith("?"));
        for (var tag : List.of("userTask", "serviceTask", "startEvent", "endEvent", "lane", "subProcess")) {
            assertThat(elements(document, BPMN, tag)).allSatisfy(element -> assertThat(element.getAttribute("name"))
                    .isNotBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everythingIsDrawn(Path file) {
        var document = read(file);
        var drawn = new ArrayList<String>();
        for (var tag : List.of("BPMNShape", "BPMNEdge")) {
            elements(document, DI, tag).forEach(shape -> drawn.add(shape.getAttribute("bpmnElement")));
        }
        var toDraw = PREFIXES.keySet().stream()
                .filter(tag -> !tag.equals("message"))
                .flatMap(tag -> elements(document, BPMN, tag).stream())
                .map(element -> element.getAttribute("id"))
                .toList();
        assertThat(drawn).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(toDraw);
    }

    private static Document read(Path file) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new AssertionError(file + " is no XML", e);
        }
    }

    private static List<Element> elements(Document document, String namespace, String name) {
        var found = document.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
