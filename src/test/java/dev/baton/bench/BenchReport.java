package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Makes {@code docs/benchmarks.md} with its plots from the result files, after all benchmarks; of a small run beside
 * them. What a run of some alone has not measured stands as it was. Fails where one is missing, or slower than on record by more than
 * noise.
 */
@Tag("bench")
class BenchReport {

    private static final List<String> ASKED = List.of("P1", "P3", "P4", "P5", "P6", "P7", "P8", "P9");
    private static final double NOISE = 0.8;

    /** {@code -Dbench.alone=true}: only some were run, and the others stand as they were. */
    private static final boolean ALONE = Boolean.getBoolean("bench.alone");

    private static final String COMPARISONS =
            """
            ## Comparisons

            | id | what | size | reference | product | speed (range) | target | control | verdict | by processor time | measured |
            |---|---|---|--:|--:|--:|--:|--:|---|---|---|
            """;
    private static final String FIGURES =
            """

            ## Figures

            | id | what | size | value | at most | verdict | measured |
            |---|---|---|--:|--:|---|---|
            """;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final boolean full = Scale.ofThisRun() == Scale.FULL;
    private final Path docs = full ? Path.of("docs") : Path.of("target", "bench", "docs");
    private final Path record = docs.resolve("benchmarks.json");

    @Test
    void resultsBecomeADocument() throws IOException {
        var results = Results.read();
        var before = recorded();
        var kept = ALONE ? KeptRows.of(docs.resolve("benchmarks.md")) : new KeptRows();
        var day = Results.machine().at().toString().substring(0, 10);
        var comparisons = comparisons(results, day);
        var text = new StringBuilder(head())
                .append(COMPARISONS)
                .append(kept.with("Comparisons", comparisons))
                .append(FIGURES)
                .append(kept.with("Figures", figures(results, day)))
                .append(plots(results, kept, comparisons));
        Files.createDirectories(docs.resolve("images"));
        Files.writeString(docs.resolve("benchmarks.md"), text.toString());
        var now = new TreeMap<String, Double>();
        results.stream()
                .filter(result -> result.isComparison() && result.verdict() != Measured.Verdict.VOID)
                .forEach(result -> now.put(result.key(), Math.round(result.value() * 1_000) / 1_000.0));
        var best = new TreeMap<>(before);
        if (!ALONE) {
            best.keySet().retainAll(results.stream().map(Measured::key).collect(Collectors.toSet()));
        }
        now.forEach((key, value) -> best.merge(key, value, Math::max));
        Files.writeString(record, JSON.writeValueAsString(best) + "\n");

        assertThat(Stream.concat(results.stream().map(Measured::id), kept.ids().stream()))
                .containsAll(ASKED);
        var slower = new ArrayList<String>();
        now.forEach((key, value) -> {
            if (before.containsKey(key) && value < before.get(key) * NOISE) {
                slower.add(key + ": " + value + " after " + before.get(key));
            }
        });
        assertThat(slower).as("slower than on record").isEmpty();
    }

    private Map<String, Double> recorded() throws IOException {
        var known = new TreeMap<String, Double>();
        if (full && Files.exists(record)) {
            known.putAll(JSON.readValue(record.toFile(), new TypeReference<Map<String, Double>>() {}));
        }
        return known;
    }

    private String head() throws IOException {
        var machine = Results.machine();
        var text = new StringBuilder(
                """
                # Benchmarks

                Made by the build from the results of its runs, the last of each; nothing here is written by hand.

                ```
                mvn verify -Pbench%s
                ```

                """
                        .formatted(full ? "" : " -Dbench.scale=small"));
        machine.facts().forEach((what, value) -> text.append("- ")
                .append(what)
                .append(": ")
                .append(value)
                .append('\n'));
        text.append("- Measured until ")
                .append(machine.at())
                .append(", load of the machine then ")
                .append(machine.load());
        text.append(
                """


                Both arms ran in the same process on the same database with its writes on the disk, interleaved A B A, after a
                warm-up round; at least five rounds. *Speed* is the median time of the reference through ours, with the
                slowest and the fastest round: above 1 the product is faster. *Control* is the reference against itself: outside
                of 0.9 to 1.1 the machine was too busy and the comparison is **void**. Time on the wall decides;
                processor time, of the product and its database, stands beside it because a busy neighbour disturbs it less.

                """);
        return text.toString();
    }

