package dev.baton.bench;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was measured once, as it stands in the result files: a comparison has arms, a figure has a value.
 *
 * @param id as in the list of benchmarks, such as {@code P6}
 * @param at the sizes it was measured at, such as {@code writers=16}
 * @param better "higher" or "lower": on which side of the target the value should be
 * @param value of a comparison the speed: time of the reference through ours, above 1 we are faster
 */
record Measured(
        String id,
        String name,
        Map<String, Long> at,
        String unit,
        double value,
        @Nullable Double target,
        String better,
        Comparison.@Nullable Rounds wall,
        Comparison.@Nullable Rounds processor,
        int attempts) {

    private static final double LOWEST_CONTROL = 0.9;
    private static final double HIGHEST_CONTROL = 1.1;

    Measured {
        at = new TreeMap<>(at);
    }

    /** What it comes to. */
    enum Verdict {
        MET,
        MISSED,
        VOID,
        /** There is no target. */
        NOTED
    }

    static Measured figure(
            String id, String name, Map<String, Long> at, String unit, double value, @Nullable Double most) {
        return new Measured(id, name, at, unit, value, most, "lower", null, null, 1);
    }

    @JsonIgnore
    boolean isComparison() {
        return wall != null;
    }

    @JsonIgnore
    Verdict verdict() {
        if (wall != null && isVoid(wall)) {
            return Verdict.VOID;
        }
        return verdict(value);
    }

    /** The same by processor time, which a busy neighbour disturbs less. */
    @JsonIgnore
    Verdict processorVerdict() {
        if (processor == null) {
            return Verdict.NOTED;
        }
        return isVoid(processor) ? Verdict.VOID : verdict(processor.speed());
    }

    /** What tells it from others, and names its file. */
    String key() {
        var sizes = new StringBuilder();
        at.forEach((what, size) -> sizes.append('-').append(what).append('-').append(size));
        return (id + "-" + name + sizes).replaceAll("[^A-Za-z0-9-]+", "-");
    }

    static boolean isVoid(Comparison.Rounds rounds) {
        return rounds.control() < LOWEST_CONTROL || rounds.control() > HIGHEST_CONTROL;
    }

    private Verdict verdict(double measured) {
        if (target == null) {
            return Verdict.NOTED;
        }
        return (better.equals("higher") ? measured >= target : measured <= target) ? Verdict.MET : Verdict.MISSED;
    }

    /** The median. */
    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
