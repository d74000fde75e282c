package dev.baton.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Methods that no person wrote, as a site's own: made from fixed seeds before the product starts, so that its form engine
 * meets definitions that nobody has tried it with.
 */
public final class GeneratedMethods {

    /** How many there are; their ids are {@code generated-1} and so on, each made from its number. */
    public static final int COUNT = 4;

    private static final List<String> PLAIN =
            List.of("text", "long-text", "number", "choice", "multi-choice", "sense", "scale", "date-time");

    private GeneratedMethods() {}

    /**
     * What a prompt asks.
     *
     * @param units of a number; empty when none is fixed
     * @param low of a scale or of rows
     * @param rows what each row of a group asks
     */
    public record Asked(String id, String type, List<String> units, int low, int high, List<Asked> rows) {}

    /** The prompts of the method of that number, part by part. */
    public static List<List<Asked>> of(int number) {
        var random = new Random(number);
        var parts = new ArrayList<List<Asked>>();
        int next = 0;
        for (int part = 0; part < 1 + random.nextInt(2); part++) {
            var prompts = new ArrayList<Asked>();
            for (int i = 0; i < 3 + random.nextInt(3); i++) {
                var group = random.nextInt(4) == 0;
                prompts.add(group ? group("p" + next, random) : plain("p" + next, random));
                next++;
            }
            parts.add(prompts);
        }
        return parts;
    }

    /** Writes them into that folder. */
    public static Path into(Path folder) {
        try {
            Files.createDirectories(folder);
            for (int number = 1; number <= COUNT; number++) {
                Files.writeString(folder.resolve("generated-" + number + ".yaml"), yaml(number));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Asked group(String id, Random random) {
        var rows = new ArrayList<Asked>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            rows.add(plain("r" + i, random));
        }
        return new Asked(id, "group", List.of(), random.nextInt(2), 2 + random.nextInt(3), rows);
    }

    private static Asked plain(String id, Random random) {
        var type = PLAIN.get(random.nextInt(PLAIN.size()));
        var units =
                List.of(List.<String>of(), List.of("bar"), List.of("min", "h")).get(random.nextInt(3));
        int low = random.nextInt(3);
        return new Asked(
                id, type, type.equals("number") ? units : List.of(), low, low + 2 + random.nextInt(6), List.of());
    }

    private static String yaml(int number) {
        var yaml = new StringBuilder("id: generated-" + number + "\nversion: 1\nname: Generated " + number
                + "\npurpose: Made from the seed " + number + "\npeople: 1\nsuggests: {kind: judgement}\nparts:\n");
        var parts = of(number);
        for (int part = 0; part < parts.size(); part++) {
            yaml.append("  - {id: part")
                    .append(part)
                    .append(", name: Part, minutes: 15, prompts: ")
                    .append(written(parts.get(part)))
                    .append("}\n");
        }
        return yaml.toString();
    }

    private static String written(List<Asked> prompts) {
        return prompts.stream().map(GeneratedMethods::written).toList().toString();
    }

    private static String written(Asked asked) {
        var bounds = ", low: " + asked.low() + ", high: " + asked.high();
        var more = Map.of(
                "scale",
                bounds + ", anchors: {" + asked.low() + ": least}",
                "choice",
                ", choices: {a: One, b: Other}",
                "multi-choice",
                ", choices: {a: One, b: Other, c: Third}",
                "group",
                bounds + ", row: Row, prompts: " + written(asked.rows()),
                "number",
                asked.units().isEmpty() ? "" : ", units: " + asked.units());
        return "{id: " + asked.id() + ", type: " + asked.type() + ", text: \"Ask " + asked.id() + "?\""
                + more.getOrDefault(asked.type(), "") + "}";
    }
}
