package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.identity.AbsenceView;
import dev.baton.identity.Absences;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Reasons;
import dev.baton.transfer.Teams;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
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

/** When somebody is away, and who stands in for them. */
@Controller
@RequestMapping("/absence")
class AbsencePages {

    private final Absences absences;
    private final People people;
    private final Teams teams;
    private final RefusalTexts texts;

    AbsencePages(Absences absences, People people, Teams teams, RefusalTexts texts) {
        this.absences = absences;
        this.people = people;
        this.teams = teams;
        this.texts = texts;
    }

    /** An absence as the page shows it. */
    record Away(String id, String from, String until, @Nullable String delegate) {}

    /** Somebody who may stand in. */
    record Someone(String username, String name) {}

    @ModelAttribute("section")
    String section() {
        return "home";
    }

    @GetMapping
    String page(Model model) {
        return page(model, "", "", "");
    }

    @PostMapping
    String name(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String delegate,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            absences.name(day(from), day(until), delegate);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return page(model, from, until, delegate);
        }
        flash.addFlashAttribute("done", texts.word("absence.named"));
        return "redirect:/absence";
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id, RedirectAttributes flash) {
        Reasons.<@Nullable Void>require(texts.recorded("absence.end.reason"), () -> {
            absences.end(id);
            return null;
        });
        flash.addFlashAttribute("done", texts.word("absence.ended"));
        return "redirect:/absence";
    }

    /** Somebody says when they leave for good; an empty day: they stay. */
    @PostMapping("/leaving")
    String leave(
            @RequestParam(defaultValue = "") String leavingDate,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var day = day(leavingDate);
        try {
            if (teams.myLeavingDate() == null) {
                teams.leave(day);
            } else {
                Reasons.<@Nullable Void>require(reason, () -> {
                    teams.leave(day);
                    return null;
                });
            }
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return page(model);
        }
        flash.addFlashAttribute("done", texts.word(day == null ? "leaving.stays" : "leaving.said"));
        return "redirect:/absence";
    }

    private String page(Model model, String from, String until, String delegate) {
        var leaving = teams.myLeavingDate();
        model.addAttribute("leaving", leaving == null ? "" : leaving.toString());
        model.addAttribute("absences", absences.mine().stream().map(this::away).toList());
        model.addAttribute(
                "people",
                absences.mayStandIn().stream()
                        .map(username -> new Someone(username, named(username)))
                        .toList());
        model.addAttribute("from", from);
        model.addAttribute("until", until);
        model.addAttribute("delegate", delegate);
        return "absence";
    }

    private Away away(AbsenceView absence) {
        return new Away(
                absence.id().toString(),
                Moments.day(absence.beginsOn()),
                Moments.day(absence.endsOn()),
                absence.delegate() == null ? null : named(absence.delegate()));
    }

    private String named(String username) {
        return people.person(username).map(PersonView::name).orElse(username);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
