package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.identity.Acting;
import dev.baton.identity.Reasons;
import dev.baton.identity.Reauthentication;
import dev.baton.recognition.Asking;
import dev.baton.recognition.Expertise;
import dev.baton.recognition.Stewardship;
import dev.baton.recognition.StewardshipView;
import dev.baton.recognition.StewardshipView.Handed;
import dev.baton.transfer.StepId;
import dev.baton.transfer.Transfers;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** The people of a step: who built it, who knows it, who carries it, and what one may ask them. */
@Controller
@RequestMapping("/steps/{id}/people")
class StewardshipPages {

    private final Transfers transfers;
    private final Stewardship stewardship;
    private final Expertise expertise;
    private final Asking asking;
    private final Reauthentication reauthentication;
    private final RefusalTexts texts;

    StewardshipPages(
            Transfers transfers,
            Stewardship stewardship,
            Expertise expertise,
            Asking asking,
            Reauthentication reauthentication,
            RefusalTexts texts) {
        this.transfers = transfers;
        this.stewardship = stewardship;
        this.expertise = expertise;
        this.asking = asking;
        this.reauthentication = reauthentication;
        this.texts = texts;
    }

    /** Who built it, and since when. */
    record Built(String username, String name, When since) {}

    /** A person who knows it, and how. */
    record Knows(String username, String name, String site, String by) {}

    /** A hand-over. */
    record Given(
            String id,
            String from,
            String to,
            @Nullable String lastWord,
            When offered,
            @Nullable String firstWord,
            @Nullable When taken,
            @Nullable When ended,
            boolean mine,
            boolean given) {}

    /** A question. */
    record Question(String id, String by, String text, When at, List<Kept> files, List<Answer> answers) {}

    /** An answer. */
    record Answer(String by, String text, When at) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping
    String people(@PathVariable String id, Model model) {
        return page(StepId.of(id), model);
    }

    @PostMapping("/questions")
    String ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        model.addAttribute("asked", text);
        return doing(
                id,
                () -> {
                    asking.ask(StepId.of(id), text);
                },
                "expertise.asked",
                model,
                response,
                flash);
    }

    @PostMapping("/questions/{question}")
    String answer(
            @PathVariable String id,
            @PathVariable UUID question,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        model.addAttribute("answering", question.toString());
        model.addAttribute("answer", text);
        return doing(id, () -> asking.answer(question, text), "expertise.answered", model, response, flash);
    }

    @PostMapping("/let-go")
    String letGo(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String lastWord,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        stewardship.requireCarrier(StepId.of(id));
        model.addAttribute("lastWord", lastWord);
        model.addAttribute("heir", to);
        return doing(
                id,
                () -> stewardship.letGo(StepId.of(id), to, lastWord, reauthentication.prove(username, password)),
                "stewardship.let-go.done",
                model,
                response,
                flash);
    }

    @PostMapping("/take/{handover}")
    String take(
            @PathVariable String id,
            @PathVariable UUID handover,
            @RequestParam(defaultValue = "") String firstWord,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        stewardship.requireHeir(handover);
        model.addAttribute("firstWord", firstWord);
        return doing(
                id,
                () -> stewardship.take(handover, firstWord, reauthentication.prove(username, password)),
                "stewardship.take.done",
                model,
                response,
                flash);
    }

    @PostMapping("/end/{handover}")
    String end(
            @PathVariable String id,
            @PathVariable UUID handover,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        model.addAttribute("ending", handover.toString());
        model.addAttribute("endReason", reason);
        return doing(
                id,
                () -> Reasons.<@Nullable Void>require(reason, () -> {
                    stewardship.end(handover);
                    return null;
                }),
                "stewardship.ended.done",
                model,
                response,
                flash);
    }

    private String doing(
            String id, Runnable act, String done, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            act.run();
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNKNOWN) {
                throw refusal;
            }
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return page(StepId.of(id), model);
        }
        flash.addFlashAttribute("done", texts.word(done));
        flash.addAttribute("id", id);
        return "redirect:/steps/{id}/people";
    }

    private String page(StepId id, Model model) {
        var step = transfers.requireStep(id);
        var zone = Acting.current().zone();
        var steward = stewardship.of(id);
        var known = expertise.of(id);
        model.addAttribute("step", step);
        model.addAttribute("stepId", id.toString());
        model.addAttribute("transfer", transfers.known(step.transferId()).name());
        model.addAttribute(
                "built",
                steward.built().stream()
                        .map(person -> new Built(person.username(), person.name(), Moments.day(zone, person.since())))
                        .toList());
        model.addAttribute(
                "carriers",
                steward.carriers().stream().map(StewardshipView.Someone::name).collect(Collectors.joining(", ")));
        model.addAttribute(
                "given", steward.handovers().stream().map(this::given).toList());
        model.addAttribute("heirs", stewardship.heirs(id));
        model.addAttribute(
                "knows",
                known.people().stream()
                        .map(person -> new Knows(
                                person.username(),
                                person.name(),
                                person.site(),
                                person.by().stream()
                                        .map(way -> texts.word("expertise.by." + way))
                                        .collect(Collectors.joining(", "))))
                        .toList());
        model.addAttribute("busFactor", known.busFactor());
        model.addAttribute(
                "questions",
                asking.of(id).stream()
                        .map(question -> new Question(
                                question.id().toString(),
                                question.byName(),
                                question.text(),
                                Moments.in(zone, question.at()),
                                question.files().stream().map(Kept::of).toList(),
                                question.answers().stream()
                                        .map(said ->
                                                new Answer(said.byName(), said.text(), Moments.in(zone, said.at())))
                                        .toList()))
                        .toList());
        return "step-people";
    }

    private Given given(Handed handed) {
        var zone = Acting.current().zone();
        var at = handed.takenAt();
        var ended = handed.endedAt();
        var waits = at == null && ended == null;
        var me = Acting.current().username();
        return new Given(
                handed.id().toString(),
                handed.from().name(),
                handed.to().name(),
                handed.lastWord(),
                Moments.day(zone, handed.offeredAt()),
                handed.firstWord(),
                at == null ? null : Moments.day(zone, at),
                ended == null ? null : Moments.day(zone, ended),
                waits && handed.to().username().equals(me),
                waits && handed.from().username().equals(me));
    }
}
