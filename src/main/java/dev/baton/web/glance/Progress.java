package dev.baton.web.glance;

import dev.baton.web.glance.GlanceFacts.Item;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a transfer has come, and when: of its steps, each as far as its furthest item, and of its items.
 *
 * @param steps by week, the number of steps that had come that far at its end
 * @param items the same of items
 */
record Progress(List<Week> steps, List<Week> items, Reached now, Map<Stage, List<LocalDate>> days) {

    /** How far something can come. */
    enum Stage {
        TOLD,
        REVIEWED,
        APPROVED,
        TRANSFERRED
    }

    /** How many have come that far. */
    record Reached(int told, int reviewed, int approved, int transferred) {}

    /** The state at the end of a week; the last one ends today. */
    record Week(LocalDate ends, Reached reached) {}

    /** Not more weeks than are readable: two years. */
    private static final int MOST_WEEKS = 104;

    static Progress of(GlanceFacts facts, LocalDate today) {
        var counting = facts.items().stream().filter(Item::counts).toList();
        var byStep = new HashMap<Stage, Map<UUID, LocalDate>>();
        for (var stage : Stage.values()) {
            byStep.put(stage, new HashMap<>());
        }
        for (var item : counting) {
            for (var stage : Stage.values()) {
                var day = day(item, stage);
                if (day != null) {
                    of(byStep, stage).merge(item.step(), day, Progress::earlier);
                }
            }
        }
        // A signed "nothing hidden here" counts as told, reviewed and approved.
        facts.words().stream().filter(word -> !word.open()).forEach(word -> Stream.of(
                        Stage.TOLD, Stage.REVIEWED, Stage.APPROVED)
                .forEach(stage -> of(byStep, stage).merge(word.step(), word.day(), Progress::earlier)));
        var stepDays = days(stage -> of(byStep, stage).values().stream());
        var itemDays = days(stage -> counting.stream().map(item -> day(item, stage)));
        var first = stepDays.values().stream().flatMap(List::stream).min(LocalDate::compareTo);
        return new Progress(
                first.map(day -> weeks(stepDays, day, today)).orElse(List.of()),
                first.map(day -> weeks(itemDays, day, today)).orElse(List.of()),
                reached(stepDays, today),
                stepDays);
    }

    /** The days of a stage, the earliest first. */
    List<LocalDate> days(Stage stage) {
        return Objects.requireNonNull(days.get(stage));
    }

    /** What is in force was reviewed, though it may be under review again: a later stage implies the ones before. */
    private static @Nullable LocalDate day(Item item, Stage stage) {
        return switch (stage) {
            case TOLD -> item.told();
            case REVIEWED -> item.reviewed() != null ? item.reviewed() : day(item, Stage.APPROVED);
            case APPROVED -> item.approved();
            case TRANSFERRED -> item.transferred();
        };
    }

    private static Map<UUID, LocalDate> of(Map<Stage, Map<UUID, LocalDate>> days, Stage stage) {
        return Objects.requireNonNull(days.get(stage));
    }

    private static Map<Stage, List<LocalDate>> days(Function<Stage, Stream<? extends @Nullable LocalDate>> all) {
        var days = new HashMap<Stage, List<LocalDate>>();
        for (var stage : Stage.values()) {
            var known = new ArrayList<LocalDate>();
            all.apply(stage).forEach(day -> {
                if (day != null) {
                    known.add(day);
                }
            });
            known.sort(null);
            days.put(stage, List.copyOf(known));
        }
        return days;
    }

    private static List<Week> weeks(Map<Stage, List<LocalDate>> days, LocalDate first, LocalDate today) {
        var weeks = new ArrayList<Week>();
        var from = today.minusWeeks(MOST_WEEKS - 1L);
        var end = (first.isBefore(from) ? from : first).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        // A curve begins where nothing was there yet, so that the first week is a stretch of it and not a dot.
        weeks.add(new Week(end.minusWeeks(1), reached(days, end.minusWeeks(1))));
        for (; end.isBefore(today); end = end.plusWeeks(1)) {
            weeks.add(new Week(end, reached(days, end)));
        }
        weeks.add(new Week(today, reached(days, today)));
        return List.copyOf(weeks);
    }

    private static Reached reached(Map<Stage, List<LocalDate>> days, LocalDate at) {
        return new Reached(
                until(days, Stage.TOLD, at),
                until(days, Stage.REVIEWED, at),
                until(days, Stage.APPROVED, at),
                until(days, Stage.TRANSFERRED, at));
    }

    private static int until(Map<Stage, List<LocalDate>> days, Stage stage, LocalDate at) {
        return (int) Objects.requireNonNull(days.get(stage)).stream()
                .filter(day -> !day.isAfter(at))
                .count();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
