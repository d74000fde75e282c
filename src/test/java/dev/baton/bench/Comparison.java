package dev.baton.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * A reference and ours in one run, interleaved A B A A B A, after a warm-up round of each: the ratio of the medians of
 * their times with its smallest and largest round, and the reference against itself, which must lie in 0.9 to 1.1 or the
 * run is void. Many short rounds, so that a noisy neighbour meets both; a void run is repeated up to twice.
 */
final class Comparison {

    private static final int FEWEST_ROUNDS = Integer.getInteger("bench.rounds", Scale.of(2, 5));
    private static final int MOST_ROUNDS = 25;
    private static final int ATTEMPTS = 3;

    private final String id;
    private final String name;
    private final Map<String, Long> at = new TreeMap<>();
    private final Processors processors = new Processors();
    private Duration patience = Scale.seconds(20);
    private Double target;
    private Arm reference;
    private Arm ours;

    private Comparison(String id, String name) {
        this.id = id;
        this.name = name;
    }

    /** One round of an arm. */
    @FunctionalInterface
    interface Arm {

        /** What is timed. */
        void run() throws Exception;

        /** What has to be there first; not timed. */
        default void before() throws Exception {}

        /** What it leaves to others that it began; not timed. */
        default void after() throws Exception {}
    }

    /**
     * Times of the rounds in milliseconds.
     *
     * @param reference the reference before ours in each round
     * @param again the reference after ours in each round
     */
    record Rounds(List<Double> reference, List<Double> ours, List<Double> again) {

        double medianReference() {
            var all = new ArrayList<>(reference);
            all.addAll(again);
            return Measured.median(all);
        }

        double medianOurs() {
            return Measured.median(ours);
        }

        /** Above 1 we are faster. */
        double speed() {
            return medianReference() / medianOurs();
        }

        double lowest() {
            return ratios().get(0);
        }

        double highest() {
            return ratios().get(ours.size() - 1);
        }

        /** The reference against itself. */
        double control() {
            return Measured.median(reference) / Measured.median(again);
        }

        private List<Double> ratios() {
            var ratios = new ArrayList<Double>();
            for (int i = 0; i < ours.size(); i++) {
                ratios.add((reference.get(i) + again.get(i)) / 2 / ours.get(i));
            }
            ratios.sort(null);
            return ratios;
        }
    }

    static Comparison of(String id, String name) {
        return new Comparison(id, name);
    }

    /** The size it is measured at. */
    Comparison at(String what, long size) {
        at.put(what, size);
        return this;
    }

    /** The directory of the database server whose processor time counts as well. */
    Comparison on(Path database) throws IOException {
        processors.alsoOf(database);
        return this;
    }

    /** Whatever else works for it, in nanoseconds of a processor. */
    Comparison counting(LongSupplier more) {
        processors.also(more);
        return this;
    }

    /** How long it may go on beyond its fewest rounds. */
    Comparison within(Duration longest) {
        patience = longest;
        return this;
    }

    /** The lowest speed that is good enough. */
    Comparison target(double lowest) {
        target = lowest;
        return this;
    }

    Comparison reference(Arm arm) {
        reference = arm;
        return this;
    }

    Comparison ours(Arm arm) {
        ours = arm;
        return this;
    }

    /** Runs it and writes the result to {@code target/bench}. */
    Measured measure() throws Exception {
        round(reference, new ArrayList<>(), new ArrayList<>());
        round(ours, new ArrayList<>(), new ArrayList<>());
        var measured = attempt(1);
        for (int i = 2; i <= ATTEMPTS && measured.verdict() == Measured.Verdict.VOID; i++) {
            measured = attempt(i);
        }
        Results.write(measured);
        return measured;
    }

    private Measured attempt(int number) throws Exception {
        var wall = new Rounds(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var processor = new Rounds(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        long end = System.nanoTime() + patience.toNanos() / ATTEMPTS * (number == 1 ? ATTEMPTS : 1);
        while (wall.ours().size() < FEWEST_ROUNDS || (wall.ours().size() < MOST_ROUNDS && System.nanoTime() < end)) {
            round(reference, wall.reference(), processor.reference());
            round(ours, wall.ours(), processor.ours());
            round(reference, wall.again(), processor.again());
        }
        return new Measured(id, name, at, "times as fast", wall.speed(), target, "higher", wall, processor, number);
    }

    private void round(Arm arm, List<Double> wall, List<Double> processor) throws Exception {
        arm.before();
        long busy = processors.nanos();
        long begin = System.nanoTime();
        arm.run();
        wall.add((System.nanoTime() - begin) / 1e6);
        processor.add(Math.max(1, (processors.nanos() - busy) / 1e6));
        arm.after();
    }

    /** A figure without a reference, written beside the comparisons. */
    static Measured figure(String id, String name, Map<String, Long> at, String unit, double value, Double most)
            throws IOException {
        var figure = Measured.figure(id, name, at, unit, value, most);
        Results.write(figure);
        return figure;
    }
}
