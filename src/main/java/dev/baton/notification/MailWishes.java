package dev.baton.notification;

import dev.baton.Refusal.Fault;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.notification.MailRefusals.LinkUnknown;
import dev.baton.notification.MailRefusals.WishRefused;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to what each person wants by mail, and when. What waits for a person comes always. */
@Service
@Transactional
public class MailWishes {

    private final MailChoices choices;
    private final MailOutbox outbox;
    private final People people;
    private final MailSettings settings;
    private final MessageSource messages;
    private final Clock clock;

    MailWishes(
            MailChoices choices,
            MailOutbox outbox,
            People people,
            MailSettings settings,
            MessageSource messages,
            Clock clock) {
        this.choices = choices;
        this.outbox = outbox;
        this.people = people;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    /** What somebody enters; hours as {@code 20:00}, the zone by its name in the IANA database. */
    public record Entry(
            boolean personal,
            boolean together,
            boolean weekly,
            @Nullable String quietFrom,
            @Nullable String quietUntil,
            @Nullable String zone) {}

    /** What the current actor wants. */
    @Transactional(readOnly = true)
    public MailWish mine() {
        return of(people.require(Acting.current().username()));
    }

    /** What a person wants: all of it, and no mail at night where they work, until they choose. */
    @Transactional(readOnly = true)
    public MailWish of(PersonView person) {
        return choices.findFirstByUsernameOrderByChosenAtDescId(person.username())
                .map(MailChoice::wish)
                .orElseGet(() -> unchosen(person));
    }

    /** What each of these people wants, by user name. */
    Map<String, MailWish> of(Collection<PersonView> everybody) {
        var chosen = choices.findLatest().stream().collect(Collectors.toMap(MailChoice::username, MailChoice::wish));
        return everybody.stream()
                .collect(Collectors.toMap(
                        PersonView::username,
                        person ->
                                Objects.requireNonNullElseGet(chosen.get(person.username()), () -> unchosen(person))));
    }

    private MailWish unchosen(PersonView person) {
        return new MailWish(true, true, true, settings.quietFrom(), settings.quietUntil(), person.zone());
    }

    /** The current actor chooses; the same again changes nothing. */
    public MailWish choose(Entry entry) {
        var faults = new ArrayList<Fault>();
        var from = time("quietFrom", entry.quietFrom(), faults);
        var until = time("quietUntil", entry.quietUntil(), faults);
        var zone = zone(entry.zone(), faults);
        if (from == null || until == null || zone == null) {
            throw new WishRefused(faults);
        }
        var wish = new MailWish(entry.personal(), entry.together(), entry.weekly(), from, until, zone);
        keep(people.require(Acting.current().username()), wish);
        return wish;
    }

    /** What the link at the foot of a mail ends, for whoever holds it. */
    @Transactional(readOnly = true)
    public Topic endedBy(UUID token) {
        return outbox.known(token)
                .map(MailOutbox.Addressed::topic)
                .filter(Topic::isOptional)
                .orElseThrow(LinkUnknown::new);
    }

    /** The reader of that mail wants no more of its topic; a second time changes nothing. */
    public Topic end(UUID token) {
        var mail =
                outbox.known(token).filter(known -> known.topic().isOptional()).orElseThrow(LinkUnknown::new);
        var person = people.require(mail.username());
        var from = Acting.current();
        Acting.as(
                person.acting(from.address(), from.session()),
                () -> Acting.because(messages.getMessage("mail.off.reason", null, Locale.ENGLISH), () -> {
                    keep(person, of(person).without(mail.topic()));
                    return person;
                }));
        return mail.topic();
    }

    private void keep(PersonView person, MailWish wish) {
        if (!wish.equals(of(person))) {
            choices.saveAndFlush(new MailChoice(person.username(), wish, clock.instant()));
        }
    }

    private static @Nullable LocalTime time(String where, @Nullable String text, List<Fault> faults) {
        try {
            return LocalTime.parse(text == null ? "" : text.strip()).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException e) {
            faults.add(Fault.of(where, "mail.time"));
            return null;
        }
    }

    private static @Nullable ZoneId zone(@Nullable String text, List<Fault> faults) {
        if (text != null && ZoneId.getAvailableZoneIds().contains(text.strip())) {
            return ZoneId.of(text.strip());
        }
        faults.add(Fault.of("zone", "mail.zone"));
        return null;
    }
}
