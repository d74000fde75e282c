package dev.baton.notification;

import dev.baton.identity.People;
import dev.baton.identity.Role;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On Monday morning, in each person's own zone, their weekly letter is due. */
@Component
@ConditionalOnProperty("spring.mail.host")
class WeeklyRound {

    private static final int HOUR = 8;
    /** Whoever is met later, because the product did not run or is new, gets the next one. */
    private static final Duration LATE = Duration.ofDays(2);

    private final People people;
    private final MailWishes wishes;
    private final MailOutbox outbox;
    private final Clock clock;

    WeeklyRound(People people, MailWishes wishes, MailOutbox outbox, Clock clock) {
        this.people = people;
        this.wishes = wishes;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    public void plan() {
        var readers = people.all().stream()
                .filter(person -> person.enabled() && !person.is(Role.ADMIN))
                .toList();
        var wanted = wishes.of(readers);
        for (var person : readers) {
            var wish = Objects.requireNonNull(wanted.get(person.username()));
            var here = clock.instant().atZone(wish.zone());
            var begin = here.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .truncatedTo(ChronoUnit.DAYS)
                    .withHour(HOUR);
            if (wish.weekly() && !here.isBefore(begin) && here.isBefore(begin.plus(LATE))) {
                outbox.putWeekly(
                        person.username(),
                        here.get(IsoFields.WEEK_BASED_YEAR) + "-W" + here.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            }
        }
    }
}
