package dev.baton.web.book;

import dev.baton.capture.EffectiveItems;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.handover.LandingView;
import dev.baton.handover.Landings;
import dev.baton.handover.ToLand;
import dev.baton.recognition.Honours;
import dev.baton.recognition.Honours.Roll;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything a handover book is made of, as it is now. */
@Component
class BookSource {

    private final Transfers transfers;
    private final EffectiveItems items;
    private final Landings landings;
    private final Honours honours;

    BookSource(Transfers transfers, EffectiveItems items, Landings landings, Honours honours) {
        this.transfers = transfers;
        this.items = items;
        this.landings = landings;
        this.honours = honours;
    }

    /**
     * What there is.
     *
     * @param items what is effective, unaltered and not on hold, by step
     * @param landed where each of them is in force, by item
     * @param open user names of authors who may be named
     */
    record Material(
            TransferView transfer,
            List<StepView> steps,
            List<ItemView> items,
            Map<ItemId, ToLand> landed,
            Roll roll,
            Set<String> open) {

        List<ItemView> of(StepView step) {
            return items.stream()
                    .filter(item -> item.stepId().equals(step.id()))
                    .toList();
        }

        /** Whether this author may be named with this item. */
        boolean names(ItemView item) {
            return !item.inConfidence() && open.contains(item.author());
        }

        @Nullable
        LandingView landing(ItemView item) {
            var found = landed.get(item.itemId());
            return found == null ? null : found.landing();
        }

        @Nullable
        ToLand approved(ItemView item) {
            return landed.get(item.itemId());
        }
    }

    Material of(TransferView transfer) {
        var landed = landings.list(transfer.id()).stream()
                .collect(Collectors.toMap(ToLand::itemId, Function.identity(), (first, second) -> first));
        var usable = items.ofTransfer(transfer.id()).stream()
                .filter(item -> {
                    var approved = landed.get(item.itemId());
                    return approved != null && !approved.onHold() && item.isUnaltered();
                })
                .toList();
        return new Material(
                transfer,
                transfers.steps(transfer.id()),
                usable,
                landed,
                honours.of(transfer.id()),
                honours.named(usable.stream().map(ItemView::author).distinct().toList()));
    }
}
