package dev.baton.capture;

import dev.baton.transfer.TransferId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Of items, the versions that count for the current actor: the newest they may see; of a withdrawn item the effective one. */
@Component
class SeenVersions {

    private final KnowledgeItems items;
    private final ItemViews views;
    private final ItemSight sight;

    SeenVersions(KnowledgeItems items, ItemViews views, ItemSight sight) {
        this.items = items;
        this.views = views;
        this.sight = sight;
    }

    /** Those of these items that the actor may see and that are not withdrawn, by submission. */
    List<ItemView> of(TransferId transfer, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var eyes = sight.in(transfer);
        var all = items.findAllById(ids);
        Map<UUID, Integer> versions = all.stream()
                .collect(Collectors.toMap(item -> item.id().value(), item -> counting(item, eyes.newest(item))));
        var visible = all.stream()
                .filter(item -> number(versions, item) > 0)
                .sorted(Comparator.comparing(KnowledgeItem::createdAt)
                        .thenComparing(item -> item.id().toString()))
                .toList();
        return views.of(visible, item -> number(versions, item));
    }

    private static int number(Map<UUID, Integer> versions, KnowledgeItem item) {
        return Objects.requireNonNullElse(versions.get(item.id().value()), 0);
    }

    private static int counting(KnowledgeItem item, int newest) {
        var effective = item.effectiveVersion();
        return newest > 0 && item.state() == ItemState.WITHDRAWN ? (effective == null ? 0 : effective) : newest;
    }
}
