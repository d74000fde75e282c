package dev.baton.identity;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.identity.IdentityRefusals.AbsenceUnknown;
import dev.baton.identity.IdentityRefusals.EntryRefused;
import dev.baton.identity.PresenceEvent.Away;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to absences: each person names their own, and perhaps who stands in. Whoever stands in acts in their own name
 * and with their own rights; nobody lends an account.
 */
@Service
@Transactional
public class Absences {

    private static final int LONGEST_DAYS = 366;

    private final AbsenceLog log;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Absences(AbsenceLog log, People people, ApplicationEventPublisher events, Clock clock) {
        this.log = log;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** The current actor's absences that are not over, soonest first. */
    @Transactional(readOnly = true)
    public List<AbsenceView> mine() {
        var me = Acting.current();
        return log.findByUsernameAndEndsOnGreaterThanEqualOrderByBeginsOn(me.username(), me.today(clock)).stream()
                .map(Absence::view)
                .toList();
    }

    /** The current actor will be away; both days count. */
    public AbsenceView name(@Nullable LocalDate from, @Nullable LocalDate until, @Nullable String delegate) {
        var me = Acting.current();
        var today = me.today(clock);
        var faults = new ArrayList<Fault>();
        if (from == null) {
            faults.add(Fault.of("from", "absence.day-missing"));
        } else if (from.isBefore(today)) {
            faults.add(Fault.of("from", "absence.past"));
        }
        if (until == null) {
            faults.add(Fault.of("until", "absence.day-missing"));
        } else if (from != null && (until.isBefore(from) || until.isAfter(from.plusDays(LONGEST_DAYS)))) {
            faults.add(Fault.of("until", "absence.until", LONGEST_DAYS));
        }
        var stands = Texts.stripped(delegate);
        if (stands != null && !mayStandIn(me).contains(stands)) {
            faults.add(Fault.of("delegate", "absence.delegate", stands));
        }
        if (from == null || until == null || !faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
        var absence = log.save(new Absence(me.username(), from, until, stands));
        if (absence.isOn(today)) {
            begin(absence);
        }
        return absence.view();
    }

    /** The current actor is back from today on, or does not go; the reason comes from {@link Acting#reason()}. */
    public void end(UUID id) {
        var me = Acting.current();
        var absence = log.findById(id)
                .filter(one -> one.username().equals(me.username()))
                .orElseThrow(AbsenceUnknown::new);
        log.save(absence.endedBefore(me.today(clock)));
    }

    /** User names of those who share a role with the current actor and may stand in. */
    @Transactional(readOnly = true)
    public List<String> mayStandIn() {
        return mayStandIn(Acting.current());
    }

    /** The absence that this person is in today, or empty. */
    @Transactional(readOnly = true)
    public Optional<AbsenceView> today(String username) {
        return people.person(username).flatMap(person -> {
            var day = today(person.zone());
            return log.findByUsernameAndEndsOnGreaterThanEqualOrderByBeginsOn(username, day).stream()
                    .filter(absence -> absence.isOn(day))
                    .map(Absence::view)
                    .findFirst();
        });
    }

    /** Tells of every absence that has begun meanwhile. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT15M")
    public void notice() {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        log
                .findByNotedAtIsNullAndBeginsOnLessThanEqualAndEndsOnGreaterThanEqual(day.plusDays(1), day.minusDays(1))
                .stream()
                .filter(absence -> people.person(absence.username())
                        .filter(person -> absence.isOn(today(person.zone())))
                        .isPresent())
                .forEach(this::begin);
    }

    private void begin(Absence absence) {
        log.save(absence.noted(clock.instant()));
        events.publishEvent(new Away(absence.username(), absence.delegate()));
    }

    private List<String> mayStandIn(Actor actor) {
        return people.all().stream()
                .filter(PersonView::enabled)
                .filter(person -> !person.username().equals(actor.username()))
                .filter(person -> actor.roles().stream().anyMatch(person::is))
                .map(PersonView::username)
                .toList();
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
