package dev.baton.web.people;

import dev.baton.Page;
import dev.baton.Refusal.Fault;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.EntryRefused;
import dev.baton.identity.IdentityRefusals.RoleMissing;
import dev.baton.identity.People;
import dev.baton.identity.People.NewPerson;
import dev.baton.identity.People.PersonChange;
import dev.baton.identity.PersonView;
import dev.baton.identity.Reasons;
import dev.baton.identity.Role;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The administrator's calls: sites and people. */
@RestController
class PeopleController {

    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    record SiteForm(@Nullable String name, @Nullable String zone) {}

    record SiteJson(String name, String zone) {}

    record PersonForm(
            @Nullable String username,
            @Nullable String name,
            @Nullable String site,
            @Nullable List<String> roles,
            @Nullable String identityCheckedBy,
            @Nullable String identityCheckedHow,
            @Nullable LocalDate identityCheckedOn) {}

    record ChangeForm(
            @Nullable String name,
            @Nullable String site,
            @Nullable List<String> roles,
            @Nullable Boolean enabled,
            @Nullable Boolean unlock,
            @Nullable String reason) {}

    record ReasonForm(@Nullable String reason) {}

    record Issued(String username, String oneTimePassword) {}

    record PersonJson(
            String username,
            String name,
            String site,
            List<String> roles,
            boolean enabled,
            boolean mustChangePassword,
            @Nullable Instant lockedUntil,
            @Nullable String identityCheckedBy,
            @Nullable String identityCheckedHow,
            @Nullable LocalDate identityCheckedOn) {

        static PersonJson of(PersonView person) {
            return new PersonJson(
                    person.username(),
                    person.name(),
                    person.site(),
                    person.roles().stream().sorted().map(Role::code).toList(),
                    person.enabled(),
                    person.mustChangePassword(),
                    person.lockedUntil(),
                    person.identityCheckedBy(),
                    person.identityCheckedHow(),
                    person.identityCheckedOn());
        }
    }

    @GetMapping("/api/sites")
    Page<SiteJson> sites() {
        requireAdmin();
        return new Page<>(
                people.sites().stream()
                        .map(site -> new SiteJson(site.name(), site.zone().getId()))
                        .toList(),
                null);
    }

    @PostMapping("/api/sites")
    @ResponseStatus(HttpStatus.CREATED)
    SiteJson addSite(@RequestBody SiteForm form) {
        requireAdmin();
        var site = people.addSite(orEmpty(form.name()), zone(orEmpty(form.zone())));
        return new SiteJson(site.name(), site.zone().getId());
    }

    @GetMapping("/api/people")
    Page<PersonJson> people(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String after) {
        requireAdmin();
        var size = Page.requireLimit(limit);
        var rows = people.all().stream()
                .filter(person -> after == null || person.username().compareTo(after) > 0)
                .limit(size + 1L)
                .toList();
        return Page.of(rows, size, PersonView::username).map(PersonJson::of);
    }

    @PostMapping("/api/people")
    @ResponseStatus(HttpStatus.CREATED)
    Issued addPerson(@RequestBody PersonForm form) {
        requireAdmin();
        var on = form.identityCheckedOn();
        if (on == null) {
            throw new EntryRefused(List.of(Fault.of("identityCheckedOn", "identity.identity-check-missing")));
        }
        var entry = new NewPerson(
                orEmpty(form.username()),
                orEmpty(form.name()),
                orEmpty(form.site()),
                roles(form.roles() == null ? List.of() : form.roles()),
                orEmpty(form.identityCheckedBy()),
                orEmpty(form.identityCheckedHow()),
                on);
        return new Issued(entry.username(), people.add(entry));
    }

    @PatchMapping("/api/people/{username}")
    PersonJson change(@PathVariable String username, @RequestBody ChangeForm form) {
        requireAdmin();
        var roles = form.roles() == null ? null : roles(form.roles());
        var change = new PersonChange(form.name(), form.site(), roles, form.enabled(), form.unlock());
        return Reasons.require(form.reason(), () -> PersonJson.of(people.change(username, change)));
    }

    @PostMapping("/api/people/{username}/reset")
    Issued reset(@PathVariable String username, @RequestBody ReasonForm form) {
        requireAdmin();
        return Reasons.require(form.reason(), () -> new Issued(username, people.reset(username)));
    }

    private static Set<Role> roles(List<String> codes) {
        var roles = EnumSet.noneOf(Role.class);
        var faults = new ArrayList<Fault>();
        for (var code : codes) {
            Role.ofCode(code)
                    .ifPresentOrElse(roles::add, () -> faults.add(Fault.of("roles", "identity.role-unknown", code)));
        }
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
        return roles;
    }

    private static ZoneId zone(String id) {
        try {
            if (id.contains("/") || id.equals("UTC")) {
                return ZoneId.of(id);
            }
        } catch (DateTimeException e) {
            // Named below, like every other wrong zone.
        }
        throw new EntryRefused(List.of(Fault.of("zone", "identity.zone-unknown", id)));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void requireAdmin() {
        if (!Acting.current().is(Role.ADMIN)) {
            throw new RoleMissing(Role.ADMIN);
        }
    }
}
