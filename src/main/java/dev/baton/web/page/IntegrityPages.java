package dev.baton.web.page;

import dev.baton.Page;
import dev.baton.Refusal;
import dev.baton.audit.IntegrityChecks;
import dev.baton.audit.IntegrityRunView;
import dev.baton.audit.IntegrityRunView.FoundView;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The integrity checks: run them, watch them, read what they found as a document, explain a finding. */
@Controller
@RequestMapping("/integrity")
class IntegrityPages {

    private static final int RUNS = 20;

    private final IntegrityChecks checks;
    private final People people;
    private final RefusalTexts texts;

    IntegrityPages(IntegrityChecks checks, People people, RefusalTexts texts) {
        this.checks = checks;
        this.people = people;
        this.texts = texts;
    }

    /** A run in the list and on its own page. */
    record Run(
            String id,
            String state,
            String by,
            boolean everything,
            When at,
            @Nullable When ended,
            boolean running,
            int open,
            @Nullable String step,
            int stepNumber,
            int steps,
            long done,
            long total,
            List<Group> groups) {}

    /** What one check found. */
    record Group(String check, List<Finding> findings) {}

    /** A finding with its explanation, if there is one. */
    record Finding(
            int no,
            String where,
            String what,
            String advice,
            @Nullable String explained,
            @Nullable String by,
            @Nullable When at) {}

    @GetMapping
    String runs(@RequestParam(required = false) @Nullable String after, Model model) {
        var page = checks.list(after, RUNS);
        model.addAttribute("section", "integrity");
        model.addAttribute("runs", page.items().stream().map(this::run).toList());
        model.addAttribute("more", Page.MAX_LIMIT > RUNS ? page.next() : null);
        return "integrity/runs";
    }

    @PostMapping
    String start() {
        return "redirect:/integrity/" + checks.start();
    }

    @GetMapping("/{id}")
    String run(@PathVariable String id, Model model) {
        model.addAttribute("section", "integrity");
        model.addAttribute("run", run(checks.run(UUID.fromString(id))));
        model.addAttribute("mayExplain", Acting.current().is(Role.QUALITY));
        return "integrity/run";
    }

    @PostMapping("/{id}/cancel")
    String cancel(@PathVariable String id) {
        checks.cancel(UUID.fromString(id));
        return "redirect:/integrity/" + id;
    }

    @PostMapping("/{id}/findings/{no}")
    String explain(
            @PathVariable String id,
            @PathVariable int no,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            checks.resolve(UUID.fromString(id), no, reason);
            flash.addFlashAttribute("done", texts.word("integrity.explained.done"));
            return "redirect:/integrity/" + id;
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return run(id, model);
        }
    }

    private Run run(IntegrityRunView run) {
        var zone = Acting.current().zone();
        var checks = run.findings().stream().map(FoundView::check).distinct().toList();
        return new Run(
                run.id().toString(),
                run.state(),
                people.person(run.startedBy()).map(PersonView::name).orElse(run.startedBy()),
                run.everything(),
                Moments.in(zone, run.startedAt()),
                run.finishedAt() == null ? null : Moments.in(zone, run.finishedAt()),
                run.running(),
                run.open(),
                run.step() == null ? null : texts.wordOr("check." + run.step(), run.step()),
                run.stepNumber(),
                run.steps(),
                run.done(),
                run.total(),
                checks.stream()
                        .map(check -> new Group(
                                texts.wordOr("check." + check, check),
                                run.findings().stream()
                                        .filter(found -> found.check().equals(check))
                                        .map(IntegrityPages::finding)
                                        .toList()))
                        .toList());
    }

    private static Finding finding(FoundView found) {
        var resolution = found.resolution();
        return new Finding(
                found.no(),
                found.where(),
                found.what(),
                found.advice(),
                resolution == null ? null : resolution.reason(),
                resolution == null ? null : resolution.name(),
                resolution == null ? null : Moments.in(Acting.current().zone(), resolution.at()));
    }
}
