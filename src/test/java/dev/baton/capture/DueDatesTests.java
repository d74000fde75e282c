package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.capture.DueDates.Due;
import dev.baton.transfer.StepView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Spreading requests over the weeks. */
class DueDatesTests {

    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");

    @Test
    void asksForCriticalStepsFirstThenInProcessOrder() {
        var first = Sample.step(1, false);
        var second = Sample.step(2, true);
        var third = Sample.step(3, true);

        assertThat(spread(List.of(first, second, third), List.of()))
                .extracting(Due::step)
                .containsExactly(second, third, first);
    }

    @Test
    void isFirstDueInAWeekAtFiveInTheExpertsAfternoon() {
        var due = spread(List.of(Sample.step(1, true)), List.of()).get(0).at().atZone(CALIFORNIA);

        assertThat(due.toLocalDate())
                .isEqualTo(LocalDate.ofInstant(Sample.NOW, CALIFORNIA).plusDays(7));
        assertThat(due.toLocalTime()).isEqualTo(LocalTime.of(17, 0));
    }

    @Test
    void neverHasMoreThanTwoDueInAnySevenDays() {
        var random = new Random(20260302);
        for (int run = 0; run < 200; run++) {
            var steps = new ArrayList<StepView>();
            for (int i = 0; i < random.nextInt(25); i++) {
                steps.add(Sample.step(i, random.nextBoolean()));
            }
            var all = new ArrayList<Instant>();
            if (random.nextBoolean()) {
                spread(List.of(Sample.step(1, true), Sample.step(2, true), Sample.step(3, true)), List.of())
                        .forEach(due -> all.add(due.at()));
            }
            spread(steps, List.copyOf(all)).forEach(due -> all.add(due.at()));

            for (var from : all) {
                assertThat(all.stream()
                                .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(Duration.ofDays(6))))
                                .count())
                        .as("run %s", run)
                        .isLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void nothingIsDueOnceTheExpertHasLeft() {
        var today = LocalDate.ofInstant(Sample.NOW, CALIFORNIA);
        var steps =
                IntStream.range(0, 24).mapToObj(i -> Sample.step(i, i % 3 == 0)).toList();

        for (int days : List.of(1, 5, 21, 30)) {
            var dues = DueDates.spread(steps, List.of(), Sample.NOW, CALIFORNIA, today.plusDays(days));

            assertThat(dues).hasSize(24).allSatisfy(due -> assertThat(LocalDate.ofInstant(due.at(), CALIFORNIA))
                    .isAfter(today)
                    .isBeforeOrEqualTo(today.plusDays(Math.max(1, days - 1))));
            assertThat(dues.subList(0, 8)).allMatch(due -> due.step().critical());
        }
    }

    @Test
    void whatOnlyTheLeavingExpertKnowsIsAskedFirst() {
        var shared = Sample.step(1, true, "expert1", "expert2");
        var alone = Sample.step(2, true, "expert1");
        var today = LocalDate.ofInstant(Sample.NOW, CALIFORNIA);

        assertThat(DueDates.spread(List.of(shared, alone), List.of(), Sample.NOW, CALIFORNIA, today.plusDays(60)))
                .extracting(Due::step)
                .containsExactly(alone, shared);
        assertThat(spread(List.of(shared, alone), List.of()))
                .extracting(Due::step)
                .containsExactly(shared, alone);
    }

    @Test
    void theDayBeforeTheLastOneIsInTimeAndTomorrowAlwaysIs() {
        var today = LocalDate.ofInstant(Sample.NOW, CALIFORNIA);

        assertThat(isTooLate(today.plusDays(4), today.plusDays(5))).isFalse();
        assertThat(isTooLate(today.plusDays(5), today.plusDays(5))).isTrue();
        for (var lastDay : List.of(today.minusDays(3), today, today.plusDays(1))) {
            assertThat(isTooLate(today.plusDays(1), lastDay)).isFalse();
            assertThat(isTooLate(today.plusDays(2), lastDay)).isTrue();
        }
    }

    private static boolean isTooLate(LocalDate due, LocalDate lastDay) {
        var at = due.atTime(17, 0).atZone(CALIFORNIA).toInstant();
        return DueDates.isTooLate(at, Sample.NOW, CALIFORNIA, lastDay);
    }

    private static List<Due> spread(List<StepView> steps, List<Instant> taken) {
        return DueDates.spread(steps, taken, Sample.NOW, CALIFORNIA, null);
    }
}
