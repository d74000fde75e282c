package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.EntryRefused;
import dev.baton.identity.People;
import dev.baton.identity.People.NewPerson;
import dev.baton.identity.People.PersonChange;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.identity.SiteView;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's pages: people and sites, each change with its reason. */
@Controller
@RequestMapping("/admin")
class AdminPages {

    private final People people;
    private final RefusalTexts texts;
    private final Clock clock;

    AdminPages(People people, RefusalTexts texts, Clock clock) {
        this.people = people;
        this.texts = texts;
        this.clock = clock;
    }

    /** A person in the list of accounts and on their own page. */
    record Account(
            String username, String name, String site, String roles, boolean enabled, boolean locked, String check) {}

    /** A site as it is entered. */
    record SiteForm(@Nullable String name, @Nullable String zone, @Nullable String reason) {}

    @GetMapping("/people")
    String people(Model model) {
        model.addAttribute("section", "admin-people");
        model.addAttribute("people", people.all().stream().map(this::account).toList());
        return "admin/people";
    }

    @GetMapping("/people/add")
    String addForm(Model model) {
        return addForm(new PersonForm(null, null, null, null, null, null, null, null), model);
    }

    @PostMapping("/people/add")
    String add(PersonForm form, Model model, HttpServletResponse response) {
        try {
            var faults = new ArrayList<Fault>();
            Texts.require("name", form.name(), Texts.LONGEST_LINE, faults);
            Texts.require("username", form.username(), Texts.LONGEST_LINE, faults);
            requireSite(form.site(), faults);
            if (form.chosenRoles().isEmpty()) {
                faults.add(Fault.of("roles", "identity.roles-empty"));
            }
            Texts.require("identityCheckedBy", form.identityCheckedBy(), Texts.LONGEST_LINE, faults);
            Texts.require("identityCheckedHow", form.identityCheckedHow(), Texts.LONGEST_LINE, faults);
            var on = date(form.identityCheckedOn(), faults);
            requireReason("reason", form.reason(), faults);
            refuseIfAny(faults);
            var entry = new NewPerson(
                    form.username(),
                    form.name(),
                    form.site(),
                    form.chosenRoles(),
                    form.identityCheckedBy(),
                    form.identityCheckedHow(),
                    on);
            return oneTime(entry.username(), Acting.because(form.reason(), () -> people.add(entry)), model, response);
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            return addForm(form, model);
        }
    }

    @GetMapping("/people/{username}")
    String person(@PathVariable String username, Model model) {
        return person(username, PersonForm.of(people.require(username)), model);
    }

    @PostMapping("/people/{username}")
    String change(
            @PathVariable String username,
            PersonForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            var faults = new ArrayList<Fault>();
            requireReason("reason", form.reason(), faults);
            requireSite(form.site(), faults);
            refuseIfAny(faults);
            var change = new PersonChange(form.name(), form.site(), form.chosenRoles(), null, null);
            Acting.because(form.reason(), () -> people.change(username, change));
            return changed(username, flash);
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            return person(username, form, model);
        }
    }

    @PostMapping("/people/{username}/account")
    String account(
            @PathVariable String username,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            var faults = new ArrayList<Fault>();
            requireReason("account-reason", reason, faults);
            refuseIfAny(faults);
            if (act.equals("reset")) {
                return oneTime(username, Acting.because(reason, () -> people.reset(username)), model, response);
            }
            var change =
                    switch (act) {
                        case "enable" -> new PersonChange(null, null, null, true, null);
                        case "disable" -> new PersonChange(null, null, null, false, null);
                        default -> new PersonChange(null, null, null, null, true);
                    };
            Acting.because(reason, () -> people.change(username, change));
            return changed(username, flash);
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            return person(username, PersonForm.of(people.require(username)), model);
        }
    }

    @GetMapping("/sites")
    String sites(Model model) {
        return sites(new SiteForm(null, null, null), model);
    }

    @PostMapping("/sites")
    String addSite(SiteForm form, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            var faults = new ArrayList<Fault>();
            Texts.require("name", form.name(), Texts.LONGEST_LINE, faults);
            requireReason("reason", form.reason(), faults);
            var zone = zone(form.zone(), faults);
            refuseIfAny(faults);
            var name = String.valueOf(form.name());
            Acting.because(form.reason(), () -> people.addSite(name, zone));
            flash.addFlashAttribute("done", texts.word("admin.sites.done", name));
            return "redirect:/admin/sites";
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            return sites(form, model);
        }
    }

    private String addForm(PersonForm form, Model model) {
        choices(form, model);
        return "admin/person-add";
    }

    private String person(String username, PersonForm form, Model model) {
        model.addAttribute("p", account(people.require(username)));
        choices(form, model);
        return "admin/person";
    }

    private String sites(SiteForm form, Model model) {
        model.addAttribute("section", "admin-sites");
        model.addAttribute("form", form);
        model.addAttribute("sites", people.sites());
        return "admin/sites";
    }

    private void choices(PersonForm form, Model model) {
        model.addAttribute("section", "admin-people");
        model.addAttribute("form", form);
        model.addAttribute("sites", people.sites().stream().map(SiteView::name).toList());
        model.addAttribute("roles", Arrays.stream(Role.values()).map(Role::code).toList());
    }

    /** The one answer that holds the password: not kept by the browser, and gone with the next page. */
    private static String oneTime(String username, String password, Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("section", "admin-people");
        model.addAttribute("username", username);
        model.addAttribute("password", password);
        return "admin/one-time";
    }

    private String changed(String username, RedirectAttributes flash) {
        flash.addFlashAttribute("done", texts.word("admin.change.done"));
        flash.addAttribute("username", username);
        return "redirect:/admin/people/{username}";
    }

    private void refused(Refusal refusal, Model model, HttpServletResponse response) {
        response.setStatus(refusal.kind().status());
        model.addAttribute("wrong", texts.of(refusal));
    }

    private Account account(PersonView person) {
        var roles = person.roles().stream()
                .sorted()
                .map(role -> texts.word("role." + role.code()))
                .collect(Collectors.joining(", "));
        var locked = person.lockedUntil() != null && person.lockedUntil().isAfter(clock.instant());
        var on = person.identityCheckedOn();
        var check = on == null
                ? texts.word("admin.check.none")
                : texts.word(
                        "admin.check.line",
                        String.valueOf(person.identityCheckedBy()),
                        String.valueOf(person.identityCheckedHow()),
                        Moments.day(on));
        return new Account(person.username(), person.name(), person.site(), roles, person.enabled(), locked, check);
    }

    private static void refuseIfAny(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
    }

    private static void requireReason(String field, @Nullable String reason, List<Fault> faults) {
        if (reason == null || reason.isBlank()) {
            faults.add(Fault.of(field, "reason.missing"));
        } else {
            Texts.check(field, reason, Texts.LONGEST_LINE, faults);
        }
    }

    private static void requireSite(String site, List<Fault> faults) {
        if (site.isEmpty()) {
            faults.add(Fault.of("site", "form.choose-site"));
        }
    }

    private static LocalDate date(String text, List<Fault> faults) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            faults.add(Fault.of("identityCheckedOn", "form.date-wrong"));
            return LocalDate.EPOCH;
        }
    }

    private static ZoneId zone(@Nullable String id, List<Fault> faults) {
        try {
            if (id != null && (id.contains("/") || id.equals("UTC"))) {
                return ZoneId.of(id);
            }
        } catch (DateTimeException e) {
            // Named below, like every other wrong zone.
        }
        faults.add(Fault.of("zone", "identity.zone-unknown", id == null ? "" : id));
        return ZoneOffset.UTC;
    }
}
