package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.EntryRefused;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.transfer.TeamMember;
import dev.baton.transfer.Teams;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferRefusals.NotTheLead;
import dev.baton.transfer.Transfers;
import dev.baton.web.page.TrailSentence.Choice;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which the lead keeps a transfer's team: who stays, who joins, who leaves when, and why. */
@Controller
@RequestMapping("/transfers/{id}/team")
class TeamPages {

    private static final List<Role> TEAM_ROLES = List.of(Role.TRANSFER_LEAD, Role.EXPERT, Role.RECEIVER, Role.QUALITY);

    private final Transfers transfers;
    private final Teams teams;
    private final People people;
    private final RefusalTexts texts;

    TeamPages(Transfers transfers, Teams teams, People people, RefusalTexts texts) {
        this.transfers = transfers;
        this.teams = teams;
        this.people = people;
        this.texts = texts;
    }

    /**
     * A seat on the team.
     *
     * @param key user name and role in one word, as the form sends it
     * @param leaving ISO date, or empty
     */
    record Seat(String key, String name, String site, String role, String leaving, boolean stays) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping
    String team(@PathVariable String id, Model model) {
        var transfer = require(id);
        var seats = transfers.team(transfer).stream()
                .map(member -> seat(member, member.leavingDate() == null ? "" : "" + member.leavingDate(), true))
                .toList();
        return page(transfer, seats, "", "", model);
    }

    @PostMapping
    String keep(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<String> stays,
            @RequestParam(defaultValue = "") String joins,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> entries,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var transfer = require(id);
        var staying = stays == null ? new HashSet<String>() : new HashSet<>(stays);
        var before = transfers.team(transfer);
        try {
            var faults = new ArrayList<Fault>();
            var wanted = new ArrayList<TeamMember>();
            before.stream()
                    .filter(member -> staying.contains(key(member)))
                    .forEach(member -> wanted.add(
                            new TeamMember(member.username(), member.role(), leaving(member, entries, faults))));
            candidates(before).filter(one -> key(one).equals(joins)).forEach(wanted::add);
            if (new HashSet<>(before).equals(new HashSet<>(wanted)) && faults.isEmpty()) {
                flash.addFlashAttribute("done", texts.word("team.same"));
                return "redirect:/transfers/" + transfer;
            }
            if (reason.isBlank()) {
                faults.add(Fault.of("reason", "reason.missing"));
            }
            Texts.check("reason", reason, Texts.LONGEST_LINE, faults);
            if (!faults.isEmpty()) {
                throw new EntryRefused(faults);
            }
            Acting.because(reason, () -> teams.replace(transfer, wanted));
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            var seats = before.stream()
                    .map(member -> seat(
                            member, entries.getOrDefault("leaving-" + key(member), ""), staying.contains(key(member))))
                    .toList();
            return page(transfer, seats, joins, reason, model);
        }
        flash.addFlashAttribute("done", texts.word("team.saved"));
        return "redirect:/transfers/" + transfer;
    }

    private String page(TransferId transfer, List<Seat> seats, String joins, String reason, Model model) {
        model.addAttribute("transferId", transfer.toString());
        model.addAttribute("transfer", transfers.require(transfer).name());
        model.addAttribute("members", seats);
        model.addAttribute(
                "candidates",
                candidates(transfers.team(transfer))
                        .map(one -> new Choice(key(one), line(one)))
                        .toList());
        model.addAttribute("joins", joins);
        model.addAttribute("reason", reason);
        return "team";
    }

    /** Everybody who could take a seat that is not taken. */
    private Stream<TeamMember> candidates(List<TeamMember> team) {
        return TEAM_ROLES.stream()
                .flatMap(role ->
                        people.holding(role).stream().map(person -> new TeamMember(person.username(), role, null)))
                .filter(one -> team.stream().noneMatch(member -> key(member).equals(key(one))));
    }

    private TransferId require(String id) {
        var transfer = transfers.require(TransferId.of(id));
        if (!transfers.isLead(transfer.id())) {
            throw new NotTheLead(transfer.name());
        }
        return transfer.id();
    }

    private Seat seat(TeamMember member, String leaving, boolean stays) {
        var person = people.person(member.username());
        return new Seat(
                key(member),
                person.map(PersonView::name).orElse(member.username()),
                person.map(PersonView::site).orElse(""),
                member.role().code(),
                leaving,
                stays);
    }

    private String line(TeamMember one) {
        var person = people.require(one.username());
        return person.name() + ", "
                + texts.word("transfer.member", texts.word("role." + one.role().code()), person.site());
    }

    private static String key(TeamMember member) {
        return member.username() + "--" + member.role().code();
    }

    private static @Nullable LocalDate leaving(TeamMember member, Map<String, String> entries, List<Fault> faults) {
        var field = "leaving-" + key(member);
        var entered = entries.getOrDefault(field, "");
        try {
            return entered.isEmpty() ? null : LocalDate.parse(entered);
        } catch (DateTimeException e) {
            faults.add(Fault.of(field, "form.date-wrong"));
            return null;
        }
    }
}
