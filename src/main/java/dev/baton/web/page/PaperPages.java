package dev.baton.web.page;

import dev.baton.handover.PaperCopies;
import dev.baton.handover.PaperCopyView;
import dev.baton.identity.Acting;
import dev.baton.transfer.StepId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A step card on paper, and the page that says whether the paper is still good. */
@Controller
class PaperPages {

    private final PaperCopies copies;
    private final RefusalTexts texts;

    PaperPages(PaperCopies copies, RefusalTexts texts) {
        this.copies = copies;
        this.texts = texts;
    }

    /** An item on paper. */
    record Line(
            String title,
            String version,
            List<StepPage.Evidence> files,
            @Nullable String cue,
            @Nullable String threshold,
            @Nullable String done,
            @Nullable String consequence) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @PostMapping("/floor/{id}/paper")
    String print(@PathVariable String id) {
        return "redirect:/floor/paper/" + copies.print(StepId.of(id)).code() + "/sheet";
    }

    @GetMapping("/floor/paper/{code}")
    String check(@PathVariable String code, Model model) {
        return page(copies.of(code), "paper-check", model);
    }

    @GetMapping("/floor/paper/{code}/sheet")
    String sheet(@PathVariable String code, Model model) {
        return page(copies.sheet(code), "paper-sheet", model);
    }

    private String page(PaperCopyView copy, String view, Model model) {
        var zone = Acting.current().zone();
        model.addAttribute("code", spaced(copy.code()));
        model.addAttribute("plainCode", copy.code());
        model.addAttribute("stepId", copy.step().id().toString());
        model.addAttribute("step", FloorPages.label(copy.step()));
        model.addAttribute("transfer", copy.transfer());
        model.addAttribute("transferId", copy.step().transferId().toString());
        model.addAttribute("printedBy", copy.printedBy());
        model.addAttribute("printed", Moments.in(zone, copy.printedAt()));
        model.addAttribute("until", Moments.in(zone, copy.validUntil()));
        model.addAttribute("unread", FloorPages.unread(copy.training()));
        model.addAttribute("signs", copy.training().signs());
        model.addAttribute("copies", copy.training().copies());
        model.addAttribute("standing", copy.standing().code());
        model.addAttribute(
                "changes",
                copy.changes().stream()
                        .map(change -> texts.word("paper.change." + change.what(), change.title()))
                        .toList());
        model.addAttribute(
                "lines",
                copy.items().stream()
                        .map(item -> new Line(
                                String.valueOf(item.content().title()),
                                String.valueOf(item.version()),
                                FloorPages.files(item).stream()
                                        .filter(StepPage.Evidence::image)
                                        .toList(),
                                item.content().cue(),
                                FloorPages.threshold(item.content().threshold()),
                                item.content().whatIsDone(),
                                item.content().consequence()))
                        .toList());
        model.addAttribute(
                "label",
                LabelPages.label(
                        "",
                        "",
                        ServletUriComponentsBuilder.fromCurrentContextPath()
                                .path("/floor/paper/{code}")
                                .buildAndExpand(copy.code())
                                .toUriString()));
        return view;
    }

    private static String spaced(String code) {
        return code.substring(0, code.length() / 2) + "-" + code.substring(code.length() / 2);
    }
}
