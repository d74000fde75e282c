package dev.baton.capture.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the figures of any process, and what the sample's numbers come to. */
class FiguresTests {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    /** A step of a generated process: what its experts say, null for nothing. */
    record Step(List<Double> firstTime, List<Double> reported) {

        StepFigures figures() {
            var tellings = new ArrayList<Telling>();
            for (int i = 0; i < Math.max(firstTime.size(), reported.size()); i++) {
                tellings.add(new Telling(
                        "item" + i,
                        "expert" + i,
                        MONDAY,
                        i < firstTime.size() ? BigDecimal.valueOf(firstTime.get(i)) : null,
                        i < reported.size() ? BigDecimal.valueOf(reported.get(i)) : null,
                        List.of(),
                        Set.of()));
            }
            return StepFigures.of(tellings);
        }
    }

    @Provide
    Arbitrary<List<Step>> process() {
        var shares = Arbitraries.doubles().between(0, 1).ofScale(3).list().ofMaxSize(4);
        return Combinators.combine(shares, shares).as(Step::new).list().ofMaxSize(30);
    }

    @Property(tries = 500)
    void rolledThroughputYieldIsTheProductOfTheFirstTimeYields(@ForAll("process") List<Step> process) {
        var figures = figures(process);
        double expected = 1;
        int told = 0;
        for (var step : process) {
            if (!step.firstTime().isEmpty()) {
                expected *= median(step.firstTime());
                told++;
            }
        }
        assertThat(figures.yields()).isEqualTo(told);
        if (told == 0) {
            assertThat(figures.rolledThroughputYield()).isNull();
        } else {
            assertThat(figures.rolledThroughputYield().doubleValue()).isCloseTo(expected, within(1e-9));
            assertThat(figures.rolledThroughputYield()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        }
    }

    @Property(tries = 300)
    void theOrderOfStepsAndVoicesMakesNoDifference(@ForAll("process") List<Step> process, @ForAll long seed) {
        var other = new ArrayList<>(process.stream()
                .map(step -> new Step(shuffled(step.firstTime(), seed), step.reported()))
                .toList());
        Collections.shuffle(other, new Random(seed));
        var one = figures(process);
        var two = figures(other);
        assertThat(two.yields()).isEqualTo(one.yields());
        if (one.rolledThroughputYield() != null) {
            assertThat(two.rolledThroughputYield().doubleValue())
                    .isCloseTo(one.rolledThroughputYield().doubleValue(), within(1e-12));
        }
    }

    @Property(tries = 300)
    void oneStepMoreNeverRaisesTheYield(@ForAll("process") List<Step> process) {
        var soFar = new ArrayList<Step>();
        BigDecimal before = null;
        for (var step : process) {
            soFar.add(step);
            var now = figures(soFar).rolledThroughputYield();
            if (before != null) {
                assertThat(now).isLessThanOrEqualTo(before);
            }
            before = now;
        }
    }

    @Property(tries = 300)
    void likeIsComparedWithLikeOrNotAtAll(@ForAll("process") List<Step> process) {
        var figures = figures(process);
        var complete = process.stream()
                .filter(step -> !step.firstTime().isEmpty())
                .noneMatch(step -> step.reported().isEmpty());
        assertThat(figures.reportedYield() == null).isEqualTo(figures.yields() == 0 || !complete);
        assertThat(figures.gapPercentagePoints() == null).isEqualTo(figures.reportedYield() == null);
        if (figures.gapPercentagePoints() != null) {
            assertThat(figures.gapPercentagePoints().doubleValue())
                    .isCloseTo(
                            100
                                    * (figures.reportedYield().doubleValue()
                                            - figures.rolledThroughputYield().doubleValue()),
                            within(1e-9));
        }
    }

    @Property(tries = 300)
    void theMiddleLiesBetweenTheEnds(@ForAll("voices") List<Double> voices) {
        var figure = Figure.of(voices.stream().map(BigDecimal::valueOf).toList());
        assertThat(figure.value().doubleValue()).isEqualTo(median(voices), within(1e-9));
        assertThat(figure.value()).isBetween(figure.lowest(), figure.highest());
        assertThat(figure.voices()).isEqualTo(voices.size());
    }

    @Provide
    Arbitrary<List<Double>> voices() {
        return Arbitraries.doubles()
                .between(0, 1000)
                .ofScale(2)
                .list()
                .ofMinSize(1)
                .ofMaxSize(7);
    }

    @Property(tries = 300)
    void whateverIsAnsweredAYieldIsAShareAndNothingIsNegative(@ForAll("anything") Map<String, Object> answers) {
        var telling = FactoryAnswers.read("item", "expert", MONDAY, answers);
        var figures = StepFigures.of(List.of(telling));
        for (var figure : Arrays.asList(figures.firstTimeYield(), figures.reportedYield())) {
            if (figure != null) {
                assertThat(figure.value()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            }
        }
        for (var figure : Arrays.asList(figures.loopsPerBatch(), figures.minutesPerBatch())) {
            if (figure != null) {
                assertThat(figure.value()).isGreaterThanOrEqualTo(BigDecimal.ZERO);
            }
        }
        assertThat(figures.lostPerBatch().values())
                .allMatch(figure -> figure.value().signum() >= 0);
    }

    @Provide
    Arbitrary<Map<String, Object>> anything() {
        Arbitrary<Object> number = Arbitraries.oneOf(
                Arbitraries.integers().between(-5, 20_000).map(value -> (Object) value),
                Arbitraries.of("", "1e9", "12", "-3.5", "100.1", "many", "99999999999999999999")
                        .map(text -> text),
                Combinators.combine(
                                Arbitraries.of("0", "3", "8100", "9000", "-1", "x"),
                                Arbitraries.of("eggs", "L", "%", "h/batch", ""))
                        .as((value, unit) -> (Object) Map.of("value", value, "unit", unit)));
        var row = Arbitraries.maps(Arbitraries.of("what", "per-batch", "minutes", "batches", "lost", "cause"), number);
        Arbitrary<Object> loops =
                Arbitraries.oneOf(row.list().ofMaxSize(4).map(rows -> (Object) rows), number, row.map(one -> one));
        return Combinators.combine(
                        Arbitraries.maps(Arbitraries.of("units-in", "units-right", "reported", "rework"), number),
                        loops)
                .as((plain, rows) -> {
                    var all = new java.util.HashMap<>(plain);
                    all.put("loops", rows);
                    return all;
                });
    }

    @Example
    void theNumbersOfOneExpertInTwoSittings() {
        var loops = read(
                "one",
                "expert1",
                0,
                Map.of(
                        "loops",
                        List.of(
                                Map.of(
                                        "what", "Second pass through the filter",
                                        "per-batch", said("1", "times/batch"),
                                        "minutes", said("0.5", "h/batch"),
                                        "batches", said("60", "%"),
                                        "lost", said("400", "mL")),
                                Map.of("what", "Re-seat the gasket", "minutes", said("4", "min/batch")))));
        var yield = read(
                "two",
                "expert1",
                1,
                Map.of(
                        "units-in", said("9000", "eggs"),
                        "units-right", said("8100", "eggs"),
                        "reported", said("97", "%")));
        var figures = StepFigures.of(List.of(loops, yield));
        assertThat(figures.experts()).isEqualTo(1);
        assertThat(figures.firstTimeYield().value()).isEqualByComparingTo("0.9");
        assertThat(figures.gapPercentagePoints()).isEqualByComparingTo("7");
        assertThat(figures.loopsPerBatch().value()).isEqualByComparingTo("0.6");
        assertThat(figures.minutesPerBatch().value()).isEqualByComparingTo("22");
        assertThat(figures.lostPerBatch().get("mL").value()).isEqualByComparingTo("240");
        assertThat(figures.loops()).isEqualTo(2);
        assertThat(figures.unnumbered()).isEqualTo(1);
    }

    @Example
    void theNewestOfOneExpertCountsAndALoopCountsOnce() {
        var first = read(
                "one",
                "expert1",
                0,
                Map.of(
                        "units-in",
                        said("10", "L"),
                        "units-right",
                        said("5", "L"),
                        "loops",
                        List.of(Map.of("what", "Stir again.", "per-batch", said("3", "times/batch")))));
        var second = read(
                "two",
                "expert1",
                9,
                Map.of(
                        "units-in",
                        said("10", "L"),
                        "units-right",
                        said("8", "L"),
                        "loops",
                        List.of(Map.of("what", "stir  again", "per-batch", said("2", "times/batch")))));
        var figures = StepFigures.of(List.of(first, second));
        assertThat(figures.firstTimeYield().value()).isEqualByComparingTo("0.8");
        assertThat(figures.firstTimeYield().voices()).isEqualTo(1);
        assertThat(figures.loopsPerBatch().value()).isEqualByComparingTo("2");
        assertThat(figures.loops()).isEqualTo(1);
    }

    @Example
    void twoExpertsMeetInTheMiddleAndTheirSpreadIsKept() {
        var figures = StepFigures.of(List.of(
                read("one", "expert1", 0, Map.of("units-in", "100", "units-right", "80", "reported", "98")),
                read("two", "expert2", 0, Map.of("units-in", "100", "units-right", "90"))));
        assertThat(figures.firstTimeYield().value()).isEqualByComparingTo("0.85");
        assertThat(figures.firstTimeYield().lowest()).isEqualByComparingTo("0.8");
        assertThat(figures.firstTimeYield().highest()).isEqualByComparingTo("0.9");
        assertThat(figures.reportedYield().voices()).isEqualTo(1);
    }

    @Example
    void whatCannotBeIsLeftOutAndNamed() {
        assertThat(StepFigures.of(List.of(
                                read(
                                        "a",
                                        "e1",
                                        0,
                                        Map.of("units-in", said("1", "L"), "units-right", said("1", "eggs"))),
                                read("b", "e2", 0, Map.of("units-in", "5", "units-right", "6")),
                                read("c", "e3", 0, Map.of("units-in", "0", "units-right", "0")),
                                read("d", "e4", 0, Map.of("reported", "101"))))
                        .doubts())
                .containsExactlyInAnyOrder(
                        Doubt.UNITS_DIFFER, Doubt.MORE_RIGHT_THAN_IN, Doubt.NOTHING_WENT_IN, Doubt.OUT_OF_BOUNDS);
    }

    private static Telling read(String item, String expert, int day, Map<String, Object> answers) {
        return FactoryAnswers.read(item, expert, MONDAY.plusSeconds(day * 86400L), answers);
    }

    private static Map<String, Object> said(String value, String unit) {
        return Map.of("value", value, "unit", unit, "estimatedBy", "from memory");
    }

    private static ProcessFigures figures(List<Step> process) {
        return ProcessFigures.of(process.stream().map(Step::figures).toList());
    }

    private static List<Double> shuffled(List<Double> list, long seed) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }

    private static double median(List<Double> voices) {
        var sorted = voices.stream().sorted().toList();
        int n = sorted.size();
        return n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
    }
}
