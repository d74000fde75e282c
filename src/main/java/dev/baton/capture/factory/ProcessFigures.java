package dev.baton.capture.factory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hidden factory of a process, after Feigenbaum: the capacity of a plant that goes into doing again what was not
 * right the first time, and shows in no report.
 *
 * <p>Rolled throughput yield = the product of the first-time yields of the steps: the share of what goes in that comes
 * out without anything having been done twice. It runs over those steps alone of which a first-time yield was told; a
 * step more can only lower it. The reported yield is the product of the reported yields of the same steps, and null
 * while one of them is missing, so that like is compared with like. The gap is the reported yield less the rolled
 * throughput yield, in percentage points.
 *
 * @param rolledThroughputYield 0 to 1, or null
 * @param reportedYield 0 to 1, or null
 * @param gapPercentagePoints null while one of both is
 * @param loopsPerBatch sum over the steps, or null
 * @param minutesPerBatch sum over the steps, or null
 * @param lostPerBatch sums over the steps, by unit
 * @param steps all steps of the process
 * @param told those of which anything was told
 * @param yields those whose first-time yield was told
 * @param unreported of these, how many without a reported yield
 */
public record ProcessFigures(
        @Nullable BigDecimal rolledThroughputYield,
        @Nullable BigDecimal reportedYield,
        @Nullable BigDecimal gapPercentagePoints,
        @Nullable BigDecimal loopsPerBatch,
        @Nullable BigDecimal minutesPerBatch,
        Map<String, BigDecimal> lostPerBatch,
        int steps,
        int told,
        int yields,
        int unreported) {

    /** The figures of a process with these steps. */
    public static ProcessFigures of(Collection<StepFigures> steps) {
        var measured =
                steps.stream().filter(step -> step.firstTimeYield() != null).toList();
        var reported = measured.stream()
                .map(StepFigures::reportedYield)
                .filter(Objects::nonNull)
                .toList();
        var rolled = product(measured.stream().map(StepFigures::firstTimeYield));
        var shown = reported.size() < measured.size() ? null : product(reported.stream());
        var lost = new TreeMap<String, BigDecimal>();
        steps.forEach(step ->
                step.lostPerBatch().forEach((unit, figure) -> lost.merge(unit, figure.value(), BigDecimal::add)));
        return new ProcessFigures(
                rolled,
                shown,
                rolled == null || shown == null ? null : points(shown, rolled),
                sum(steps, StepFigures::loopsPerBatch),
                sum(steps, StepFigures::minutesPerBatch),
                lost,
                steps.size(),
                (int) steps.stream().filter(StepFigures::isTold).count(),
                measured.size(),
                measured.size() - reported.size());
    }

    /** The difference of two shares in percentage points. */
    static BigDecimal points(BigDecimal reported, BigDecimal firstTime) {
        return reported.subtract(firstTime, MathContext.DECIMAL128).multiply(BigDecimal.valueOf(100));
    }

    private static @Nullable BigDecimal product(Stream<? extends @Nullable Figure> figures) {
        return figures.flatMap(Stream::ofNullable)
                .map(Figure::value)
                .reduce((one, other) -> one.multiply(other, MathContext.DECIMAL128))
                .orElse(null);
    }

    private static @Nullable BigDecimal sum(
            Collection<StepFigures> steps, Function<StepFigures, @Nullable Figure> figure) {
        List<Figure> known = steps.stream()
                .flatMap(step -> Stream.ofNullable(figure.apply(step)))
                .toList();
        return known.stream().map(Figure::value).reduce(BigDecimal::add).orElse(null);
    }
}
