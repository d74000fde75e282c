package dev.baton.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two arms in one run, interleaved A B A B, after a warm-up round of each: the ratio of the medians of their times, with
 * its smallest and largest round, and arm A against itself, which must lie in 0.9 to 1.1 or the run is void.
 */
public final class Comparison {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final double LOWEST_CONTROL = 0.9;
    private static final double HIGHEST_CONTROL = 1.1;

    private Comparison() {}

    /** One round of an arm. */
    public interface Arm {
        void run() throws Exception;
    }

    /**
     * What came out, times in milliseconds.
     *
     * @param speed median time of the reference A through that of ours B: above 1 we are faster
     * @param control medians of A's odd rounds through those of its even ones
     */
    public record Result(
            String name,
            double medianA,
            double medianB,
            double speed,
            double lowest,
            double highest,
            double control,
            boolean isVoid) {}

    /** Runs both arms and appends the result to {@code target/bench/<name>.json}. */
    public static Result of(String name, Arm reference, Arm ours) throws Exception {
        reference.run();
        ours.run();
        var a = new ArrayList<Double>();
        var b = new ArrayList<Double>();
        var again = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            a.add(millis(reference));
            b.add(millis(ours));
            again.add(millis(reference));
        }
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            ratios.add(a.get(i) / b.get(i));
        }
        ratios.sort(null);
        double control = median(a) / median(again);
        var all = new ArrayList<>(a);
        all.addAll(again);
        var result = new Result(
                name,
                median(all),
                median(b),
                median(all) / median(b),
                ratios.get(0),
                ratios.get(ROUNDS - 1),
                control,
                control < LOWEST_CONTROL || control > HIGHEST_CONTROL);
        write(name, result, Map.of());
        return result;
    }

    /** Appends a line to the results: the result, and what else was measured. */
    public static void write(String name, Object result, Map<String, ?> more) throws IOException {
        var line = new LinkedHashMap<String, Object>();
        line.put("result", result);
        line.putAll(more);
        var file = Path.of("target/bench", name.replaceAll("[^A-Za-z0-9-]+", "-") + ".json");
        Files.createDirectories(file.getParent());
        var text = new ObjectMapper().writeValueAsString(line) + "\n";
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        System.out.println(text.strip());
    }

    private static double millis(Arm arm) throws Exception {
        long begin = System.nanoTime();
        arm.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
