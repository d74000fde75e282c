package dev.baton.workflow;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A process as it is drawn, with where its instances of one transfer stand. Positions are those of the diagram.
 *
 * @param key of the process
 * @param shapes in the order of drawing: pools and lanes lie below what stands in them
 */
public record LiveDiagram(String key, String name, List<Shape> shapes, List<Edge> edges) {

    /** What a shape is. */
    public enum Form {
        /** The frame of a process, or another process that is only named. */
        POOL,
        /** Whose it is. */
        LANE,
        /** A part with steps of its own. */
        SUBPROCESS,
        /** Something to be done, by a person or by the product. */
        TASK,
        /** A question. */
        GATEWAY,
        /** The beginning. */
        START,
        /** Something that is waited for. */
        MIDDLE,
        /** An end. */
        END
    }

    /** A rectangle of the diagram. */
    public record Bounds(double x, double y, double width, double height) {}

    /**
     * A shape.
     *
     * @param sign what is written inside an event or a gateway, or empty
     * @param label where its name stands, or null: inside
     * @param here how many instances stand there now
     */
    public record Shape(String id, Form form, String name, String sign, Bounds at, @Nullable Bounds label, int here) {}

    /**
     * A connection.
     *
     * @param points x and y in turn
     * @param message whether it crosses pools
     */
    public record Edge(String name, List<Double> points, @Nullable Bounds label, boolean message) {}

    /** The same with every name put another way, such as into another language. */
    public LiveDiagram named(UnaryOperator<String> names) {
        return new LiveDiagram(
                key,
                names.apply(name),
                shapes.stream()
                        .map(shape -> new Shape(
                                shape.id(),
                                shape.form(),
                                names.apply(shape.name()),
                                shape.sign(),
                                shape.at(),
                                shape.label(),
                                shape.here()))
                        .toList(),
                edges.stream()
                        .map(edge -> new Edge(names.apply(edge.name()), edge.points(), edge.label(), edge.message()))
                        .toList());
    }
}
