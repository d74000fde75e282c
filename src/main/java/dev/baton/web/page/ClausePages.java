package dev.baton.web.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.RoleMissing;
import dev.baton.identity.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Part 11 and Annex 11, clause by clause, with live evidence: for auditors, quality and leads. */
@Controller
class ClausePages {

    private final Clauses clauses;
    private final ClauseEvidence evidence;

    ClausePages(Clauses clauses, ClauseEvidence evidence) {
        this.clauses = clauses;
        this.evidence = evidence;
    }

    /** A clause as the page shows it. */
    record Shown(
            String clause,
            String asks,
            String does,
            String site,
            List<String> evidence,
            @Nullable String link,
            String tests) {}

    @GetMapping("/clauses")
    String clauses(Model model, Locale language) {
        var actor = Acting.current();
        if (!actor.is(Role.QUALITY) && !actor.is(Role.AUDITOR) && !actor.is(Role.TRANSFER_LEAD)) {
            throw new RoleMissing(Role.QUALITY);
        }
        var figures = evidence.now();
        var checks = !actor.is(Role.TRANSFER_LEAD) || actor.is(Role.QUALITY);
        Map<String, List<Shown>> groups = clauses.all(language).stream()
                .collect(groupingBy(
                        Clauses.Clause::source,
                        LinkedHashMap::new,
                        java.util.stream.Collectors.mapping(clause -> shown(clause, figures, checks), toList())));
        model.addAttribute("section", "clauses");
        model.addAttribute("groups", groups);
        return "clauses";
    }

    private static Shown shown(Clauses.Clause clause, Map<String, String> figures, boolean checks) {
        return new Shown(
                clause.clause(),
                clause.asks(),
                clause.does(),
                clause.site(),
                clause.evidence().stream()
                        .map(name -> Objects.requireNonNull(figures.get(name), name))
                        .toList(),
                checks ? clause.link() : null,
                String.join(", ", clause.tests()));
    }
}
