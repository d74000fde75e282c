package dev.baton.web.glance;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drawing as shapes and texts, before it is written out: into a page by {@code picture.html}, into a file by {@link
 * PictureFile}. Lengths are units of its own; on the screen it is as wide as there is room.
 *
 * @param label what it shows, for those who do not see it
 */
record Picture(int width, int height, String label, List<Node> nodes) {

    /**
     * Something in the drawing with its shapes and texts.
     *
     * @param link where a click leads, as a path from the root, or null
     * @param title its name in full, or null
     * @param what its state in words, or null
     * @param kind classes of {@code picture.css}
     */
    record Node(
            @Nullable String link,
            @Nullable String title,
            @Nullable String what,
            String kind,
            List<Path> paths,
            List<Text> texts) {

        /** Lines and words that lead nowhere. */
        static Node still(String kind, List<Path> paths, List<Text> texts) {
            return new Node(null, null, null, kind, paths, texts);
        }
    }

    /**
     * A shape.
     *
     * @param d as in SVG
     * @param box x, y, width and height of a box, or empty
     * @param points x and y of the points of straight lines, or empty
     */
    record Path(String kind, String d, List<Double> box, List<Double> points) {

        private static Path curved(String kind, String d) {
            return new Path(kind, d, List.of(), List.of());
        }

        /** A box, its corners as round as given. */
        static Path box(String kind, double x, double y, double width, double height, double round) {
            double r = Math.min(round, Math.min(width, height) / 2);
            return new Path(
                    kind,
                    "M%s %sh%sa%s %s 0 0 1 %s %sv%sa%s %s 0 0 1 %s %sh%sa%s %s 0 0 1 %s %sv%sa%s %s 0 0 1 %s %sz"
                            .formatted(
                                    n(x + r),
                                    n(y),
                                    n(width - 2 * r),
                                    n(r),
                                    n(r),
                                    n(r),
                                    n(r),
                                    n(height - 2 * r),
                                    n(r),
                                    n(r),
                                    n(-r),
                                    n(r),
                                    n(2 * r - width),
                                    n(r),
                                    n(r),
                                    n(-r),
                                    n(-r),
                                    n(2 * r - height),
                                    n(r),
                                    n(r),
                                    n(r),
                                    n(-r)),
                    List.of(x, y, width, height),
                    List.of());
        }

        /** A circle around that point. */
        static Path circle(String kind, double x, double y, double r) {
            return curved(
                    kind,
                    "M%s %sa%s %s 0 1 0 %s 0a%s %s 0 1 0 %s 0z"
                            .formatted(n(x - r), n(y), n(r), n(r), n(2 * r), n(r), n(r), n(-2 * r)));
        }

        /** A square on its corner, within that box. */
        static Path diamond(String kind, double x, double y, double width, double height) {
            return curved(
                    kind,
                    "M%s %sl%s %sl%s %sl%s %sz"
                            .formatted(
                                    n(x + width / 2),
                                    n(y),
                                    n(width / 2),
                                    n(height / 2),
                                    n(-width / 2),
                                    n(height / 2),
                                    n(-width / 2),
                                    n(-height / 2)));
        }

        /** Straight lines from point to point; x and y alternate. */
        static Path line(String kind, double... points) {
            var d = new StringBuilder();
            for (int i = 0; i + 1 < points.length; i += 2) {
                d.append(i == 0 ? 'M' : 'L').append(n(points[i])).append(' ').append(n(points[i + 1]));
            }
            return new Path(
                    kind, d.toString(), List.of(), Arrays.stream(points).boxed().toList());
        }

        private static String n(double length) {
            double rounded = Math.round(length * 100) / 100.0;
            return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
        }
    }

    /** One line of words that begins, or for {@code mid} is centred, at that point. */
    record Text(String kind, double x, double y, String text) {}
}
