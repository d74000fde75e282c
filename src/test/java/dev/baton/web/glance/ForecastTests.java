package dev.baton.web.glance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A forecast is a straight line with an honest range, or none. */
class ForecastTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-28");

    /** That many in each of the last weeks, the newest week first. */
    private static List<LocalDate> weekly(int... counts) {
        var days = new ArrayList<LocalDate>();
        for (int week = 0; week < counts.length; week++) {
            for (int i = 0; i < counts[week]; i++) {
                days.add(TODAY.minusDays(week * 7L + 6));
            }
        }
        return days;
    }

    @Test
    void asFastAsInTheLastWeeks() {
        var forecast = Forecast.of(weekly(2, 2, 2, 2, 2, 2), 24, TODAY, TODAY.plusWeeks(6));
        assertThat(forecast)
                .isEqualTo(new Forecast(null, TODAY.plusWeeks(6), TODAY.plusWeeks(6), TODAY.plusWeeks(6), "in-time"));
        assertThat(Forecast.of(
                                weekly(2, 2, 2, 2, 2, 2),
                                24,
                                TODAY,
                                TODAY.plusWeeks(6).minusDays(1))
                        .verdict())
                .isEqualTo("late");
        assertThat(Forecast.of(weekly(2, 2, 2, 2, 2, 2), 24, TODAY, null).verdict())
                .isEqualTo("none");
    }

    /** Counts 1, 3, 1, 3: mean 2, standard error 0.5774, t(0.9; 3) = 1.6377, so 1.0544 to 2.9456 a week; 8 are left. */
    @Test
    void weeksThatDifferMakeARange() {
        var forecast = Forecast.of(weekly(1, 3, 1, 3), 16, TODAY, TODAY.plusWeeks(5));
        assertThat(forecast.expected()).isEqualTo(TODAY.plusDays(28));
        assertThat(forecast.earliest()).isEqualTo(TODAY.plusDays(20));
        assertThat(forecast.latest()).isEqualTo(TODAY.plusDays(54));
        assertThat(forecast.verdict()).isEqualTo("open");
    }

    @Test
    void oldProgressIsNoPace() {
        var early = new ArrayList<>(weekly(0, 0, 0, 0, 0, 0, 9, 9));
        assertThat(Forecast.of(early, 24, TODAY, null).why()).isEqualTo("forecast.few-done");
        assertThat(Forecast.of(weekly(9, 0), 24, TODAY, null).why()).isEqualTo("forecast.few-weeks");
        assertThat(Forecast.of(List.of(), 24, TODAY, null).why()).isEqualTo("forecast.few-weeks");
        assertThat(Forecast.of(weekly(3, 0, 0, 0, 0, 0, 1), 24, TODAY, null).latest())
                .as("the slow end may be a standstill")
                .isNull();
    }

    @Test
    void whatIsCompleteNeedsNone() {
        assertThat(Forecast.of(weekly(2, 2), 4, TODAY, null).verdict()).isEqualTo("done");
    }

    @Property(tries = 300)
    void theRangeHoldsTheExpectedDay(@ForAll @Size(min = 3, max = 8) List<@IntRange(max = 9) Integer> counts) {
        var done = weekly(counts.stream().mapToInt(Integer::intValue).toArray());
        var forecast = Forecast.of(done, done.size() + 10, TODAY, TODAY.plusWeeks(10));
        if (forecast.expected() != null) {
            assertThat(forecast.earliest()).isBetween(TODAY, forecast.expected());
            assertThat(forecast.latest() == null || !forecast.latest().isBefore(forecast.expected()))
                    .isTrue();
        }
    }
}
