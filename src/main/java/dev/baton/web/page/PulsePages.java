package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.identity.Acting;
import dev.baton.recognition.PulseView;
import dev.baton.recognition.PulseView.Results;
import dev.baton.recognition.PulseView.Round;
import dev.baton.recognition.Pulses;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.PulseRhythm;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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

/** The pulse of a transfer: the two questions, what all said together, and what the lead did about it. */
@Controller
@RequestMapping("/transfers/{id}/pulse")
class PulsePages {

    private final Pulses pulses;
    private final PulseRhythm rhythm;
    private final Transfers transfers;
    private final RefusalTexts texts;

    PulsePages(Pulses pulses, PulseRhythm rhythm, Transfers transfers, RefusalTexts texts) {
        this.pulses = pulses;
        this.rhythm = rhythm;
        this.transfers = transfers;
        this.texts = texts;
    }

    /** One of the five words with how many chose it and how wide its bar is. */
    record Bar(int word, int count, String width) {}

    /** What one group of people said. */
    record Said(String who, int answers, String handingOver, String heard) {}

    /** A round as the page shows it. */
    record Shown(
            String id,
            int no,
            When at,
            boolean open,
            boolean enough,
            int answers,
            List<Bar> handingOver,
            List<Bar> heard,
            List<String> lines,
            List<Said> sites,
            PulseView.@Nullable Reply reply,
            boolean mayReply) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping
    String pulse(@PathVariable String id, Model model) {
        return page(TransferId.of(id), model);
    }

    @PostMapping
    String answer(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int handingOver,
            @RequestParam(defaultValue = "0") int heard,
            @RequestParam(defaultValue = "") String line,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            pulses.answer(TransferId.of(id), handingOver, heard, line);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.WRONG_CONTENT) {
                throw refusal;
            }
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            model.addAttribute("line", line);
            return page(TransferId.of(id), model);
        }
        flash.addFlashAttribute("done", texts.word("pulse.thanks"));
        flash.addAttribute("id", id);
        return "redirect:/transfers/{id}/pulse";
    }

    /** The lead asks now, between two beats of the rhythm. */
    @PostMapping("/open")
    String ask(@PathVariable String id, RedirectAttributes flash) {
        rhythm.askNow(TransferId.of(id));
        flash.addFlashAttribute("done", texts.word("pulse.ask-now.done"));
        flash.addAttribute("id", id);
        return "redirect:/transfers/{id}/pulse";
    }

    @PostMapping("/{round}/reply")
    String reply(
            @PathVariable String id,
            @PathVariable UUID round,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String did,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            pulses.reply(round, said, did);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.WRONG_CONTENT) {
                throw refusal;
            }
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            model.addAttribute("said", said);
            model.addAttribute("did", did);
            return page(TransferId.of(id), model);
        }
        flash.addFlashAttribute("done", texts.word("pulse.replied"));
        flash.addAttribute("id", id);
        return "redirect:/transfers/{id}/pulse";
    }

    private String page(TransferId id, Model model) {
        var transfer = transfers.require(id);
        var lead = transfers.isLead(id);
        var view = pulses.view(id);
        var open = view.open();
        model.addAttribute("transferId", id.toString());
        model.addAttribute("transfer", transfer.name());
        model.addAttribute("open", open);
        model.addAttribute("mayAsk", pulses.mayAsk(id));
        model.addAttribute(
                "closes", open == null ? null : Moments.day(Acting.current().zone(), open.closesAt()));
        model.addAttribute("asked", pulses.isAsked(id, Acting.current().username()));
        model.addAttribute(
                "rounds",
                view.rounds().stream().map(round -> shown(round, lead)).toList());
        return "pulse";
    }

    private static Shown shown(Round round, boolean lead) {
        var results = round.results();
        var at = round.closedAt();
        return new Shown(
                round.id().toString(),
                round.no(),
                Moments.day(Acting.current().zone(), at == null ? round.openedAt() : at),
                at == null,
                results != null,
                results == null ? 0 : results.answers(),
                results == null ? List.of() : bars(results.handingOver()),
                results == null ? List.of() : bars(results.heard()),
                results == null ? List.of() : results.lines(),
                round.sites().stream()
                        .map(site -> said(site.site(), site.results()))
                        .toList(),
                round.reply(),
                lead && at != null && results != null && round.reply() == null);
    }

    private static Said said(String who, Results results) {
        return new Said(who, results.answers(), mean(results.handingOver()), mean(results.heard()));
    }

    private static List<Bar> bars(List<Integer> counts) {
        var all = Math.max(1, counts.stream().mapToInt(Integer::intValue).sum());
        return IntStream.range(0, counts.size())
                .mapToObj(i -> new Bar(i + 1, counts.get(i), counts.get(i) * 100 / all + "%"))
                .toList();
    }

    private static String mean(List<Integer> counts) {
        var all = Math.max(1, counts.stream().mapToInt(Integer::intValue).sum());
        var sum = IntStream.range(0, counts.size())
                .map(i -> (i + 1) * counts.get(i))
                .sum();
        return Numbers.of("0.0", (double) sum / all);
    }
}
