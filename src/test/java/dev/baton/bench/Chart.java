package dev.baton.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Plots as SVG that reads in the light and in the dark: lines over two logarithmic axes, and ranges beside a target. */
final class Chart {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 360;
    private static final int LEFT = 72;
    private static final int RIGHT = 230;
    private static final int TOP = 44;
    private static final int BOTTOM = 52;
    private static final int ROW = 24;
    private static final int LABELS = 380;
    private static final String[] COLOURS = {"#0b6b75", "#b4690e", "#7a4fa3", "#3b7a3b", "#a33b4f", "#55606b"};
    private static final String STYLE =
            """
            <style>text{font:12px system-ui,sans-serif;fill:#22282c}.t{font-size:14px;font-weight:600}\
            .m{fill:#5a646b}.g{stroke:#d8dcdf}.a{stroke:#8a949b}.k{fill:#22282c}.bg{fill:#fff}\
            @media(prefers-color-scheme:dark){text,.k{fill:#e6e9eb}.m{fill:#a3adb4}.g{stroke:#3a4146}.bg{fill:#16191b}}</style>""";

    private Chart() {}

    /** Something measured several times: the least, the middle and the most, and what it should reach. */
    record Range(String label, double low, double middle, double high, Double target, boolean isVoid) {}

    /** Lines through points, both axes logarithmic. */
    static String lines(String title, String across, String up, Map<String, ? extends Map<Long, Double>> series) {
        var xs = new TreeMap<Long, Double>();
        double least = Double.MAX_VALUE;
        double most = 0;
        for (var points : series.values()) {
            for (var point : points.entrySet()) {
                xs.put(point.getKey(), point.getValue());
                least = Math.min(least, point.getValue());
                most = Math.max(most, point.getValue());
            }
        }
        var x = new Axis(xs.firstKey(), xs.lastKey(), LEFT, WIDTH - RIGHT);
        var y = new Axis(
                power(least, Math.floor(Math.log10(least))),
                power(most, Math.ceil(Math.log10(most))),
                HEIGHT - BOTTOM,
                TOP);
        var svg = begin(WIDTH, HEIGHT, title);
        for (double tick = y.from; tick <= y.to * 1.0001; tick *= 10) {
            line(svg, "g", LEFT, y.at(tick), WIDTH - RIGHT, y.at(tick));
            text(svg, "m", "end", LEFT - 8, y.at(tick) + 4, number(tick));
        }
        for (long tick : xs.keySet()) {
            line(svg, "g", x.at(tick), TOP, x.at(tick), HEIGHT - BOTTOM);
            text(svg, "m", "middle", x.at(tick), HEIGHT - BOTTOM + 18, number(tick));
        }
        text(svg, "m", "middle", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, across);
        text(svg, "m", "start", 12, TOP - 12, up);
        int number = 0;
        for (var one : series.entrySet()) {
            draw(svg, COLOURS[number % COLOURS.length], one.getValue(), x, y);
            double at = TOP + 8 + number * 20.0;
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx='%d' cy='%.1f' r='4' fill='%s'/>",
                    WIDTH - RIGHT + 18,
                    at,
                    COLOURS[number % COLOURS.length]));
            text(svg, "", "start", WIDTH - RIGHT + 28, at + 4, one.getKey());
            number++;
        }
        return svg.append("</svg>\n").toString();
    }

    /** One row for each range, on one logarithmic axis; what is void is hollow. */
    static String ranges(String title, String across, List<Range> ranges) {
        double least = ranges.stream().mapToDouble(Range::low).min().orElse(0.1);
        double most = ranges.stream().mapToDouble(Range::high).max().orElse(10);
        int height = TOP + ranges.size() * ROW + BOTTOM;
        var x = new Axis(
                power(least, Math.floor(Math.log10(least))),
                power(most, Math.ceil(Math.log10(most))),
                LABELS,
                WIDTH - 30);
        var svg = begin(WIDTH, height, title);
        for (double tick = x.from; tick <= x.to * 1.0001; tick *= 10) {
            line(svg, tick == 1 ? "a" : "g", x.at(tick), TOP, x.at(tick), height - BOTTOM);
            text(svg, "m", "middle", x.at(tick), height - BOTTOM + 18, number(tick));
        }
        text(svg, "m", "middle", (LABELS + WIDTH - 30) / 2.0, height - 12, across);
        int row = 0;
        for (var range : ranges) {
            double at = TOP + row++ * (double) ROW + ROW / 2.0;
            text(svg, range.isVoid() ? "m" : "", "end", LABELS - 12, at + 4, range.label());
            line(svg, "a", x.at(range.low()), at, x.at(range.high()), at);
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx='%.1f' cy='%.1f' r='5' fill='%s' stroke='%s' stroke-width='2'/>",
                    x.at(range.middle()),
                    at,
                    range.isVoid() ? "none" : COLOURS[0],
                    COLOURS[0]));
            if (range.target() != null) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<rect class='k' x='%.1f' y='%.1f' width='2' height='14'/>",
                        x.at(range.target()) - 1,
                        at - 7));
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private static void draw(StringBuilder svg, String colour, Map<Long, Double> points, Axis x, Axis y) {
        var path = new ArrayList<String>();
        new TreeMap<>(points).forEach((at, value) -> {
            path.add(String.format(Locale.ROOT, "%.1f,%.1f", x.at(at), y.at(value)));
            svg.append(String.format(
                    Locale.ROOT, "<circle cx='%.1f' cy='%.1f' r='4' fill='%s'/>", x.at(at), y.at(value), colour));
        });
        svg.append(String.format(
                Locale.ROOT,
                "<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>",
                String.join(" ", path),
                colour));
    }

    private static StringBuilder begin(int width, int height, String title) {
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' role='img'><title>%s</title>%s"
                        + "<rect class='bg' width='100%%' height='100%%'/>",
                width,
                height,
                escaped(title),
                STYLE));
        text(svg, "t", "start", 12, 22, title);
        return svg;
    }

    private static void line(StringBuilder svg, String kind, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT, "<line class='%s' x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f'/>", kind, x1, y1, x2, y2));
    }

    private static void text(StringBuilder svg, String kind, String anchor, double x, double y, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class='%s' text-anchor='%s' x='%.1f' y='%.1f'>%s</text>",
                kind,
                anchor,
                x,
                y,
                escaped(words)));
    }

    private static String number(double value) {
        if (value >= 1_000) {
            return String.format(Locale.ROOT, "%,.0f", value).replace(',', '\u202f');
        }
        return value >= 1 ? String.format(Locale.ROOT, "%.0f", value) : String.valueOf(Math.round(value * 1e4) / 1e4);
    }

    private static double power(double value, double exponent) {
        double power = Math.pow(10, exponent);
        return value == 0 ? 1 : power;
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** Series by name, in the order in which they come. */
    static Map<String, Map<Long, Double>> series() {
        return new LinkedHashMap<>();
    }

    private record Axis(double from, double to, double first, double last) {

        double at(double value) {
            double part = to <= from ? 0.5 : Math.log(value / from) / Math.log(to / from);
            return first + (last - first) * part;
        }
    }
}
