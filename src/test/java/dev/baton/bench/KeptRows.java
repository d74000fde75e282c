package dev.baton.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the document said before of what this run has not measured: a benchmark may be run alone, and the others stand as
 * they were, each row with its day.
 */
final class KeptRows {

    private static final Pattern MEASURED = Pattern.compile("- Measured until (\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern SPEED = Pattern.compile("([\\d.]+) \\(([\\d.]+) to ([\\d.]+)\\)");
    private static final int KEY_CELLS = 3;

    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    private final Map<String, String> pictures = new LinkedHashMap<>();

    /** Reads the document; nothing is kept where there is none. */
    static KeptRows of(Path document) throws IOException {
        var kept = new KeptRows();
        if (!Files.exists(document)) {
            return kept;
        }
        var day = "";
        var section = "";
        for (var line : Files.readAllLines(document)) {
            var measured = MEASURED.matcher(line);
            if (measured.find()) {
                day = measured.group(1);
            } else if (line.startsWith("## ")) {
                section = line.substring(3);
            } else if (line.startsWith("| P")) {
                kept.add(section, line, day);
            } else if (line.startsWith("![")) {
                kept.pictures.put(line.substring(line.indexOf("](") + 2, line.length() - 1), line);
            }
        }
        return kept;
    }

    private void add(String section, String line, String day) {
        var cells = cells(line);
        var dated = cells.get(cells.size() - 1).matches("\\d{4}-\\d{2}-\\d{2}") ? line : line + " " + day + " |";
        sections.computeIfAbsent(section, name -> new LinkedHashMap<>()).put(key(line), dated);
    }

    /** These rows, and in their places the kept ones that are none of them. */
    String with(String section, List<String> rows) {
        var all = new java.util.TreeMap<String, String>();
        all.putAll(sections.getOrDefault(section, Map.of()));
        rows.forEach(row -> all.put(key(row), row));
        return all.values().stream().map(row -> row + "\n").collect(Collectors.joining());
    }

    /** What a row is about: its first cells, with numbers of the same length, so that rows sort by size. */
    private static String key(String row) {
        var about = String.join(" | ", cells(row).subList(0, KEY_CELLS));
        return Pattern.compile("[\\d,]+")
                .matcher(about)
                .replaceAll(number -> String.format("%12s", number.group().replace(",", "")));
    }

    /** The ids of what is kept. */
    List<String> ids() {
        return sections.values().stream()
                .flatMap(rows -> rows.values().stream())
                .map(row -> cells(row).get(0))
                .distinct()
                .toList();
    }

    /** The speeds of comparisons that are none of these rows. */
    List<Chart.Range> ranges(String section, List<String> rows) {
        var measured = rows.stream().map(KeptRows::key).toList();
        return sections.getOrDefault(section, Map.of()).entrySet().stream()
                .filter(row -> !measured.contains(row.getKey()))
                .flatMap(row -> range(cells(row.getValue())).stream())
                .toList();
    }

    private static Optional<Chart.Range> range(List<String> cells) {
        var speed = SPEED.matcher(cells.get(5));
        if (!speed.matches()) {
            return Optional.empty();
        }
        var size = cells.get(2).isEmpty() ? "" : ", " + cells.get(2);
        return Optional.of(new Chart.Range(
                cells.get(0) + " " + cells.get(1) + size,
                Double.parseDouble(speed.group(2)),
                Double.parseDouble(speed.group(1)),
                Double.parseDouble(speed.group(3)),
                cells.get(6).isEmpty() ? null : Double.valueOf(cells.get(6)),
                cells.get(8).equals("void")));
    }

    /** The pictures other than these files. */
    List<String> picturesBut(List<String> files) {
        return pictures.entrySet().stream()
                .filter(picture -> !files.contains(picture.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1, row.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
