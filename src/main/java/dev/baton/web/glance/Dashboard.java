package dev.baton.web.glance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a transfer stands, as its page shows it and its API gives it. Every number comes with the path of the page that
 * lists its records; what is not known is null. Days are UTC.
 *
 * @param leaks how much of what went wrong at the receiving unit was known at the sending unit
 */
public record Dashboard(
        String transferId,
        String name,
        String phase,
        Instant asOf,
        Readiness readiness,
        int steps,
        Reached reached,
        BurnUp burnUp,
        List<Week> flow,
        OpenItems openWork,
        Leaks leaks,
        HiddenWork hiddenFactory,
        Pulse pulse,
        List<Count> people) {

    /** A number and where its records are; {@code key} names it. */
    public record Count(String key, int count, String link) {}

    /** Steps that have come that far. */
    public record Reached(Count told, Count reviewed, Count approved, Count transferred) {}

    /**
     * What blocks the next gate.
     *
     * @param open whether it may be passed now
     * @param total how many things are missing, also those that are not named
     * @param missing by name
     */
    public record Readiness(boolean open, int total, List<Missing> missing, String link) {}

    /** One thing that is missing, who can do something about it, and where. */
    public record Missing(String what, String who, String link) {}

    /** Numbers at the end of a week. */
    public record Week(LocalDate ends, int told, int reviewed, int approved, int transferred, @Nullable String link) {}

    /**
     * Steps over time against the deadline.
     *
     * @param deadline last day of the season, or null
     */
    public record BurnUp(@Nullable LocalDate deadline, List<Week> weeks, List<Foretold> forecasts) {}

    /**
     * A forecast of one stage: {@code told}, {@code approved} or {@code transferred}.
     *
     * @param why why there is no date, or null
     */
    public record Foretold(
            String stage,
            int left,
            @Nullable String why,
            @Nullable LocalDate expected,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            String verdict,
            String link) {}

    /** What waits for somebody. */
    public record OpenItems(int total, List<Age> ages, List<Waits> oldest, String link) {}

    /** What waits for one kind of people, by age: up to one week, two, four, and older. */
    public record Age(String kind, int total, int week, int fortnight, int month, int older, String link) {}

    /** One thing that waits. */
    public record Waits(String step, String kind, long days, String link) {}

    /**
     * The leak rate.
     *
     * @param known deviations whose knowledge was known at the sending unit
     * @param percent known of all; null while there is no deviation
     */
    public record Leaks(int known, int all, @Nullable Integer percent, String link) {}

    /** The hidden factory, the widest gap first. */
    public record HiddenWork(@Nullable BigDecimal gap, int told, int steps, List<Ranked> ranking, String link) {}

    /** A step with hidden work; gap in percentage points. */
    public record Ranked(
            int rank,
            String step,
            @Nullable BigDecimal gap,
            @Nullable BigDecimal loops,
            @Nullable BigDecimal minutes,
            String link) {}

    /** What was answered, from five answers up, the oldest round first. */
    public record Pulse(List<Round> rounds, String link) {}

    /** Means of a round, from 1 to 5. */
    public record Round(int no, LocalDate day, int answers, BigDecimal handingOver, BigDecimal heard, String link) {}
}