    private static List<String> comparisons(List<Measured> results, String day) {
        var rows = new ArrayList<String>();
        for (var result : results) {
            var wall = result.wall();
            var busy = result.processor();
            if (wall == null || busy == null) {
                continue;
            }
            rows.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s | %.2f (%.2f to %.2f) | %s | %.2f | %s | %.2f, control %.2f, %s | %s |",
                    result.id(),
                    result.name(),
                    size(result),
                    millis(wall.medianReference()),
                    millis(wall.medianOurs()),
                    wall.speed(),
                    wall.lowest(),
                    wall.highest(),
                    result.target() == null ? "" : String.format(Locale.ROOT, "%.2f", result.target()),
                    wall.control(),
                    word(result.verdict()),
                    busy.speed(),
                    busy.control(),
                    word(result.processorVerdict()),
                    day));
        }
        return rows;
    }

    private static List<String> figures(List<Measured> results, String day) {
        return results.stream()
                .filter(result -> !result.isComparison())
                .map(result -> String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %s %s | %s | %s | %s |",
                        result.id(),
                        result.name(),
                        size(result),
                        figure(result.value()),
                        result.unit(),
                        result.target() == null ? "" : figure(result.target()),
                        word(result.verdict()),
                        day))
                .toList();
    }

    private String plots(List<Measured> results, KeptRows kept, List<String> comparisons) throws IOException {
        var ranges = new ArrayList<>(kept.ranges("Comparisons", comparisons));
        for (var result : results) {
            if (result.wall() != null) {
                ranges.add(new Chart.Range(
                        result.id() + " " + result.name() + (result.at().isEmpty() ? "" : ", " + size(result)),
                        result.wall().lowest(),
                        result.wall().speed(),
                        result.wall().highest(),
                        result.target(),
                        result.verdict() == Measured.Verdict.VOID));
            }
        }
        ranges.sort(Comparator.comparing(Chart.Range::label));
        var text = new StringBuilder("\n## Plots\n\n");
        if (!ranges.isEmpty()) {
            picture(
                    text,
                    "speeds",
                    "Speed against each reference, all rounds; the bar is the target",
                    Chart.ranges(
                            "Speed against each reference", "times as fast as the reference; hollow: void", ranges));
        }
        var byId = results.stream()
                .filter(Measured::isComparison)
                .collect(Collectors.groupingBy(Measured::id, LinkedHashMap::new, Collectors.toList()));
        for (var group : byId.entrySet()) {
            plot(text, group.getKey(), group.getValue());
        }
        var drawn = Pattern.compile("\\]\\(([^)]*)\\)")
                .matcher(text)
                .results()
                .map(picture -> picture.group(1))
                .toList();
        kept.picturesBut(drawn).forEach(picture -> text.append(picture).append("\n\n"));
        return text.toString();
    }

    private void plot(StringBuilder text, String id, List<Measured> results) throws IOException {
        var varying = results.stream()
                .flatMap(result -> result.at().keySet().stream())
                .distinct()
                .filter(size -> results.stream()
                                .map(result -> result.at().get(size))
                                .distinct()
                                .count()
                        > 1)
                .findFirst();
        if (varying.isEmpty()) {
            return;
        }
        var size = varying.get();
        Map<String, Map<Long, Double>> series = Chart.series();
        for (var result : results) {
            var at = result.at().get(size);
            var wall = result.wall();
            if (at == null || at == 0 || wall == null) {
                continue;
            }
            series.computeIfAbsent(result.name() + ", reference", name -> new TreeMap<>())
                    .put(at, wall.medianReference());
            series.computeIfAbsent(result.name() + ", product", name -> new TreeMap<>())
                    .put(at, wall.medianOurs());
        }
        series.values().removeIf(points -> points.size() < 2);
        if (!series.isEmpty()) {
            var title = id + ": milliseconds by " + size;
            picture(text, id.toLowerCase(Locale.ROOT), title, Chart.lines(title, size, "ms", series));
        }
    }

    private void picture(StringBuilder text, String name, String caption, String svg) throws IOException {
        var file = "images/benchmarks-" + name + ".svg";
        Files.createDirectories(docs.resolve("images"));
        Files.writeString(docs.resolve(file), svg);
        text.append("![").append(caption).append("](").append(file).append(")\n\n");
    }

    private static String size(Measured result) {
        return result.at().entrySet().stream()
                .map(size -> size.getKey() + " " + String.format(Locale.ROOT, "%,d", size.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String millis(double value) {
        return value >= 10_000
                ? String.format(Locale.ROOT, "%.1f s", value / 1_000)
                : String.format(Locale.ROOT, value >= 100 ? "%.0f ms" : "%.1f ms", value);
    }

    private static String figure(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.2f", value);
    }

    private static String word(Measured.Verdict verdict) {
        return switch (verdict) {
            case MET -> "met";
            case MISSED -> "**missed**";
            case VOID -> "void";
            case NOTED -> "";
        };
    }
}
