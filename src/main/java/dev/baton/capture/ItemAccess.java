package dev.baton.capture;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.CaptureRefusals.NotFit;
import dev.baton.capture.CaptureRefusals.NotYours;
import dev.baton.capture.CaptureRefusals.OwnVoiceMissing;
import dev.baton.capture.CaptureRefusals.Unknown;
import dev.baton.capture.ItemSight.Eyes;
import dev.baton.identity.Acting;
import dev.baton.transfer.Transfers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds an item, locks it where something is going to change, and refuses whoever may not see or write it. */
@Component
class ItemAccess {

    private final KnowledgeItems items;
    private final ItemSight sight;
    private final Transfers transfers;

    ItemAccess(KnowledgeItems items, ItemSight sight, Transfers transfers) {
        this.items = items;
        this.sight = sight;
        this.transfers = transfers;
    }

    KnowledgeItem versioned(ItemId id, int version) {
        var item = item(id);
        if (version < 1 || version > item.latestVersion()) {
            throw new Unknown();
        }
        return item;
    }

    KnowledgeItem item(ItemId id) {
        return items.findById(id.value()).orElseThrow(Unknown::new);
    }

    KnowledgeItem locked(ItemId id) {
        return items.findLocked(id.value()).orElseThrow(Unknown::new);
    }

    /** The newest version that these eyes may see; whoever may see none is refused. */
    int newest(KnowledgeItem item, Eyes eyes) {
        int newest = eyes.newest(item);
        if (newest < 1) {
            if (eyes.awaitsOwnVoice(item)) {
                throw new OwnVoiceMissing(Objects.requireNonNull(
                        transfers.labels(List.of(item.stepId())).get(item.stepId())));
            }
            throw new Unknown();
        }
        return newest;
    }

    KnowledgeItem mine(KnowledgeItem item) {
        if (!item.author().equals(Acting.current().username())) {
            newest(item, sight.in(item.transferId()));
            throw new NotYours("capture.author-only");
        }
        return item;
    }

    /** Passes with a reason of bearable length. */
    static void requireReason(@Nullable String reason) {
        var faults = new ArrayList<Fault>();
        Texts.require("reason", reason, Texts.LONGEST_ANSWER, faults);
        if (!faults.isEmpty()) {
            throw new NotFit(faults);
        }
    }
}
