package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.Refusal.Fault;
import dev.baton.identity.IdentityRefusals.EntryRefused;
import dev.baton.identity.Inspections;
import dev.baton.identity.People;
import dev.baton.identity.Reasons;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The limits of an auditor's account, set by an administrator: which transfers, until which day. */
@Controller
@RequestMapping("/admin/people/{username}/inspection")
class InspectionPages {

    private final Inspections inspections;
    private final People people;
    private final RefusalTexts texts;
    private final JdbcClient jdbc;

    InspectionPages(Inspections inspections, People people, RefusalTexts texts, JdbcClient jdbc) {
        this.inspections = inspections;
        this.people = people;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    /** The limits as they are entered. */
    record Limits(@Nullable String until, @Nullable Set<String> transfers, @Nullable String reason) {

        /** Whether that transfer is chosen. */
        public boolean covers(String id) {
            return transfers != null && transfers.contains(id);
        }
    }

    /** A transfer by its name alone: administrators see no content. */
    record Choice(String id, String name) {}

    @GetMapping
    String limits(@PathVariable String username, Model model) {
        var now = inspections.of(username);
        var scope = now.map(limits -> limits.scope());
        var form = new Limits(
                now.map(limits -> limits.endsAt()
                                .atZone(ZoneOffset.UTC)
                                .minusNanos(1)
                                .toLocalDate()
                                .toString())
                        .orElse(null),
                scope.map(ids -> ids.stream().map(UUID::toString).collect(Collectors.toSet()))
                        .orElse(null),
                null);
        return page(username, form, model);
    }

    @PostMapping
    String limit(
            @PathVariable String username,
            Limits form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            var until = until(form.until());
            var chosen = form.transfers() == null
                    ? null
                    : form.transfers().stream().map(UUID::fromString).collect(Collectors.toSet());
            Reasons.require(form.reason(), () -> inspections.limit(username, chosen, until));
            flash.addFlashAttribute("done", texts.word("admin.inspection.done"));
            return "redirect:/admin/people/" + username;
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return page(username, form, model);
        }
    }

    private String page(String username, Limits form, Model model) {
        var person = people.require(username);
        model.addAttribute("section", "admin-people");
        model.addAttribute("username", person.username());
        model.addAttribute("name", person.name());
        model.addAttribute("form", form);
        model.addAttribute(
                "transfers",
                jdbc.sql("select id, name from transfer order by name, id")
                        .query((row, n) -> new Choice(row.getString(1), row.getString(2)))
                        .list());
        return "admin/inspection";
    }

    private static @Nullable Instant until(@Nullable String day) {
        if (day == null || day.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new EntryRefused(List.of(Fault.of("until", "admin.inspection.until-wrong")));
        }
    }
}
