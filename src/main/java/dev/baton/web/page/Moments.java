package dev.baton.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** Writes moments out in the reader's language: in UTC, and in the zone of whoever acted. */
public final class Moments {

    private static final String MINUTE = ", HH:mm";
    private static final String SECOND = ", HH:mm:ss";

    private Moments() {}

    /** As read by a person in that zone, to the minute, the zone named. */
    static When in(ZoneId zone, Instant at) {
        return new When(at.toString(), written(MINUTE, at.atZone(zone)) + " " + shortName(zone));
    }

    /** In UTC, to the second. */
    static When utc(Instant at) {
        return new When(at.toString(), written(SECOND, at.atZone(ZoneOffset.UTC)) + " UTC");
    }

    /** The day, in that zone. */
    static When day(ZoneId zone, Instant at) {
        return new When(at.toString(), written("", at.atZone(zone)));
    }

    /** A day. */
    public static String day(LocalDate date) {
        return written("", date);
    }

    /** The clock on the wall of that zone, with its offset then and its name. */
    static String wall(ZoneId zone, Instant at) {
        var there = at.atZone(zone);
        return written(SECOND + " xxx", there) + " " + zone.getId();
    }

    private static String written(String time, TemporalAccessor moment) {
        var language = LocaleContextHolder.getLocale();
        var day = language.getLanguage().equals(Locale.GERMAN.getLanguage()) ? "d. MMM yyyy" : "d MMM yyyy";
        return DateTimeFormatter.ofPattern(day + time, language).format(moment);
    }

    private static String shortName(ZoneId zone) {
        return zone.getId().replaceAll(".*/", "").replace('_', ' ');
    }
}
