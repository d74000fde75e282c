package dev.baton.workflow;

import dev.baton.workflow.LiveDiagram.Bounds;
import dev.baton.workflow.LiveDiagram.Edge;
import dev.baton.workflow.LiveDiagram.Form;
import dev.baton.workflow.LiveDiagram.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageFlow;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the deployed diagrams, which the engine keeps parsed, into shapes that can be drawn. */
@Component
class Diagrams {

    /** The processes of a transfer, in the order in which they are told. */
    static final List<String> KEYS = List.of(
            SiteTransfer.KEY,
            KnowledgeCapture.KEY,
            ItemReview.KEY,
            "demonstration",
            Arbitration.KEY,
            Stewarding.KEY,
            "audit-trail-review",
            "trail-finding",
            Pulse.KEY);

    private final Engine engine;

    Diagrams(Engine engine) {
        this.engine = engine;
    }

    LiveDiagram of(String key, Map<String, Integer> here) {
        return engine.asSystem(() -> {
            var definition = engine.repository()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(key)
                    .latestVersion()
                    .singleResult();
            return read(key, engine.repository().getBpmnModelInstance(definition.getId()), here);
        });
    }

    /** The diagram in that model with these numbers of instances by element id. */
    static LiveDiagram read(String key, BpmnModelInstance model, Map<String, Integer> here) {
        var shapes = new ArrayList<Shape>();
        for (var shape : model.getModelElementsByType(BpmnShape.class)) {
            var element = shape.getBpmnElement();
            var form = form(element);
            if (form != null && shape.getBounds() != null) {
                shapes.add(new Shape(
                        element.getId(),
                        form,
                        name(element),
                        sign(element),
                        bounds(Objects.requireNonNull(shape.getBounds())),
                        label(shape.getBpmnLabel()),
                        here.getOrDefault(element.getId(), 0)));
            }
        }
        shapes.sort(Comparator.comparing(Shape::form));
        var edges = model.getModelElementsByType(BpmnEdge.class).stream()
                .map(Diagrams::edge)
                .toList();
        var process = model.getModelElementsByType(Process.class).iterator().next();
        return new LiveDiagram(key, Objects.requireNonNullElse(process.getName(), key), List.copyOf(shapes), edges);
    }

    private static Edge edge(BpmnEdge edge) {
        var points = edge.getWaypoints().stream()
                .flatMap(point -> java.util.stream.Stream.of(point.getX(), point.getY()))
                .toList();
        var element = edge.getBpmnElement();
        return new Edge(name(element), points, label(edge.getBpmnLabel()), element instanceof MessageFlow);
    }

    private static @Nullable Form form(@Nullable BaseElement element) {
        if (element instanceof Event event) {
            return event(event);
        }
        if (element instanceof Activity) {
            return element instanceof SubProcess ? Form.SUBPROCESS : Form.TASK;
        }
        return element instanceof Participant
                ? Form.POOL
                : element instanceof Lane ? Form.LANE : element instanceof Gateway ? Form.GATEWAY : null;
    }

    private static Form event(Event event) {
        return event instanceof StartEvent ? Form.START : event instanceof EndEvent ? Form.END : Form.MIDDLE;
    }

    private static String name(BaseElement element) {
        var name = element instanceof org.camunda.bpm.model.bpmn.instance.FlowElement flow
                ? flow.getName()
                : element instanceof Participant pool
                        ? pool.getName()
                        : element instanceof Lane lane
                                ? lane.getName()
                                : element instanceof MessageFlow message ? message.getName() : null;
        return name == null ? "" : name.replace('\n', ' ');
    }

    private static String sign(BaseElement element) {
        return element instanceof ParallelGateway
                ? "+"
                : element instanceof Gateway ? "×" : element instanceof CatchEvent event ? waits(event) : "";
    }

    private static String waits(CatchEvent event) {
        var definitions = event.getEventDefinitions();
        return definitions.stream().anyMatch(TimerEventDefinition.class::isInstance)
                ? "◷"
                : definitions.stream().anyMatch(MessageEventDefinition.class::isInstance) ? "✉" : "";
    }

    private static @Nullable Bounds label(@Nullable BpmnLabel label) {
        return label == null || label.getBounds() == null ? null : bounds(label.getBounds());
    }

    private static Bounds bounds(org.camunda.bpm.model.bpmn.instance.dc.Bounds at) {
        return new Bounds(at.getX(), at.getY(), at.getWidth(), at.getHeight());
    }
}
