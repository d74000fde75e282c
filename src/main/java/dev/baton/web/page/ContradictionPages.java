package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.contradiction.ContradictionId;
import dev.baton.contradiction.ContradictionView;
import dev.baton.contradiction.Contradictions;
import dev.baton.contradiction.Contradictions.Act;
import dev.baton.contradiction.Outcome;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Reauthentication;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which two voices stand side by side until a third person has said what holds, and after. */
@Controller
class ContradictionPages {

    private static final int LIMIT = 50;

    private final Contradictions contradictions;
    private final Items items;
    private final Transfers transfers;
    private final People people;
    private final Reauthentication reauthentication;
    private final TwoVoices voices;
    private final RefusalTexts texts;

    ContradictionPages(
            Contradictions contradictions,
            Items items,
            Transfers transfers,
            People people,
            Reauthentication reauthentication,
            TwoVoices voices,
            RefusalTexts texts) {
        this.contradictions = contradictions;
        this.items = items;
        this.transfers = transfers;
        this.people = people;
        this.reauthentication = reauthentication;
        this.voices = voices;
        this.texts = texts;
    }

    /** A person to choose. */
    record Choice(String username, String name) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping("/transfers/{id}/contradictions")
    String register(@PathVariable String id, @RequestParam(required = false) @Nullable String after, Model model) {
        var transfer = transfers.require(TransferId.of(id));
        var page = contradictions.list(transfer.id(), after, LIMIT);
        model.addAttribute("transferId", id);
        model.addAttribute("transfer", transfer.name());
        model.addAttribute("open", lines(page.items(), view -> view.isOpen()));
        model.addAttribute("proposed", lines(page.items(), view -> view.isProposed()));
        model.addAttribute("closed", lines(page.items(), view -> !view.isOpen() && !view.isProposed()));
        model.addAttribute("next", page.next());
        return "contradictions";
    }

    @GetMapping("/contradictions/{id}")
    String contradiction(@PathVariable String id, Model model) {
        return page(contradictions.require(ContradictionId.of(id)), model);
    }

    @PostMapping("/items/{id}/contradictions")
    String mark(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        var item = items.require(ItemId.of(id));
        try {
            var marked = contradictions.mark(item.itemId(), other.isBlank() ? null : ItemId.of(other), reason);
            flash.addFlashAttribute("done", texts.word("contradiction.marked"));
            return "redirect:/contradictions/" + marked;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("markWrong", texts.of(refusal));
            flash.addFlashAttribute("markReason", reason);
            return "redirect:/items/" + item.itemId() + "#voices";
        }
    }

    @PostMapping("/contradictions/{id}/confirm")
    String confirm(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return act(id, "confirm", model, response, flash, () -> contradictions.confirm(ContradictionId.of(id), reason));
    }

    @PostMapping("/contradictions/{id}/dismiss")
    String dismiss(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return act(id, "dismiss", model, response, flash, () -> contradictions.dismiss(ContradictionId.of(id), reason));
    }

    @PostMapping("/contradictions/{id}/arbiter")
    String name(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String arbiter,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        model.addAttribute("arbiterGiven", arbiter);
        model.addAttribute("reasonGiven", reason);
        return act(
                id,
                "named",
                model,
                response,
                flash,
                () -> contradictions.nameArbiter(ContradictionId.of(id), arbiter, reason));
    }

    @PostMapping("/contradictions/{id}/decide")
    String decide(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        model.addAttribute("outcomeGiven", outcome);
        model.addAttribute("wordsGiven", words);
        var contradiction = ContradictionId.of(id);
        var chosen = Outcome.ofCode(outcome).orElse(null);
        return act(id, "decided", model, response, flash, () -> {
            contradictions.check(contradiction, chosen, words);
            contradictions.decide(contradiction, chosen, words, reauthentication.prove(username, password));
        });
    }

    private String act(
            String id,
            String done,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Runnable work) {
        var before = contradictions.require(ContradictionId.of(id));
        try {
            work.run();
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return page(before, model);
        }
        flash.addFlashAttribute("done", texts.word("contradiction.done." + done));
        return "redirect:/contradictions/" + before.id();
    }

    private String page(ContradictionView view, Model model) {
        var acts = contradictions.acts(view);
        var me = Acting.current();
        model.addAttribute("c", voices.of(view));
        model.addAttribute(
                "acts",
                acts.stream()
                        .map(act -> act.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
        model.addAttribute(
                "arbiters",
                acts.contains(Act.NAME_ARBITER)
                        ? contradictions.possibleArbiters(view.id()).stream()
                                .map(username -> new Choice(username, name(username)))
                                .toList()
                        : List.of());
        model.addAttribute("signer", me.name());
        model.addAttribute("site", me.site());
        return "contradiction";
    }

    private List<TwoVoices.Line> lines(List<ContradictionView> all, Predicate<ContradictionView> those) {
        return all.stream().filter(those).map(voices::line).toList();
    }

    private String name(String username) {
        return people.person(username).map(PersonView::name).orElse(username);
    }
}
