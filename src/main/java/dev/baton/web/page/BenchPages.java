package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.ItemId;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import dev.baton.transfer.Transfers;
import dev.baton.verification.CriticalCues;
import dev.baton.verification.DemonstrationStates;
import dev.baton.verification.Demonstrations;
import dev.baton.verification.Demonstrations.Agreement;
import dev.baton.verification.FollowUps;
import dev.baton.verification.RunKind;
import dev.baton.verification.RunProgress;
import dev.baton.verification.RunView;
import dev.baton.verification.VerificationRefusals.EntryRefused;
import dev.baton.web.page.Bench.Play;
import dev.baton.web.page.Bench.RunLine;
import dev.baton.web.page.Bench.Seen;
import dev.baton.web.page.Bench.StepBench;
import dev.baton.web.page.TrailSentence.Choice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

/** A step at the bench: where it stands, practice, what both agree on, and what goes back to the sending site. */
@Controller
@RequestMapping("/steps/{id}")
class BenchPages {

    private final Transfers transfers;
    private final Demonstrations demonstrations;
    private final DemonstrationStates states;
    private final CriticalCues cues;
    private final FollowUps followUps;
    private final People people;
    private final RefusalTexts texts;

    BenchPages(
            Transfers transfers,
            Demonstrations demonstrations,
            DemonstrationStates states,
            CriticalCues cues,
            FollowUps followUps,
            People people,
            RefusalTexts texts) {
        this.transfers = transfers;
        this.demonstrations = demonstrations;
        this.states = states;
        this.cues = cues;
        this.followUps = followUps;
        this.people = people;
        this.texts = texts;
    }

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping("/demonstrations")
    String bench(@PathVariable String id, Model model) {
        return page(transfers.requireStep(StepId.of(id)), model);
    }

    /** Practice begins at once; a formal run when both agree. */
    @PostMapping("/demonstrations")
    String begin(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String receiver,
            @RequestParam(defaultValue = "") String expert,
            @RequestParam(required = false) @Nullable List<String> agreed,
            @RequestParam(defaultValue = "practice") String mode,
            Model model,
            HttpServletResponse response) {
        var step = transfers.requireStep(StepId.of(id));
        if (mode.equals("practice")) {
            return "redirect:/steps/" + step.id() + "/practice?kind="
                    + RunKind.ofCode(kind).orElse(RunKind.TEACH_BACK).code();
        }
        try {
            var both = agreed == null ? List.<String>of() : agreed;
            var agreedBy = new ArrayList<String>();
            if (both.contains("receiver")) {
                agreedBy.add(receiver);
            }
            if (both.contains("expert")) {
                agreedBy.add(expert);
            }
            var run = demonstrations.begin(
                    step.id(),
                    new Agreement(RunKind.ofCode(kind).orElse(null), receiver, expert, agreedBy),
                    RunProgress.NONE);
            return "redirect:/demonstrations/" + run.id();
        } catch (Refusal refusal) {
            return refused(refusal, step, model, response);
        }
    }

    /** Practice keeps nothing: where it stands is in the address, and gone with it. */
    @GetMapping("/practice")
    String practice(
            @PathVariable String id,
            @RequestParam(defaultValue = "teach-back") String kind,
            @RequestParam(defaultValue = "0") int cue,
            @RequestParam(defaultValue = "0") int prompts,
            Model model) {
        var step = transfers.requireStep(StepId.of(id));
        var all = cues.ofStep(step.id());
        if (all.isEmpty()) {
            return "redirect:/steps/" + step.id() + "/demonstrations";
        }
        int index = Math.max(0, Math.min(cue, all.size() - 1));
        var seen = Seen.of(all.get(index));
        model.addAttribute(
                "play",
                new Play(
                        step.id().toString(),
                        step.number() + " " + step.name(),
                        RunKind.ofCode(kind).orElse(RunKind.TEACH_BACK).code(),
                        null,
                        0,
                        index,
                        all.size(),
                        Math.max(0, prompts),
                        seen,
                        false,
                        texts.word("bench.question.words", seen.cue()),
                        "",
                        ""));
        return "bench-play";
    }

    @PostMapping("/practice")
    String practised(@PathVariable String id, @RequestParam(defaultValue = "") String kind, RedirectAttributes flash) {
        var step = transfers.requireStep(StepId.of(id));
        demonstrations.practise(step.id(), RunKind.ofCode(kind).orElse(RunKind.TEACH_BACK));
        flash.addFlashAttribute("done", texts.word("bench.practised"));
        return "redirect:/steps/" + step.id() + "/demonstrations";
    }

