package dev.baton.identity;

import dev.baton.Languages;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.identity.IdentityEvent.PasswordChanged;
import dev.baton.identity.IdentityEvent.PasswordReset;
import dev.baton.identity.IdentityEvent.RolesGranted;
import dev.baton.identity.IdentityEvent.RolesRevoked;
import dev.baton.identity.IdentityEvent.Unlocked;
import dev.baton.identity.IdentityRefusals.EntryRefused;
import dev.baton.identity.IdentityRefusals.NameTaken;
import dev.baton.identity.IdentityRefusals.PersonUnknown;
import dev.baton.identity.IdentityRefusals.RoleMissing;
import dev.baton.identity.IdentityRefusals.SiteUnknown;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to people and sites: who there is, and the administrator's acts, each with its reason. */
@Service
@Transactional
public class People {

    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{1,62}");
    private static final int NAME_LENGTH = 200;

    private final Persons persons;
    private final SiteDirectory sites;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(Persons persons, SiteDirectory sites, Passwords passwords, ApplicationEventPublisher events, Clock clock) {
        this.persons = persons;
        this.sites = sites;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What an administrator enters of a new person.
     *
     * @param identityCheckedHow how the person's identity was verified before issue (21 CFR 11.100(b))
     */
    public record NewPerson(
            String username,
            String name,
            String site,
            Set<Role> roles,
            String identityCheckedBy,
            String identityCheckedHow,
            LocalDate identityCheckedOn) {}

    /** What an administrator changes of a person; null leaves as it is. */
    public record PersonChange(
            @Nullable String name,
            @Nullable String site,
            @Nullable Set<Role> roles,
            @Nullable Boolean enabled,
            @Nullable Boolean unlock) {}

    /** The person with this user name, or empty. */
    @Transactional(readOnly = true)
    public Optional<PersonView> person(String username) {
        return persons.findByUsername(username).map(Person::view);
    }

    /** The person with this user name. */
    @Transactional(readOnly = true)
    public PersonView require(String username) {
        return person(username).orElseThrow(() -> new PersonUnknown(username));
    }

    /** Those of these user names whom there is, in no order; as many statements for many as for one. */
    @Transactional(readOnly = true)
    public List<PersonView> named(Set<String> usernames) {
        return usernames.isEmpty()
                ? List.of()
                : persons.named(usernames.stream().sorted().toList()).stream()
                        .map(Person::view)
                        .toList();
    }

    /** Everybody, by user name. */
    @Transactional(readOnly = true)
    public List<PersonView> all() {
        return persons.findAllByOrderByUsername().stream().map(Person::view).toList();
    }

    /** Everybody who holds the role and may use it, by user name. */
    @Transactional(readOnly = true)
    public List<PersonView> holding(Role role) {
        return all().stream().filter(person -> person.is(role)).toList();
    }

    /** All sites, by name. */
    @Transactional(readOnly = true)
    public List<SiteView> sites() {
        return sites.findAllByOrderByName().stream().map(Site::view).toList();
    }

    /** The site with this name, or empty. */
    @Transactional(readOnly = true)
    public Optional<SiteView> site(String name) {
        return sites.findByName(name).map(Site::view);
    }

    /** Adds a site. */
    public SiteView addSite(String name, ZoneId zone) {
        requireAdmin();
        if (name.isBlank() || name.length() > NAME_LENGTH) {
            throw new EntryRefused(List.of(Fault.of("name", "identity.name-length", NAME_LENGTH)));
        }
        if (sites.findByName(name.strip()).isPresent()) {
            throw new NameTaken("identity.site-taken", name);
        }
        return sites.save(new Site(name.strip(), zone)).view();
    }

    /**
     * Adds a person.
     *
     * @return the one-time password, shown once to the administrator and never again
     */
    public String add(NewPerson entry) {
        requireAdmin();
        var faults = new ArrayList<Fault>();
        if (!USERNAME.matcher(entry.username()).matches()) {
            faults.add(Fault.of("username", "identity.username-form"));
        }
        checkName(entry.name(), faults);
        checkRoles(entry.roles(), faults);
        if (entry.identityCheckedBy().isBlank()) {
            faults.add(Fault.of("identityCheckedBy", "identity.identity-check-missing"));
        }
        if (entry.identityCheckedHow().isBlank()) {
            faults.add(Fault.of("identityCheckedHow", "identity.identity-check-missing"));
        }
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
        if (persons.findByUsername(entry.username()).isPresent()) {
            throw new NameTaken("identity.username-taken", entry.username());
        }
        var oneTime = passwords.oneTime();
        persons.save(new Person(
                        entry.username(),
                        entry.name().strip(),
                        siteNamed(entry.site()),
                        entry.roles(),
                        passwords.hash(oneTime),
                        clock.instant())
                .identityChecked(
                        entry.identityCheckedBy().strip(),
                        entry.identityCheckedHow().strip(),
                        entry.identityCheckedOn()));
        events.publishEvent(new RolesGranted(entry.username(), entry.roles()));
        return oneTime;
    }

    /** Changes a person; the reason comes from {@link Acting#reason()}. */
    public PersonView change(String username, PersonChange change) {
        requireAdmin();
        var person = known(username);
        var faults = new ArrayList<Fault>();
        if (change.name() != null) {
            checkName(change.name(), faults);
        }
        if (change.roles() != null) {
            checkRoles(change.roles(), faults);
        }
        if (Boolean.FALSE.equals(change.enabled())
                && username.equals(Acting.current().username())) {
            faults.add(Fault.of("enabled", "identity.not-oneself"));
        }
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
        if (change.name() != null) {
            person.rename(change.name().strip());
        }
        if (change.site() != null) {
            person.moveTo(siteNamed(change.site()));
        }
        if (change.roles() != null) {
            changeRoles(person, change.roles());
        }
        if (change.enabled() != null) {
            if (change.enabled()) {
                person.enable();
                events.publishEvent(new PresenceEvent.Returned(username));
            } else {
                person.disable();
                events.publishEvent(new PresenceEvent.Left(username));
            }
        }
        if (Boolean.TRUE.equals(change.unlock())) {
            person.unlock();
            events.publishEvent(new Unlocked(username));
        }
        return persons.save(person).view();
    }

    /**
     * Issues a new one-time password.
     *
     * @return the password, shown once
     */
    public String reset(String username) {
        requireAdmin();
        var person = known(username);
        var oneTime = passwords.oneTime();
        persons.save(person.passwordIssued(passwords.hash(oneTime)));
        events.publishEvent(new PasswordReset(username));
        return oneTime;
    }

    /** The current actor chooses a new password. */
    public void choosePassword(String newPassword) {
        var person = known(Acting.current().username());
        var faults = passwords.faults("new", newPassword, person.username());
        if (faults.isEmpty() && passwords.matches(newPassword, person.passwordHash())) {
            faults = List.of(Fault.of("new", "password.same"));
        }
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
        persons.save(person.passwordChosen(passwords.hash(newPassword)));
        events.publishEvent(new PasswordChanged(person.username()));
    }

    /** The current actor chooses the language of their pages and mails; null or blank: as the browser asks. */
    public PersonView speak(@Nullable String language) {
        var code = Texts.stripped(language);
        if (code != null && !Languages.speaks(code)) {
            throw new EntryRefused(List.of(Fault.of("language", "identity.language-unknown", code)));
        }
        return persons.save(known(Acting.current().username()).speak(code)).view();
    }

    /** The first administrator of an empty installation, with a password that must be changed at the first login. */
    public void foundWith(String username, String password, String siteName, ZoneId zone) {
        if (persons.count() > 0) {
            return;
        }
        var faults = new ArrayList<>(passwords.faults("BATON_ADMIN_PASSWORD", password, username));
        if (!USERNAME.matcher(username).matches()) {
            faults.add(Fault.of("BATON_ADMIN_USERNAME", "identity.username-form"));
        }
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
        var site = sites.findByName(siteName).orElseGet(() -> sites.save(new Site(siteName, zone)));
        persons.save(new Person(
                        username, "Administrator", site, Set.of(Role.ADMIN), passwords.hash(password), clock.instant())
                .identityChecked("installation", "named in the installation's environment", LocalDate.now(clock)));
        events.publishEvent(new RolesGranted(username, Set.of(Role.ADMIN)));
    }

    /** Whether nobody is there yet. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return persons.count() == 0;
    }

    private void changeRoles(Person person, Set<Role> roles) {
        var granted = new HashSet<>(roles);
        granted.removeAll(person.roles());
        var revoked = new HashSet<>(person.roles());
        revoked.removeAll(roles);
        person.grant(roles);
        if (!granted.isEmpty()) {
            events.publishEvent(new RolesGranted(person.username(), granted));
        }
        if (!revoked.isEmpty()) {
            events.publishEvent(new RolesRevoked(person.username(), revoked));
        }
    }

    private static void checkName(String name, List<Fault> faults) {
        if (name.isBlank() || name.length() > NAME_LENGTH) {
            faults.add(Fault.of("name", "identity.name-length", NAME_LENGTH));
        }
    }

    private static void checkRoles(Set<Role> roles, List<Fault> faults) {
        if (roles.isEmpty()) {
            faults.add(Fault.of("roles", "identity.roles-empty"));
        }
        if (!Role.mayStandTogether(roles)) {
            faults.add(Fault.of("roles", "identity.roles-segregated"));
        }
    }

    private Person known(String username) {
        return persons.findByUsername(username).orElseThrow(() -> new PersonUnknown(username));
    }

    private Site siteNamed(String name) {
        return sites.findByName(name).orElseThrow(() -> new SiteUnknown(name));
    }

    private static void requireAdmin() {
        if (!Acting.current().is(Role.ADMIN) && Acting.person().isPresent()) {
            throw new RoleMissing(Role.ADMIN);
        }
    }
}
