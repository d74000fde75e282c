package dev.baton.capture.factory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hidden factory of one step. Each expert is one voice: their newest signed yield, and the sum over their loops, each
 * loop once. What was not said is null, never zero.
 *
 * @param firstTimeYield 0 to 1, or null
 * @param reportedYield 0 to 1, or null
 * @param loopsPerBatch how often something is done again in a batch, or null
 * @param minutesPerBatch what that takes, or null
 * @param lostPerBatch what is lost, by unit
 * @param loops how many different loops were told
 * @param unnumbered how many of them without how often; the sums are then "at least"
 * @param experts how many experts told
 */
public record StepFigures(
        @Nullable Figure firstTimeYield,
        @Nullable Figure reportedYield,
        @Nullable Figure loopsPerBatch,
        @Nullable Figure minutesPerBatch,
        Map<String, Figure> lostPerBatch,
        int loops,
        int unnumbered,
        int experts,
        Set<Doubt> doubts) {

    /** A step of which nobody has told anything. */
    public static final StepFigures UNTOLD = of(List.of());

    /** The figures that follow from what was told about one step. */
    public static StepFigures of(Collection<Telling> tellings) {
        var voices = tellings.stream()
                .sorted(Comparator.comparing(Telling::signedAt).reversed().thenComparing(Telling::item))
                .collect(Collectors.groupingBy(Telling::expert, TreeMap::new, Collectors.toList()));
        var all = new ArrayList<List<Loop>>();
        voices.values().forEach(its -> all.add(different(its)));
        var doubts = EnumSet.noneOf(Doubt.class);
        tellings.forEach(telling -> doubts.addAll(telling.doubts()));
        var loops =
                different(voices.values().stream().flatMap(Collection::stream).toList());
        return new StepFigures(
                Figure.of(newest(voices.values(), Telling::firstTimeYield)),
                Figure.of(newest(voices.values(), Telling::reportedYield)),
                Figure.of(sums(all, Loop::times)),
                Figure.of(sums(all, Loop::minutes)),
                lost(all),
                loops.size(),
                (int) loops.stream().filter(loop -> loop.times() == null).count(),
                voices.size(),
                doubts);
    }

    /** Reported less first-time yield in percentage points; null while one of them is not told. */
    public @Nullable BigDecimal gapPercentagePoints() {
        return firstTimeYield == null || reportedYield == null
                ? null
                : ProcessFigures.points(reportedYield.value(), firstTimeYield.value());
    }

    /** Whether there is any figure or loop. */
    public boolean isTold() {
        return experts > 0;
    }

    private static List<BigDecimal> newest(
            Collection<List<Telling>> voices, Function<Telling, @Nullable BigDecimal> figure) {
        return voices.stream()
                .flatMap(its -> its.stream()
                        .flatMap(telling -> Stream.ofNullable(figure.apply(telling)))
                        .limit(1))
                .toList();
    }

    /** Loops by name, the newest telling of each. Those without a name are all different. */
    private static List<Loop> different(List<Telling> newestFirst) {
        var known = new LinkedHashMap<String, Loop>();
        int nameless = 0;
        for (var telling : newestFirst) {
            for (var loop : telling.loops()) {
                var name = loop.what()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[\\s.]+", " ")
                        .strip();
                known.putIfAbsent(name.isEmpty() ? "\0" + nameless++ : name, loop);
            }
        }
        return List.copyOf(known.values());
    }

    private static List<BigDecimal> sums(List<List<Loop>> voices, Function<Loop, @Nullable BigDecimal> figure) {
        return voices.stream()
                .flatMap(
                        loops -> loops.stream()
                                .flatMap(loop -> Stream.ofNullable(figure.apply(loop)))
                                .reduce(BigDecimal::add)
                                .stream())
                .toList();
    }

    private static Map<String, Figure> lost(List<List<Loop>> voices) {
        var units = voices.stream()
                .flatMap(Collection::stream)
                .map(Loop::unit)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        var lost = new LinkedHashMap<String, Figure>();
        for (var unit : units) {
            var figure = Figure.of(sums(voices, loop -> unit.equals(loop.unit()) ? loop.lost() : null));
            if (figure != null) {
                lost.put(unit, figure);
            }
        }
        return lost;
    }
}