    /** The text of a cue was not clear: one click asks its author. */
    @PostMapping("/missed-cues")
    String question(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String back,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var step = transfers.requireStep(StepId.of(id));
        try {
            followUps.question(step.id(), itemOf(item), text);
        } catch (Refusal refusal) {
            return refused(refusal, step, model, response);
        }
        flash.addFlashAttribute("done", texts.word("bench.asked"));
        return "redirect:" + local(back, step);
    }

    /** Something nobody told: one click asks the expert. */
    /** In practice nobody is agreed on; the page names none, so that no name stands beside an item. */
    private String anyExpert(StepView step) {
        return demonstrations.experts(step.transferId()).stream().findFirst().orElse("");
    }

    @PostMapping("/surprises")
    String surprise(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String expert,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String back,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var step = transfers.requireStep(StepId.of(id));
        try {
            followUps.surprise(step.id(), expert.isEmpty() ? anyExpert(step) : expert, text);
        } catch (Refusal refusal) {
            return refused(refusal, step, model, response);
        }
        flash.addFlashAttribute("done", texts.word("bench.surprised"));
        return "redirect:" + local(back, step);
    }

    @PostMapping("/critical-cues")
    String mark(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<String> critical,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var step = transfers.requireStep(StepId.of(id));
        var chosen = critical == null ? List.<String>of() : critical;
        var wanted = new LinkedHashMap<ItemId, Boolean>();
        cues.ofStep(step.id())
                .forEach(
                        cue -> wanted.put(cue.item(), chosen.contains(cue.item().toString())));
        try {
            Acting.because(Texts.stripped(reason), () -> cues.mark(step.id(), wanted));
        } catch (Refusal refusal) {
            return refused(refusal, step, model, response);
        }
        flash.addFlashAttribute("done", texts.word("bench.marked"));
        return "redirect:/steps/" + step.id() + "/demonstrations";
    }

    private String refused(Refusal refusal, StepView step, Model model, HttpServletResponse response) {
        response.setStatus(refusal.kind().status());
        model.addAttribute("wrong", texts.of(refusal));
        return page(step, model);
    }

    private String page(StepView step, Model model) {
        var state = states.of(step.id());
        var receivers = demonstrations.receivers(step.transferId());
        var experts = demonstrations.experts(step.transferId());
        var me = Acting.current().username();
        model.addAttribute(
                "bench",
                new StepBench(
                        step.id().toString(),
                        step.number() + " " + step.name(),
                        step.transferId().toString(),
                        transfers.require(step.transferId()).name(),
                        state.status().code(),
                        state.unaided(),
                        state.needed(),
                        state.practiceRuns(),
                        cues.ofStep(step.id()).stream().map(Seen::of).toList(),
                        demonstrations.ofStep(step.id()).stream()
                                .map(this::line)
                                .toList(),
                        receivers.contains(me) || experts.contains(me),
                        choices(receivers),
                        choices(experts),
                        me));
        return "bench";
    }

    private RunLine line(RunView run) {
        var result = run.result();
        return new RunLine(
                run.id().toString(),
                run.kind().code(),
                run.state().name().toLowerCase(Locale.ROOT),
                result == null ? null : result.code(),
                run.number(),
                texts.word("bench.pair", run.receiver().name(), run.expert().name()),
                Moments.in(Acting.current().zone(), Objects.requireNonNullElse(run.endedAt(), run.agreedAt())));
    }

    private List<Choice> choices(List<String> usernames) {
        return usernames.stream()
                .map(username -> new Choice(
                        username, people.person(username).map(PersonView::name).orElse(username)))
                .toList();
    }

    private static ItemId itemOf(String text) {
        try {
            return ItemId.of(text);
        } catch (IllegalArgumentException e) {
            throw new EntryRefused(List.of(Fault.of("itemId", "verification.cue-unknown")));
        }
    }

    /** Back to where it was asked, if that is a page of the bench. */
    private static String local(String back, StepView step) {
        var here = "/steps/" + step.id() + "/";
        return back.startsWith(here + "practice?") || back.startsWith("/demonstrations/")
                ? back
                : here + "demonstrations";
    }
}
