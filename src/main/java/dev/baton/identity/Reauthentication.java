package dev.baton.identity;

import dev.baton.identity.IdentityEvent.LockedOut;
import dev.baton.identity.IdentityEvent.LoggedIn;
import dev.baton.identity.IdentityEvent.LoggedOut;
import dev.baton.identity.IdentityEvent.LoginFailed;
import dev.baton.identity.IdentityEvent.SigningFailed;
import dev.baton.identity.IdentityRefusals.ClocksDisagree;
import dev.baton.identity.IdentityRefusals.SigningRefused;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks a password, at login and again at each signing. Always in a transaction of its own: a wrong try counts and
 * stands in the trail even when what was to be signed rolls back.
 */
@Service
public class Reauthentication {

    private final Persons persons;
    private final Passwords passwords;
    private final ClockWatch clocks;
    private final ApplicationEventPublisher events;
    private final Inspections inspections;
    private final Clock clock;

    Reauthentication(
            Persons persons,
            Passwords passwords,
            ClockWatch clocks,
            ApplicationEventPublisher events,
            Inspections inspections,
            Clock clock) {
        this.inspections = inspections;
        this.persons = persons;
        this.passwords = passwords;
        this.clocks = clocks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The person, when user name and password are right and the account is open; else empty, and the try counts.
     *
     * @throws Inspections.AccountEnded when they are right but the time of an auditor's account is over
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = Inspections.AccountEnded.class)
    public Optional<PersonView> login(String username, String password) {
        var failure = new LoginFailed(username, Acting.current().address());
        var person =
                check(username, password, passwords::matchesAtLogin, failure).map(Person::view);
        person.ifPresent(known -> {
            try {
                inspections.requireOpen(known);
            } catch (Inspections.AccountEnded e) {
                events.publishEvent(failure);
                throw e;
            }
        });
        return person;
    }

    /** Notes in the trail that a browser session began. */
    @Transactional
    public void sessionBegan(String username) {
        events.publishEvent(new LoggedIn(username, false));
    }

    /** Notes in the trail that a program calls with user name and password. */
    @Transactional
    public void programCalls(String username) {
        events.publishEvent(new LoggedIn(username, true));
    }

    /** Notes in the trail that a browser session ended. */
    @Transactional
    public void sessionEnded(String username) {
        events.publishEvent(new LoggedOut(username));
    }

    /**
     * Proof that the current actor is who they say they are.
     *
     * @param username what was typed as user name, or null where the session's unbroken series of signings asks for the
     *     password alone (21 CFR 11.200(a)(1))
     * @throws ClocksDisagree while the application's clock and the database's differ; no password is looked at
     * @throws SigningRefused when it is wrong, another person's, or the account is closed; the try counts
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = SigningRefused.class)
    public SigningProof prove(@Nullable String username, @Nullable String password) {
        clocks.require();
        var actor = Acting.person().orElseThrow(() -> new SigningRefused("identity.signing-refused"));
        if (username != null && !username.equals(actor.username())) {
            passwords.pretendToCheck(password == null ? "" : password);
            events.publishEvent(new SigningFailed(actor.username(), actor.address()));
            throw new SigningRefused("identity.signing-refused");
        }
        var failure = new SigningFailed(actor.username(), actor.address());
        var person = check(actor.username(), password == null ? "" : password, passwords::matches, failure);
        if (person.isEmpty()) {
            var locked = persons.findByUsername(actor.username())
                    .map(p -> p.isLocked(clock.instant()))
                    .orElse(false);
            throw new SigningRefused(locked ? "identity.signing-locked" : "identity.signing-refused");
        }
        return new SigningProof(actor.username(), clock.instant());
    }

    private Optional<Person> check(
            String username, String password, BiPredicate<String, String> matching, IdentityEvent failure) {
        var found = persons.findByUsername(username);
        var now = clock.instant();
        if (found.isEmpty() || !found.get().isEnabled() || found.get().isLocked(now)) {
            passwords.pretendToCheck(password);
            events.publishEvent(failure);
            return Optional.empty();
        }
        var person = found.get();
        if (matching.test(password, person.passwordHash())) {
            persons.save(person.passwordCorrect());
            return found;
        }
        var closed = person.passwordWrong(now);
        persons.save(person);
        events.publishEvent(failure);
        if (closed) {
            events.publishEvent(new LockedOut(username, Acting.current().address()));
        }
        return Optional.empty();
    }
}
