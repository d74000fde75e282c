package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.trailreview.FindingId;
import dev.baton.trailreview.FindingState;
import dev.baton.trailreview.TrailFindings;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A finding of a review of the trail: what was found, what was done about it, and whether that is enough. */
@Controller
@RequestMapping("/trail-findings/{id}")
class TrailFindingPages {

    private final TrailFindings findings;
    private final People people;
    private final RefusalTexts texts;

    TrailFindingPages(TrailFindings findings, People people, RefusalTexts texts) {
        this.findings = findings;
        this.people = people;
        this.texts = texts;
    }

    @ModelAttribute("section")
    String section() {
        return "trail-reviews";
    }

    @GetMapping
    String finding(@PathVariable String id, Model model) {
        return page(FindingId.of(id), "", model);
    }

    @PostMapping
    String say(
            @PathVariable String id,
            @RequestParam(defaultValue = "answer") String act,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var finding = FindingId.of(id);
        try {
            switch (act) {
                case "accept" -> findings.accept(finding, text);
                case "give-back" -> findings.giveBack(finding, text);
                default -> findings.answer(finding, text);
            }
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return page(finding, text, model);
        }
        flash.addFlashAttribute("done", texts.word("trailreview.page.kept"));
        return "redirect:/trail-findings/" + id;
    }

    private String page(FindingId id, String text, Model model) {
        var finding = findings.view(id);
        var me = Acting.current().username();
        model.addAttribute("f", finding);
        model.addAttribute("state", finding.state().code());
        model.addAttribute("severity", finding.severity().code());
        model.addAttribute("responsible", name(finding.responsible()));
        model.addAttribute("raisedBy", name(finding.raisedBy()));
        model.addAttribute("due", Moments.day(finding.dueOn()));
        model.addAttribute(
                "mayAnswer",
                finding.state() == FindingState.OPEN && finding.responsible().equals(me));
        model.addAttribute(
                "mayJudge",
                finding.state() == FindingState.ANSWERED && findings.judges(id).contains(me));
        model.addAttribute("text", text);
        return "trail-finding";
    }

    private String name(String username) {
        return people.person(username).map(PersonView::name).orElse(username);
    }
}
