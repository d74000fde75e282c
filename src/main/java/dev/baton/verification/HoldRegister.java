package dev.baton.verification;

import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.transfer.TransferId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows what quality holds. Implemented where triage is known. */
public interface HoldRegister {

    /** Whether that version may not be used yet. */
    boolean isHeld(ItemId item, int version);

    /** The versions of a transfer's items that may not be used yet, by item; read at once. */
    Map<ItemId, Set<Integer>> heldIn(TransferId transfer);

    /** Those of the items of one transfer that are neither held nor altered. */
    default List<ItemView> usable(List<ItemView> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        var held = heldIn(items.get(0).transferId());
        return items.stream()
                .filter(item -> item.isUnaltered()
                        && !held.getOrDefault(item.itemId(), Set.of()).contains(item.version()))
                .toList();
    }
}
