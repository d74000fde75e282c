package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.call.CallId;
import dev.baton.call.CallView;
import dev.baton.call.Calls;
import dev.baton.capture.DraftComments;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of calls for contributions: who is called for what, who joined, and how the count grows. */
@Controller
class CallPages {

    private final Calls calls;
    private final Transfers transfers;
    private final People people;
    private final Tasks tasks;
    private final DraftComments drafts;
    private final RefusalTexts texts;

    CallPages(Calls calls, Transfers transfers, People people, Tasks tasks, DraftComments drafts, RefusalTexts texts) {
        this.drafts = drafts;
        this.calls = calls;
        this.transfers = transfers;
        this.people = people;
        this.tasks = tasks;
        this.texts = texts;
    }

    /** A contribution as the page shows it; {@code draft} where the reader may comment on it. */
    record Line(String who, String title, String step, boolean told, @Nullable String draft) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping("/transfers/{id}/calls")
    String list(@PathVariable String id, Model model) {
        return list(TransferId.of(id), "", "", List.of(), "", model);
    }

    @PostMapping("/transfers/{id}/calls")
    String publish(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable List<String> steps,
            @RequestParam(defaultValue = "") String until,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var transfer = TransferId.of(id);
        var chosen = steps == null ? List.<String>of() : steps;
        try {
            var call = calls.publish(transfer, theme, words, chosen, day(until));
            flash.addFlashAttribute("done", texts.word("call.published"));
            return "redirect:/calls/" + call;
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return list(transfer, theme, words, chosen, until, model);
        }
    }

    @GetMapping("/calls/{id}")
    String call(@PathVariable String id, Model model) {
        return page(calls.require(CallId.of(id)), model);
    }

    @PostMapping("/calls/{id}/join")
    String join(@PathVariable String id, Model model, HttpServletResponse response, RedirectAttributes flash) {
        var call = calls.require(CallId.of(id));
        try {
            calls.join(call.id());
        } catch (Refusal refusal) {
            return refused(refusal, call, model, response);
        }
        flash.addFlashAttribute("done", texts.word("call.joined"));
        return "redirect:/calls/" + call.id();
    }

    @PostMapping("/calls/{id}/contributions")
    String pledge(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String title,
            Model model,
            HttpServletResponse response) {
        var call = calls.require(CallId.of(id));
        try {
            var capture = calls.pledge(call.id(), step, title);
            return tasks.taskOf(capture).map(task -> "redirect:/tasks/" + task).orElse("redirect:/");
        } catch (Refusal refusal) {
            model.addAttribute("titleGiven", title);
            return refused(refusal, call, model, response);
        }
    }

    @PostMapping("/calls/{id}/close")
    String close(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var call = calls.require(CallId.of(id));
        try {
            calls.close(call.id(), reason);
        } catch (Refusal refusal) {
            return refused(refusal, call, model, response);
        }
        flash.addFlashAttribute("done", texts.word("call.closed"));
        return "redirect:/calls/" + call.id();
    }

    private String refused(Refusal refusal, CallView call, Model model, HttpServletResponse response) {
        response.setStatus(refusal.kind().status());
        model.addAttribute("wrong", texts.of(refusal));
        return page(call, model);
    }

    private String list(TransferId id, String theme, String words, List<String> steps, String until, Model model) {
        var transfer = transfers.require(id);
        model.addAttribute("transferId", id.toString());
        model.addAttribute("transfer", transfer.name());
        model.addAttribute("calls", calls.of(id));
        model.addAttribute("lead", transfers.isLead(id) && transfer.started());
        model.addAttribute("allSteps", transfers.steps(id));
        model.addAttribute("theme", theme);
        model.addAttribute("words", words);
        model.addAttribute("chosen", steps);
        model.addAttribute("until", until);
        return "calls";
    }

    private String page(CallView call, Model model) {
        model.addAttribute("call", call);
        model.addAttribute("transfer", transfers.known(call.transferId()).name());
        model.addAttribute("by", name(call.publishedBy()));
        model.addAttribute("until", Moments.day(call.until()));
        model.addAttribute("people", call.people().stream().map(this::name).toList());
        var open = drafts
                .openFor(call.steps().stream().map(step -> StepId.of(step.id())).toList())
                .stream()
                .map(draft -> draft.id().toString())
                .collect(Collectors.toSet());
        model.addAttribute(
                "contributions",
                call.contributions().stream()
                        .map(each -> new Line(
                                name(each.username()),
                                each.title(),
                                each.step(),
                                each.told(),
                                open.contains(each.captureId()) ? each.captureId() : null))
                        .toList());
        model.addAttribute(
                "mayJoin",
                call.open()
                        && transfers
                                .members(call.transferId(), Role.EXPERT)
                                .contains(Acting.current().username()));
        model.addAttribute("mayClose", call.open() && transfers.isLead(call.transferId()));
        return "call";
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private String name(String username) {
        return people.person(username).map(PersonView::name).orElse(username);
    }
}
