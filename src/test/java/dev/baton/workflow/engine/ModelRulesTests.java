package dev.baton.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Parse;
import org.camunda.bpm.engine.impl.util.xml.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelRulesTests {

    private static final Path DIAGRAMS = Path.of("bpmn");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask id='a'/>",
                "<userTask id='a'><script>1</script></userTask>",
                "<serviceTask camunda:class='java.lang.Runtime'/>",
                "<serviceTask camunda:expression='${bean.run()}'/>",
                "<serviceTask camunda:delegateExpression='${bean.delegate}'/>",
                "<serviceTask camunda:delegateExpression='bean'/>",
                "<serviceTask camunda:delegateExpression='#{bean}'/>",
                "<userTask camunda:assignee='${people.boss()}'/>",
                "<userTask camunda:assignee='x-${&quot;&quot;.getClass()}'/>",
                "<conditionExpression>${a == 'b' || c.d()}</conditionExpression>",
                "<conditionExpression language='groovy'>x</conditionExpression>",
                "<timeDuration>${dateTime()}</timeDuration>",
                "<timeDuration>${unfinished</timeDuration>",
                "<process camunda:historyTimeToLive='P1D'/>",
                "<boundaryEvent><errorEventDefinition/></boundaryEvent>",
                "<boundaryEvent><escalationEventDefinition/></boundaryEvent>"
            })
    void refusesWhatComputes(String part) {
        assertThat(breaches(part)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask camunda:delegateExpression='${enterPlanning}'/>",
                "<conditionExpression>${decision == 'accept'}</conditionExpression>",
                "<conditionExpression>${qualityFirst}</conditionExpression>",
                "<conditionExpression>${!qualityFirst}</conditionExpression>",
                "<timeDuration>${reminderAfter}</timeDuration>",
                "<timeDuration>P7D</timeDuration>",
                "<userTask camunda:assignee='${expert}' camunda:dueDate='${dueAt}' name='Review ${step}'/>",
                "<boundaryEvent cancelActivity='false'><timerEventDefinition/></boundaryEvent>"
            })
    void allowsNamesAndComparisons(String part) {
        assertThat(breaches(part)).isEmpty();
    }

    @Test
    void allowsOurOwnDiagrams() throws IOException {
        for (var diagram : diagrams()) {
            var found = breachesOf(Files.readString(DIAGRAMS.resolve(diagram)));
            assertThat(found).as(diagram).isEmpty();
        }
    }

    @Test
    void everyDiagramIsDeployed() throws IOException {
        var listed = new TreeSet<String>();
        var resource = Pattern.compile("<resource>bpmn/([^<]+)</resource>")
                .matcher(Files.readString(Path.of("src/main/resources/META-INF/processes.xml")));
        while (resource.find()) {
            listed.add(resource.group(1));
        }
        assertThat(listed).isNotEmpty().isEqualTo(diagrams());
    }

    private static TreeSet<String> diagrams() throws IOException {
        try (var files = Files.list(DIAGRAMS)) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".bpmn") || name.endsWith(".dmn"))
                    .toList());
        }
    }

    private static List<String> breaches(String part) {
        return breachesOf("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn'>" + part + "</definitions>");
    }

    private static List<String> breachesOf(String xml) {
        var found = new ArrayList<String>();
        ModelRules.check(new Reader().read(xml), found::add);
        return found;
    }

    private static final class Reader extends Parser {

        @Override
        public Parse createParse() {
            return new Tree(this);
        }

        Element read(String xml) {
            var tree = (Tree) createParse()
                    .name("test")
                    .sourceInputStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            return tree.read();
        }
    }

    private static final class Tree extends Parse {

        Tree(Parser parser) {
            super(parser);
        }

        Element read() {
            execute();
            return rootElement;
        }
    }
}
