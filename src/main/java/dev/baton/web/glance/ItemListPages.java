package dev.baton.web.glance;

import dev.baton.Page;
import dev.baton.PageUnreadable;
import dev.baton.capture.ItemFilter;
import dev.baton.capture.ItemState;
import dev.baton.capture.Items;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The items of a transfer, all or in one state: the records behind the dashboard's numbers. */
@Controller
class ItemListPages {

    private static final List<ItemState> STATES = List.of(
            ItemState.DRAFT,
            ItemState.SUBMITTED,
            ItemState.PEER_REVIEWED,
            ItemState.RECEIVER_REVIEWED,
            ItemState.TRIAGED,
            ItemState.APPROVED,
            ItemState.TRANSFERRED,
            ItemState.WITHDRAWN);

    private final Transfers transfers;
    private final Items items;

    ItemListPages(Transfers transfers, Items items) {
        this.transfers = transfers;
        this.items = items;
    }

    /** An item in the list. */
    record Line(String id, String title, String stepId, String step, String state) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping("/transfers/{id}/items")
    String items(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var transfer = transfers.require(TransferId.of(id));
        var page = items.list(transfer.id(), new ItemFilter(null, state(state), null), after, Page.DEFAULT_LIMIT);
        var steps = transfers.labels(
                page.items().stream().map(item -> item.stepId()).distinct().toList());
        model.addAttribute("transferId", id);
        model.addAttribute("transfer", transfer.name());
        model.addAttribute("state", state);
        model.addAttribute("states", STATES.stream().map(ItemState::code).toList());
        model.addAttribute(
                "items",
                page.items().stream()
                        .map(item -> new Line(
                                item.itemId().toString(),
                                String.valueOf(item.content().title()),
                                item.stepId().toString(),
                                steps.getOrDefault(item.stepId(), ""),
                                item.state().code()))
                        .toList());
        model.addAttribute("next", page.next());
        return "transfer-items";
    }

    private static @Nullable ItemState state(String code) {
        return code.isEmpty()
                ? null
                : Arrays.stream(ItemState.values())
                        .filter(state -> state.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new PageUnreadable("state"));
    }
}
