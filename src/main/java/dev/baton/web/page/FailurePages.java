package dev.baton.web.page;

import dev.baton.capture.ItemContent.Failure;
import dev.baton.capture.ItemFilter;
import dev.baton.capture.ItemKind;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of what was tried in a transfer's process and failed. */
@Controller
@RequestMapping("/transfers/{id}/tried-and-failed")
class FailurePages {

    private static final int LIMIT = 50;

    private final Transfers transfers;
    private final Items items;

    FailurePages(Transfers transfers, Items items) {
        this.transfers = transfers;
        this.items = items;
    }

    /** One entry of the register; what its author left out is null. */
    record Entry(
            String id,
            String title,
            String state,
            String author,
            String stepId,
            String step,
            @Nullable String tried,
            @Nullable String happened,
            @Nullable String because,
            @Nullable String since,
            String instead) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping
    String register(@PathVariable String id, @RequestParam(required = false) @Nullable String after, Model model) {
        var transfer = transfers.require(TransferId.of(id));
        var page = items.list(transfer.id(), ItemFilter.of(ItemKind.NEGATIVE_KNOWLEDGE), after, LIMIT);
        var steps = transfers.labels(page.items().stream().map(ItemView::stepId).collect(Collectors.toSet()));
        model.addAttribute("transferId", id);
        model.addAttribute("transfer", transfer.name());
        model.addAttribute(
                "entries", page.items().stream().map(item -> entry(item, steps)).toList());
        model.addAttribute("next", page.next());
        return "failures";
    }

    private static Entry entry(ItemView item, Map<StepId, String> steps) {
        var content = item.content();
        var told = content.failure() == null ? new Failure(null, null, null, null) : content.failure();
        return new Entry(
                item.itemId().toString(),
                String.valueOf(content.title()),
                item.state().code(),
                item.authorName(),
                item.stepId().toString(),
                steps.getOrDefault(item.stepId(), ""),
                told.tried(),
                told.happened(),
                told.because(),
                told.since(),
                String.valueOf(content.whatIsDone()));
    }
}
