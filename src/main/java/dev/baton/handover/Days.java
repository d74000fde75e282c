package dev.baton.handover;

import dev.baton.Refusal.Fault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads days that people enter. */
final class Days {

    private static final int EARLIEST_YEAR = 1950;

    private Days() {}

    /** The day, or null with a fault: it is missing or no day. Before 1950 or after the last one it is a fault too. */
    static @Nullable LocalDate read(String where, @Nullable String text, LocalDate last, List<Fault> faults) {
        if (text == null || text.isBlank()) {
            faults.add(Fault.of(where, "text.missing"));
            return null;
        }
        try {
            var day = LocalDate.parse(text.strip());
            if (day.isAfter(last) || day.getYear() < EARLIEST_YEAR) {
                faults.add(Fault.of(where, "handover.day-out-of-range", day.toString()));
            }
            return day;
        } catch (DateTimeException e) {
            faults.add(Fault.of(where, "handover.day-unreadable", text.strip()));
            return null;
        }
    }
}
