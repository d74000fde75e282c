package dev.baton.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The result files: one for each comparison or figure, the last run's. */
final class Results {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Results() {}

    static void write(Measured measured) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(measured.key() + ".json"), JSON.writeValueAsString(measured) + "\n");
        Files.writeString(FOLDER.resolve("machine.json"), JSON.writeValueAsString(Machine.now()) + "\n");
        System.out.println(line(measured));
    }

    /** On what the last of them was measured. */
    static Machine machine() throws IOException {
        return JSON.readValue(FOLDER.resolve("machine.json").toFile(), Machine.class);
    }

    /** All there are, by id, name and size. */
    static List<Measured> read() throws IOException {
        var all = new ArrayList<Measured>();
        if (Files.isDirectory(FOLDER)) {
            try (var files = Files.newDirectoryStream(FOLDER, "P*.json")) {
                for (var file : files) {
                    all.add(JSON.readValue(file.toFile(), new TypeReference<Measured>() {}));
                }
            }
        }
        all.sort(Comparator.comparing(Measured::id)
                .thenComparing(Measured::name)
                .thenComparing(measured -> String.valueOf(measured.at().values().stream()
                        .map(size -> String.format(Locale.ROOT, "%012d", size))
                        .toList())));
        return all;
    }

    private static String line(Measured measured) {
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s %s %s: %.3f %s, %s",
                measured.id(),
                measured.name(),
                measured.at(),
                measured.value(),
                measured.unit(),
                measured.verdict()));
        var wall = measured.wall();
        var processor = measured.processor();
        if (wall != null && processor != null) {
            text.append(String.format(
                    Locale.ROOT,
                    " (%.3f to %.3f, control %.3f, %d rounds, attempt %d; reference %.1f ms, ours %.1f ms;"
                            + " processor %.3f, control %.3f, %.0f and %.0f ms)",
                    wall.lowest(),
                    wall.highest(),
                    wall.control(),
                    wall.ours().size(),
                    measured.attempts(),
                    wall.medianReference(),
                    wall.medianOurs(),
                    processor.speed(),
                    processor.control(),
                    processor.medianReference(),
                    processor.medianOurs()));
        }
        return text.toString();
    }
}
