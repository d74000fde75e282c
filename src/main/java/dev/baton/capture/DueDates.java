package dev.baton.capture;

import dev.baton.transfer.StepView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spreads the requests to one expert over the weeks: critical steps first, the first due in a week, never more than two
 * due in any seven days, each at five in the afternoon where the expert works.
 */
final class DueDates {

    private static final int FIRST_AFTER_DAYS = 7;
    private static final int[] DAYS_OF_WEEK = {0, 3};
    private static final LocalTime AT = LocalTime.of(17, 0);

    private DueDates() {}

    /** A step with the day its request is due. */
    record Due(StepView step, Instant at) {}

    /**
     * One due time for each step, in the order in which they are due. Of an expert who leaves nothing is due after the day
     * before their last, and among critical steps and the rest those come first that fewest others know.
     *
     * @param taken when other open requests to the same expert are due
     * @param lastDay the expert's last day, or null: they stay
     */
    static List<Due> spread(
            List<StepView> steps, List<Instant> taken, Instant now, ZoneId zone, @Nullable LocalDate lastDay) {
        var order = new ArrayList<>(steps);
        order.sort(Comparator.comparing(StepView::critical)
                .reversed()
                .thenComparing(step -> lastDay == null ? 0 : step.experts().size())
                .thenComparing(StepView::position));
        var today = LocalDate.ofInstant(now, zone);
        var latest = lastDay == null ? LocalDate.MAX : latest(lastDay, today);
        var days = new ArrayList<>(
                taken.stream().map(at -> LocalDate.ofInstant(at, zone)).toList());
        var dues = new ArrayList<Due>();
        var start = today.plusDays(FIRST_AFTER_DAYS);
        int slot = 0;
        for (var step : order) {
            var day = day(start, slot++);
            while (isFull(day, days) && day.isBefore(latest)) {
                day = day(start, slot++);
            }
            day = day.isAfter(latest) ? latest : day;
            days.add(day);
            dues.add(new Due(step, at(day, zone)));
        }
        return dues;
    }

    /** Due in a week. */
    static Instant inAWeek(Instant now, ZoneId zone) {
        return at(LocalDate.ofInstant(now, zone).plusDays(FIRST_AFTER_DAYS), zone);
    }

    /** Whether something due then is due too late for an expert whose last day that is. */
    static boolean isTooLate(Instant due, Instant now, ZoneId zone, LocalDate lastDay) {
        return LocalDate.ofInstant(due, zone).isAfter(latest(lastDay, LocalDate.ofInstant(now, zone)));
    }

    /** The day before the last one, and tomorrow at the earliest. */
    private static LocalDate latest(LocalDate lastDay, LocalDate today) {
        var dayBefore = lastDay.minusDays(1);
        var tomorrow = today.plusDays(1);
        return dayBefore.isAfter(tomorrow) ? dayBefore : tomorrow;
    }

    private static LocalDate day(LocalDate start, int slot) {
        return start.plusDays(7L * (slot / DAYS_OF_WEEK.length) + DAYS_OF_WEEK[slot % DAYS_OF_WEEK.length]);
    }

    private static Instant at(LocalDate day, ZoneId zone) {
        return day.atTime(AT).atZone(zone).toInstant();
    }

    /** Whether one more on this day would make three in some seven days. */
    private static boolean isFull(LocalDate day, List<LocalDate> days) {
        for (int back = 0; back < 7; back++) {
            var from = day.minusDays(back);
            var until = from.plusDays(7);
            var due = days.stream()
                    .filter(other -> !other.isBefore(from) && other.isBefore(until))
                    .count();
            if (due >= DAYS_OF_WEEK.length) {
                return true;
            }
        }
        return false;
    }
}
