package dev.baton.notification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** Hours of a person's day, in their own zone, in which no mail comes; from and until the same: none. */
record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {

    /** When the quiet hours end that this moment lies in, or empty: it lies in none. */
    Optional<Instant> end(Instant moment) {
        var here = moment.atZone(zone);
        var time = here.toLocalTime();
        var today = here.toLocalDate();
        if (from.isBefore(until)) {
            return !time.isBefore(from) && time.isBefore(until)
                    ? Optional.of(today.atTime(until).atZone(zone).toInstant())
                    : Optional.empty();
        }
        if (from.equals(until)) {
            return Optional.empty();
        }
        if (!time.isBefore(from)) {
            return Optional.of(today.plusDays(1).atTime(until).atZone(zone).toInstant());
        }
        return time.isBefore(until)
                ? Optional.of(today.atTime(until).atZone(zone).toInstant())
                : Optional.empty();
    }
}
