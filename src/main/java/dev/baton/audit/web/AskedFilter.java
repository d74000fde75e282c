package dev.baton.audit.web;

import dev.baton.Texts;
import dev.baton.audit.TrailFilter;
import dev.baton.audit.TrailRequestUnreadable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filters of a trail as they come in a query or a form; empty ones count as none. */
record AskedFilter(
        @Nullable String person,
        @Nullable String from,
        @Nullable String to,
        @Nullable String item,
        @Nullable String act) {

    private static final int LONGEST = 200;

    /**
     * What they ask for.
     *
     * @throws TrailRequestUnreadable when one cannot be read
     */
    TrailFilter read() {
        return new TrailFilter(
                brief("person", person),
                moment("from", from),
                moment("to", to),
                item(Texts.stripped(item)),
                brief("act", act));
    }

    /** The same with the last day counting in whole, as people mean it in a form. */
    AskedFilter wholeDays() {
        var last = Texts.stripped(to);
        if (last == null || last.indexOf('T') >= 0) {
            return this;
        }
        try {
            return new AskedFilter(
                    person, from, LocalDate.parse(last).plusDays(1).toString(), item, act);
        } catch (DateTimeException e) {
            throw new TrailRequestUnreadable("to");
        }
    }

    private static @Nullable String brief(String where, @Nullable String text) {
        var value = Texts.stripped(text);
        if (value != null && value.length() > LONGEST) {
            throw new TrailRequestUnreadable(where);
        }
        return value;
    }

    private static @Nullable UUID item(@Nullable String item) {
        try {
            return item == null ? null : UUID.fromString(item);
        } catch (IllegalArgumentException e) {
            throw new TrailRequestUnreadable("item");
        }
    }

    /** A moment with its offset, or a day, which begins at midnight UTC. */
    private static @Nullable Instant moment(String where, @Nullable String text) {
        var value = Texts.stripped(text);
        if (value == null) {
            return null;
        }
        try {
            return value.indexOf('T') < 0
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new TrailRequestUnreadable(where);
        }
    }
}
