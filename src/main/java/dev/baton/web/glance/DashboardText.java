package dev.baton.web.glance;

import dev.baton.web.glance.Dashboard.Foretold;
import dev.baton.web.glance.Dashboard.Pulse;
import dev.baton.web.glance.Dashboard.Week;
import dev.baton.web.page.Moments;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a dashboard into the rows of its tables and the sentences beside them. */
@Component
class DashboardText {

    /** No forecast is drawn further than a year ahead. */
    private static final int DRAWN_WEEKS = 52;

    private static final int DAYS = 7;

    private final GlanceWords words;

    DashboardText(GlanceWords words) {
        this.words = words;
    }

    /**
     * A row of a table of weeks; a number is null where the row lies ahead, the forecast where it lies behind.
     *
     * @param deadline whether the deadline lies in this week
     */
    record Row(
            String day,
            @Nullable Integer told,
            @Nullable Integer reviewed,
            @Nullable Integer approved,
            @Nullable Integer transferred,
            @Nullable BigDecimal forecast,
            boolean deadline,
            @Nullable String link) {}

    /** A forecast in words. */
    record Sentence(String stage, String text, String verdict, String link) {}

    /** A round of the pulse. */
    record Round(int no, String day, int answers, BigDecimal handingOver, BigDecimal heard, String link) {}

    List<Row> weeks(List<Week> weeks) {
        return weeks.stream().map(week -> row(week, null, false)).toList();
    }

    /** The weeks so far, then those up to the expected day or the deadline, whichever is later. */
    List<Row> burnUp(Dashboard dashboard) {
        var burnUp = dashboard.burnUp();
        var weeks = burnUp.weeks();
        if (weeks.isEmpty()) {
            return List.of();
        }
        var deadline = burnUp.deadline();
        var today = weeks.get(weeks.size() - 1).ends();
        var drawn = drawn(burnUp.forecasts());
        var rows = new ArrayList<Row>();
        for (int i = 0; i < weeks.size(); i++) {
            var last = i == weeks.size() - 1;
            var done = drawn == null ? null : BigDecimal.valueOf(dashboard.steps() - drawn.left());
            var from = i == 0
                    ? weeks.get(i).ends().minusDays(DAYS)
                    : weeks.get(i - 1).ends();
            rows.add(row(
                    weeks.get(i),
                    last ? done : null,
                    within(deadline, from, weeks.get(i).ends())));
        }
        var end = later(drawn == null ? null : drawn.expected(), deadline);
        var before = today;
        for (int week = 1; end != null && before.isBefore(end) && week <= DRAWN_WEEKS; week++) {
            var at = today.plusWeeks(week);
            rows.add(new Row(
                    Objects.requireNonNull(day(at)),
                    null,
                    null,
                    null,
                    null,
                    drawn == null ? null : ahead(drawn, dashboard.steps(), today, at),
                    within(deadline, before, at),
                    null));
            before = at;
        }
        return List.copyOf(rows);
    }

    /** What each forecast says. */
    List<Sentence> foretold(Dashboard dashboard) {
        return dashboard.burnUp().forecasts().stream()
                .map(one -> new Sentence(one.stage(), sentence(one), one.verdict(), one.link()))
                .toList();
    }

    List<Round> rounds(Pulse pulse) {
        return pulse.rounds().stream()
                .map(round -> new Round(
                        round.no(),
                        Objects.requireNonNull(day(round.day())),
                        round.answers(),
                        round.handingOver(),
                        round.heard(),
                        round.link()))
                .toList();
    }

    @Nullable
    String day(@Nullable LocalDate day) {
        return day == null ? null : Moments.day(day);
    }

    private String sentence(Foretold one) {
        if (one.verdict().equals("done")) {
            return words.word("forecast.done");
        }
        if (one.expected() == null) {
            return words.word("forecast.none", Objects.requireNonNullElse(one.why(), ""));
        }
        var expected = Objects.requireNonNull(day(one.expected()));
        var earliest = Objects.requireNonNull(day(one.earliest()));
        return one.latest() == null
                ? words.word("forecast.from", expected, earliest)
                : words.word("forecast.between", expected, earliest, Objects.requireNonNull(day(one.latest())));
    }

    /** The forecast that is drawn: of the last stage that has one. */
    private static @Nullable Foretold drawn(List<Foretold> forecasts) {
        return forecasts.stream()
                .filter(one -> one.expected() != null)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private static BigDecimal ahead(Foretold one, int steps, LocalDate today, LocalDate at) {
        long all = Math.max(1, ChronoUnit.DAYS.between(today, Objects.requireNonNull(one.expected())));
        double share = Math.min(1, (double) ChronoUnit.DAYS.between(today, at) / all);
        return BigDecimal.valueOf(steps - one.left() + one.left() * share).setScale(1, RoundingMode.HALF_UP);
    }

    private Row row(Week week, @Nullable BigDecimal forecast, boolean deadline) {
        return new Row(
                Objects.requireNonNull(day(week.ends())),
                week.told(),
                week.reviewed(),
                week.approved(),
                week.transferred(),
                forecast,
                deadline,
                week.link());
    }

    private static boolean within(@Nullable LocalDate day, LocalDate after, LocalDate upTo) {
        return day != null && day.isAfter(after) && !day.isAfter(upTo);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null ? other : other == null || one.isAfter(other) ? one : other;
    }
}
