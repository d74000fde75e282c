package dev.baton.web.glance;

import dev.baton.web.glance.Picture.Node;
import dev.baton.web.glance.Picture.Path;
import dev.baton.web.glance.Picture.Text;
import dev.baton.workflow.LiveDiagram;
import dev.baton.workflow.LiveDiagram.Bounds;
import dev.baton.workflow.LiveDiagram.Edge;
import dev.baton.workflow.LiveDiagram.Form;
import dev.baton.workflow.LiveDiagram.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Draws a BPMN diagram as its model lays it out; where instances stand, the shape is marked and says how many. */
final class FlowDrawing {

    private static final double EDGE = 16;
    private static final double HEAD = 24;
    private static final double SIZE = 12;
    private static final double LINE = 14;
    private static final double BADGE = 12;
    private static final double LANE_NAME = 30;

    private final double left;
    private final double top;
    private final IntFunction<String> stand;
    private final List<Node> nodes = new ArrayList<>();

    private FlowDrawing(double left, double top, IntFunction<String> stand) {
        this.left = left;
        this.top = top;
        this.stand = stand;
    }

    /** The picture; {@code stand} says how many stand somewhere, for those who do not see it. */
    static Picture draw(LiveDiagram diagram, String label, IntFunction<String> stand) {
        var all = diagram.shapes().stream().map(Shape::at).toList();
        double left = all.stream().mapToDouble(Bounds::x).min().orElse(0) - EDGE;
        double top = all.stream().mapToDouble(Bounds::y).min().orElse(0) - HEAD;
        double right = all.stream().mapToDouble(at -> at.x() + at.width()).max().orElse(0) + EDGE;
        double bottom =
                all.stream().mapToDouble(at -> at.y() + at.height()).max().orElse(0) + EDGE;
        var drawing = new FlowDrawing(left, top, stand);
        diagram.shapes().stream().filter(shape -> isGround(shape)).forEach(drawing::shape);
        diagram.edges().forEach(drawing::edge);
        diagram.shapes().stream().filter(shape -> !isGround(shape)).forEach(drawing::shape);
        return new Picture(
                (int) Math.ceil(right - left), (int) Math.ceil(bottom - top), label, List.copyOf(drawing.nodes));
    }

    private static boolean isGround(Shape shape) {
        return shape.form() == Form.POOL || shape.form() == Form.LANE || shape.form() == Form.SUBPROCESS;
    }

    private void shape(Shape shape) {
        var at = shape.at();
        double x = at.x() - left;
        double y = at.y() - top;
        var paths = new ArrayList<Path>();
        var texts = new ArrayList<Text>();
        switch (shape.form()) {
            case POOL, LANE -> paths.add(Path.box("lane", x, y, at.width(), at.height(), 0));
            case SUBPROCESS -> paths.add(Path.box("lane", x, y, at.width(), at.height(), 10));
            case TASK -> paths.add(Path.box("face", x, y, at.width(), at.height(), 8));
            case GATEWAY -> paths.add(Path.diamond("face", x, y, at.width(), at.height()));
            default -> event(shape.form(), x + at.width() / 2, y + at.height() / 2, at.width() / 2, paths);
        }
        if (!shape.sign().isEmpty()) {
            texts.add(new Text("mid sign", x + at.width() / 2, y + at.height() / 2 + 5, shape.sign()));
        }
        name(shape, x, y, texts);
        if (shape.here() > 0) {
            double cx = x + at.width();
            paths.add(Path.circle("badge", cx, y, BADGE));
            texts.add(new Text("mid badge-no", cx, y + 4, String.valueOf(shape.here())));
        }
        nodes.add(new Node(
                null,
                shape.here() > 0 ? shape.name() + ": " + stand.apply(shape.here()) : null,
                null,
                shape.here() > 0 ? "here" : "bpmn",
                paths,
                texts));
    }

    private static void event(Form form, double x, double y, double r, List<Path> paths) {
        paths.add(Path.circle(form == Form.END ? "face end" : "face", x, y, r));
        if (form == Form.MIDDLE) {
            paths.add(Path.circle("part", x, y, r - 3));
        }
    }

    private void name(Shape shape, double x, double y, List<Text> texts) {
        var at = shape.at();
        if (shape.form() == Form.POOL) {
            // Pools and lanes carry their names upright at the side in BPMN; lying at the top they can be read.
            Wrapping.lines(shape.name(), at.width(), SIZE, 1)
                    .forEach(text -> texts.add(new Text("small", x, y - 6, text)));
        } else if (shape.form() == Form.LANE) {
            var line = Wrapping.lines(shape.name(), at.width() - LANE_NAME, SIZE, 1);
            line.forEach(text -> texts.add(new Text("small", x + 8, y + 16, text)));
        } else if (shape.form() == Form.SUBPROCESS) {
            Wrapping.lines(shape.name(), at.width() - 16, SIZE, 1)
                    .forEach(text -> texts.add(new Text("small", x + 10, y + 16, text)));
        } else if (shape.form() == Form.TASK) {
            centred(shape.name(), new Bounds(at.x() + 5, at.y(), at.width() - 10, at.height()), true, texts);
        } else {
            label(shape.name(), shape.label(), texts);
        }
    }

    private void edge(Edge edge) {
        var points = edge.points();
        int n = points.size();
        if (n < 4) {
            return;
        }
        var moved = new double[n];
        for (int i = 0; i < n; i++) {
            moved[i] = points.get(i) - (i % 2 == 0 ? left : top);
        }
        var texts = new ArrayList<Text>();
        label(edge.name(), edge.label(), texts);
        nodes.add(Node.still(
                edge.message() ? "flow message" : "flow", List.of(Path.line("way", moved), head(moved)), texts));
    }

    /** A point at the end of the last stretch. */
    private static Path head(double[] points) {
        int n = points.length;
        double x = points[n - 2];
        double y = points[n - 1];
        double angle = Math.atan2(y - points[n - 3], x - points[n - 4]);
        double back = 8;
        double wide = 0.42;
        return Path.line(
                "edge",
                x,
                y,
                x - back * Math.cos(angle - wide),
                y - back * Math.sin(angle - wide),
                x - back * Math.cos(angle + wide),
                y - back * Math.sin(angle + wide));
    }

    private void label(String name, @Nullable Bounds at, List<Text> texts) {
        if (at != null && !name.isBlank()) {
            centred(name, new Bounds(at.x() - 12, at.y(), at.width() + 24, at.height()), false, texts);
        }
    }

    private void centred(String name, Bounds at, boolean middle, List<Text> texts) {
        int most = Math.max(1, (int) Math.round(at.height() / LINE));
        var lines = Wrapping.lines(name, at.width(), SIZE, middle ? most : Math.max(2, most));
        double from = middle ? at.y() + (at.height() - lines.size() * LINE) / 2 + 11 : at.y() + 11;
        for (int i = 0; i < lines.size(); i++) {
            texts.add(new Text(
                    middle ? "mid task" : "mid small",
                    at.x() + at.width() / 2 - left,
                    from + i * LINE - top,
                    lines.get(i)));
        }
    }
}
