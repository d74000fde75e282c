package dev.baton.web.glance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.web.glance.Picture.Node;
import dev.baton.workflow.LiveDiagram;
import dev.baton.workflow.LiveDiagram.Bounds;
import dev.baton.workflow.LiveDiagram.Edge;
import dev.baton.workflow.LiveDiagram.Form;
import dev.baton.workflow.LiveDiagram.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A BPMN diagram as a drawing: where somebody stands it says so in a number and in words. */
class FlowDrawingTests {

    private static final LiveDiagram DIAGRAM = new LiveDiagram(
            "item-review",
            "Review",
            List.of(
                    new Shape("Pool", Form.POOL, "Review of one item", "", new Bounds(100, 50, 600, 200), null, 0),
                    new Shape("Task_Review", Form.TASK, "Review as peer", "", new Bounds(200, 100, 110, 80), null, 3),
                    new Shape(
                            "End",
                            Form.END,
                            "Approved",
                            "",
                            new Bounds(400, 122, 36, 36),
                            new Bounds(390, 160, 60, 14),
                            0)),
            List.of(new Edge("yes", List.of(310.0, 140.0, 400.0, 140.0), new Bounds(340, 120, 20, 14), false)));

    private static final Picture PICTURE = FlowDrawing.draw(DIAGRAM, "Review", here -> here + " stand here");

    @Test
    void theNumberStandsOnTheShape() {
        var here = PICTURE.nodes().stream()
                .filter(node -> node.kind().equals("here"))
                .toList();
        assertThat(here).singleElement().satisfies(node -> {
            assertThat(node.title()).isEqualTo("Review as peer: 3 stand here");
            assertThat(node.texts()).extracting(Picture.Text::text).contains("Review as peer", "3");
        });
    }

    @Test
    void everythingIsWithinThePictureAndNamed() {
        assertThat(PICTURE.width()).isEqualTo(632);
        assertThat(PICTURE.height()).isEqualTo(240);
        PICTURE.nodes().stream().map(Node::texts).flatMap(List::stream).forEach(text -> {
            assertThat(text.x()).isBetween(0.0, 632.0);
            assertThat(text.y()).isBetween(0.0, 240.0);
        });
        assertThat(PICTURE.nodes().stream().flatMap(node -> node.texts().stream()))
                .extracting(Picture.Text::text)
                .contains("Review of one item", "Approved", "yes");
    }
}
