package dev.baton.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** When quiet hours end, in the zone they are meant in. */
class QuietHoursTests {

    private static final ZoneId LIVERPOOL = ZoneId.of("Europe/London");

    @Test
    void theNightEndsInTheMorningOfTheNextDayOrOfTheSame() {
        var night = quiet("20:00", "07:00", "America/Los_Angeles");
        assertThat(night.end(Instant.parse("2026-06-02T04:00:00Z"))).contains(Instant.parse("2026-06-02T14:00:00Z"));
        assertThat(night.end(Instant.parse("2026-06-02T13:59:59Z"))).contains(Instant.parse("2026-06-02T14:00:00Z"));
        assertThat(night.end(Instant.parse("2026-06-02T14:00:00Z"))).isEmpty();
        assertThat(night.end(Instant.parse("2026-06-02T20:00:00Z"))).isEmpty();
    }

    @Test
    void hoursOfTheSameDay() {
        var noon = quiet("12:00", "13:30", "Asia/Kolkata");
        assertThat(noon.end(Instant.parse("2026-06-02T06:30:00Z"))).contains(Instant.parse("2026-06-02T08:00:00Z"));
        assertThat(noon.end(Instant.parse("2026-06-02T12:15:00Z"))).isEmpty();
    }

    @Test
    void theNightInWhichClocksGoForwardIsShorter() {
        var night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), LIVERPOOL);
        assertThat(night.end(Instant.parse("2026-03-28T22:00:00Z"))).contains(Instant.parse("2026-03-29T06:00:00Z"));
    }

    @Test
    void anEndThatTheClocksSkipIsTheNextMomentThereIs() {
        var night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(1, 30), LIVERPOOL);
        assertThat(night.end(Instant.parse("2026-03-28T23:00:00Z"))).contains(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void theSameTimeTwiceIsNone() {
        assertThat(quiet("00:00", "00:00", "UTC").end(Instant.parse("2026-06-02T00:00:00Z")))
                .isEmpty();
    }

    private static QuietHours quiet(String from, String until, String zone) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(until), ZoneId.of(zone));
    }
}
