package dev.baton.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes moments out: in UTC, and in the zone of whoever acted. */
final class Moments {

    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Moments() {}

    /** As read by a person in that zone, to the minute, the zone named. */
    static When in(ZoneId zone, Instant at) {
        var there = at.atZone(zone);
        return new When(at.toString(), TO_THE_MINUTE.format(there) + " " + shortName(zone));
    }

    /** In UTC, to the second. */
    static When utc(Instant at) {
        return new When(at.toString(), TO_THE_SECOND.format(at.atZone(ZoneOffset.UTC)) + " UTC");
    }

    /** The day, in that zone. */
    static When day(ZoneId zone, Instant at) {
        return new When(at.toString(), DAY.format(at.atZone(zone)));
    }

    /** A day. */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** The clock on the wall of that zone, with its offset then and its name. */
    static String wall(ZoneId zone, Instant at) {
        var there = at.atZone(zone);
        return TO_THE_SECOND.format(there) + " " + there.getOffset().getId() + " " + zone.getId();
    }

    private static String shortName(ZoneId zone) {
        return zone.getId().replaceAll(".*/", "").replace('_', ' ');
    }
}
