package dev.baton.web.glance;

import dev.baton.web.glance.Picture.Node;
import dev.baton.web.glance.Picture.Path;
import dev.baton.web.glance.Picture.Text;
import dev.baton.workbook.SheetPicture;
import dev.baton.workbook.SheetPicture.Box;
import dev.baton.workbook.SheetPicture.Line;
import dev.baton.workbook.SheetPicture.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A drawing of boxes and straight lines as a spreadsheet draws it, in the colours that it has on paper. */
final class PictureOnSheet {

    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

    /** The light scheme, which stands first. */
    private static final Map<String, String> COLOURS = TOKEN.matcher(PictureFile.sheet("tokens.css"))
            .results()
            .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (light, dark) -> light));

    /** Room above the base of a line of words. */
    private static final double ASCENT = 16;

    private static final double LINE_HEIGHT = 20;

    private final List<Box> boxes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    private PictureOnSheet() {}

    static SheetPicture of(Picture picture) {
        var made = new PictureOnSheet();
        picture.nodes().forEach(made::node);
        return new SheetPicture(
                Wrapping.readable(picture.label()), picture.width(), picture.height(), made.boxes, made.lines);
    }

    private void node(Node node) {
        var name = node.title() == null ? "" : node.title() + (node.what() == null ? "" : ", " + node.what());
        var outside = new ArrayList<>(node.texts());
        for (var path : node.paths()) {
            if (path.kind().equals("face")) {
                var inside =
                        node.texts().stream().filter(text -> isIn(path, text)).toList();
                outside.removeAll(inside);
                boxes.add(face(path, tone(node.kind()), name, inside));
            } else if (!path.box().isEmpty()) {
                boxes.add(field(path));
            } else if (path.kind().equals("way")) {
                way(path.points());
            }
        }
        outside.forEach(text -> boxes.add(label(text)));
    }

    private static boolean isIn(Path face, Text text) {
        double left = face.box().get(0);
        return text.x() >= left && text.x() < left + face.box().get(2);
    }

    private static Box face(Path path, String tone, String name, List<Text> texts) {
        var box = path.box();
        return new Box(
                box.get(0),
                box.get(1),
                box.get(2),
                box.get(3),
                true,
                fill(tone),
                line(tone),
                tone.equals("full") ? 2.5 : tone.equals("danger") ? 2 : 1,
                name,
                texts.stream().map(PictureOnSheet::words).toList());
    }

    /** A field of a level: its meaning stands in the words beside it. */
    private static Box field(Path path) {
        var box = path.box();
        return new Box(
                box.get(0),
                box.get(1),
                box.get(2),
                box.get(3),
                false,
                path.kind().equals("full") ? colour("ink") : null,
                path.kind().equals("full") ? colour("ink") : colour("ink-soft"),
                1,
                "",
                List.of());
    }

    private static Box label(Text text) {
        var words = words(text);
        return new Box(
                text.x() - 6,
                text.y() - ASCENT,
                Wrapping.width(text.text(), words.size()) + 12,
                LINE_HEIGHT,
                false,
                null,
                null,
                0,
                text.text(),
                List.of(words));
    }

    private static Words words(Text text) {
        return switch (text.kind()) {
            case "head" -> new Words(text.text(), 15, true, colour("ink"));
            case "name" -> new Words(text.text(), 13, true, colour("ink"));
            case "said" -> new Words(text.text(), 12, false, colour("ink"));
            default -> new Words(text.text(), 12, false, colour("ink-soft"));
        };
    }

    private void way(List<Double> points) {
        for (int i = 0; i + 3 < points.size(); i += 2) {
            lines.add(new Line(
                    points.get(i),
                    points.get(i + 1),
                    points.get(i + 2),
                    points.get(i + 3),
                    colour("line-strong"),
                    i + 5 >= points.size()));
        }
    }

    /** The tone among the classes of a node, such as {@code box t-warn}. */
    private static String tone(String kind) {
        int at = kind.indexOf("t-");
        return at < 0 ? "none" : kind.substring(at + 2);
    }

    private static String fill(String tone) {
        return switch (tone) {
            case "warn", "accent", "ok", "danger" -> colour(tone + "-soft");
            case "full" -> colour("ok-soft");
            default -> colour("surface");
        };
    }

    private static String line(String tone) {
        return switch (tone) {
            case "warn", "accent", "ok", "danger" -> colour(tone);
            case "full" -> colour("ok");
            default -> colour("line-strong");
        };
    }

    private static String colour(String token) {
        return Objects.requireNonNull(COLOURS.get(token), token);
    }
}
