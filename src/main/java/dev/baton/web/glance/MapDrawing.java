package dev.baton.web.glance;

import dev.baton.web.glance.Picture.Node;
import dev.baton.web.glance.Picture.Path;
import dev.baton.web.glance.Picture.Text;
import dev.baton.web.glance.ProcessMap.Operation;
import dev.baton.web.glance.ProcessMap.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a process map: unit operations from top to bottom, steps from left to right, an arrow from each step to the
 * next. The level of a step is its colour, the number of filled fields at its foot, and words.
 */
final class MapDrawing {

    /** How much room there is. */
    enum Room {
        /** A screen or a page in landscape. */
        WIDE(1120, 5, 168),
        /** A phone. */
        NARROW(344, 2, 0);

        private final int width;
        private final int columns;
        /** Width of the column with the operations' names; 0 puts each name above its steps. */
        private final int names;

        Room(int width, int columns, int names) {
            this.width = width;
            this.columns = columns;
            this.names = names;
        }
    }

    private static final double GAP = 22;
    private static final double HEIGHT = 104;
    private static final double ROW = HEIGHT + 24;
    private static final double PAD = 10;
    private static final double EDGE = 4;
    private static final int NAME_LINES = 3;
    /** As wide as the boldest of common faces is at 13. */
    private static final double NAME = 15;

    private static final double SMALL = 12;
    private static final double HEAD = 15;

    private final ProcessMap map;
    private final Room room;
    private final int columns;
    private final double box;
    private final List<Node> nodes = new ArrayList<>();
    private double y = EDGE;

    private MapDrawing(ProcessMap map, Room room) {
        this.map = map;
        this.room = room;
        int longest = map.operations().stream()
                .mapToInt(operation -> operation.steps().size())
                .max()
                .orElse(1);
        this.columns = Math.min(room.columns, Math.max(2, longest));
        this.box = (room.width - 2 * EDGE - room.names - (columns - 1) * GAP) / columns;
    }

    static Picture draw(ProcessMap map, Room room) {
        var drawing = new MapDrawing(map, room);
        map.operations().forEach(drawing::operation);
        drawing.legend();
        return new Picture(room.width, (int) Math.ceil(drawing.y + EDGE), map.label(), List.copyOf(drawing.nodes));
    }

    private void operation(Operation operation) {
        name(operation.name());
        var steps = operation.steps();
        for (int i = 0; i < steps.size(); i++) {
            int column = i % columns;
            double x = left(column);
            if (i > 0) {
                nodes.add(column > 0 ? arrow(x) : turn(x));
            }
            nodes.add(step(steps.get(i), x));
            if (column == columns - 1 || i == steps.size() - 1) {
                y += ROW;
            }
        }
        y += 8;
    }

    private void name(String name) {
        boolean beside = room.names > 0;
        var lines = Wrapping.lines(name, beside ? room.names - GAP : room.width - 2 * EDGE, HEAD, beside ? 4 : 2);
        var texts = new ArrayList<Text>();
        for (int i = 0; i < lines.size(); i++) {
            texts.add(new Text("head", EDGE, y + 18 + i * 19, lines.get(i)));
        }
        nodes.add(new Node(null, Wrapping.readable(name), null, "operation", List.of(), texts));
        if (!beside) {
            y += lines.size() * 19 + 12;
        }
    }

    private Node step(Step step, double x) {
        var level = step.mark().level();
        var paths = new ArrayList<Path>();
        paths.add(Path.box("face", x, y, box, HEIGHT, 4));
        int fields = map.colour().levels();
        double field = Math.min(26, (box - 2 * PAD) / fields - 4);
        for (int i = 0; i < fields; i++) {
            paths.add(Path.box(i < level ? "full" : "part", x + PAD + i * (field + 4), y + HEIGHT - 14, field, 6, 0));
        }
        var texts = new ArrayList<Text>();
        var number = Wrapping.readable(step.number());
        texts.add(new Text("no", x + PAD, y + 18, step.critical() ? number + " · " + map.critical() : number));
        var lines = Wrapping.lines(step.name(), box - 2 * PAD, NAME, NAME_LINES);
        for (int i = 0; i < lines.size(); i++) {
            texts.add(new Text("name", x + PAD, y + 35 + i * 16, lines.get(i)));
        }
        var said = Wrapping.lines(step.mark().said(), box - 2 * PAD, SMALL, 1);
        texts.add(new Text("said", x + PAD, y + HEIGHT - 20, said.isEmpty() ? "" : said.get(0)));
        return new Node(
                "/steps/" + step.id(),
                Wrapping.readable(step.name()),
                Wrapping.readable(number + (step.critical() ? ", " + map.critical() : "") + ", "
                        + step.mark().said()),
                "box t-" + map.colour().tone(level),
                paths,
                texts);
    }

    /** From the box on the left into this one. */
    private Node arrow(double x) {
        double middle = y + HEIGHT / 2;
        return Node.still(
                "flow",
                List.of(
                        Path.line("way", x - GAP, middle, x - 6, middle),
                        Path.line("edge", x - 8, middle - 4, x - 1, middle, x - 8, middle + 4)),
                List.of());
    }

    /** From the last box of the row above into the first one of this. */
    private Node turn(double x) {
        double from = left(columns - 1) + box / 2;
        double to = x + box / 2;
        double above = y - (ROW - HEIGHT);
        return Node.still(
                "flow",
                List.of(
                        Path.line("way", from, above, from, y - 12, to, y - 12, to, y - 6),
                        Path.line("edge", to - 4, y - 8, to, y - 1, to + 4, y - 8)),
                List.of());
    }

    private void legend() {
        double x = EDGE;
        var levels = map.levels();
        for (int level = 0; level < levels.size(); level++) {
            double width = 34 + Wrapping.width(levels.get(level), SMALL) + 18;
            if (x + width > room.width - EDGE && x > EDGE) {
                x = EDGE;
                y += 26;
            }
            var paths = new ArrayList<Path>();
            paths.add(Path.box("face", x, y, 26, 18, 3));
            int fields = map.colour().levels();
            double field = (26 - 6.0) / fields - 1;
            for (int i = 0; i < fields; i++) {
                paths.add(Path.box(i < level ? "full" : "part", x + 3 + i * (field + 1), y + 10, field, 4, 0));
            }
            nodes.add(Node.still(
                    "key t-" + map.colour().tone(level),
                    paths,
                    List.of(new Text("small", x + 34, y + 13, levels.get(level)))));
            x += width;
        }
        y += 24;
    }

    private double left(int column) {
        return EDGE + room.names + column * (box + GAP);
    }
}
