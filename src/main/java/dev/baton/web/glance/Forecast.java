package dev.baton.web.glance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * When something counted will be complete if it goes on as in the last weeks: a straight line, with the range in which
 * it ends in eight of ten cases if weeks go on to differ as they did (Student's t on the weekly counts). Where too
 * little is known nothing is foretold.
 *
 * @param why key of why there is no date, or null
 * @param expected the day by the mean, or null
 * @param earliest the day by the fast end of the range, or null
 * @param latest the day by the slow end of the range; null when it cannot be told, the slow end being no progress at all
 * @param verdict against the deadline: {@code done}, {@code in-time}, {@code late}, {@code open} or {@code none}
 */
record Forecast(
        @Nullable String why,
        @Nullable LocalDate expected,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        String verdict) {

    /** How many weeks back are looked at. */
    static final int WEEKS = 6;
    /** Fewer weeks than this are no pattern. */
    static final int FEWEST_WEEKS = 3;
    /** Fewer than this in these weeks are no pace. */
    static final int FEWEST_DONE = 3;

    private static final double EIGHT_OF_TEN = 0.9;
    private static final int DAYS = 7;
    private static final int FARTHEST_WEEKS = 520;

    /**
     * The forecast from the days on which each of {@code total} was done.
     *
     * @param deadline the day by which it has to be complete, or null
     */
    static Forecast of(Collection<LocalDate> done, int total, LocalDate today, @Nullable LocalDate deadline) {
        if (total > 0 && done.size() >= total) {
            return new Forecast(null, null, null, null, "done");
        }
        var first = done.stream().min(LocalDate::compareTo).orElse(today);
        int weeks = (int) Math.min(WEEKS, (ChronoUnit.DAYS.between(first, today) + 1) / DAYS);
        if (weeks < FEWEST_WEEKS) {
            return none("forecast.few-weeks");
        }
        var counts = IntStream.range(0, weeks)
                .mapToDouble(week -> done.stream()
                        .filter(day -> day.isAfter(today.minusDays((week + 1L) * DAYS))
                                && !day.isAfter(today.minusDays((long) week * DAYS)))
                        .count())
                .toArray();
        double sum = IntStream.range(0, weeks).mapToDouble(i -> counts[i]).sum();
        if (sum < FEWEST_DONE) {
            return none("forecast.few-done");
        }
        double mean = sum / weeks;
        double spread = Math.sqrt(IntStream.range(0, weeks)
                        .mapToDouble(i -> (counts[i] - mean) * (counts[i] - mean))
                        .sum()
                / (weeks - 1)
                / weeks);
        double reach = TDistribution.of(weeks - 1.0).inverseCumulativeProbability(EIGHT_OF_TEN) * spread;
        int left = total - done.size();
        var expected = after(today, left / mean);
        var earliest = after(today, left / (mean + reach));
        var latest = mean - reach <= 0 ? null : after(today, left / (mean - reach));
        return new Forecast(
                expected == null ? "forecast.too-slow" : null,
                expected,
                earliest,
                latest,
                expected == null || deadline == null ? "none" : verdict(earliest, latest, deadline));
    }

    private static Forecast none(String why) {
        return new Forecast(why, null, null, null, "none");
    }

    private static String verdict(@Nullable LocalDate earliest, @Nullable LocalDate latest, LocalDate deadline) {
        return earliest == null || earliest.isAfter(deadline)
                ? "late"
                : latest != null && !latest.isAfter(deadline) ? "in-time" : "open";
    }

    /** What lies more than ten years ahead is no date. */
    private static @Nullable LocalDate after(LocalDate today, double weeks) {
        return weeks > FARTHEST_WEEKS ? null : today.plusDays((long) Math.ceil(weeks * DAYS));
    }
}
