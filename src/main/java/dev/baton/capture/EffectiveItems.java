package dev.baton.capture;

import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what is in force: each item in its effective version, without asking who wants to know; names that are
 * held in confidence stay held.
 */
@Service
@Transactional(readOnly = true)
public class EffectiveItems {

    private final KnowledgeItems items;
    private final ItemViews views;
    private final HeldNames held;

    EffectiveItems(KnowledgeItems items, ItemViews views, HeldNames held) {
        this.items = items;
        this.views = views;
        this.held = held;
    }

    /** The item in its effective version, or empty: there is none. */
    public Optional<ItemView> find(ItemId id) {
        return items.findById(id.value())
                .filter(item -> item.effectiveVersion() != null)
                .map(item -> views.of(item, Objects.requireNonNull(item.effectiveVersion())));
    }

    /** Those of a step, the oldest first. */
    public List<ItemView> ofStep(StepId step) {
        return views(items.findByStepIdAndEffectiveVersionNotNullOrderByCreatedAtAscIdAsc(step.value()));
    }

    /** Those of a transfer, by step, the oldest first. */
    public List<ItemView> ofTransfer(TransferId transfer) {
        return views(items.findByTransferIdAndEffectiveVersionNotNullOrderByStepPositionAscCreatedAtAscIdAsc(
                transfer.value()));
    }

    private List<ItemView> views(List<KnowledgeItem> found) {
        return held.shown(views.of(found, item -> Objects.requireNonNull(item.effectiveVersion())));
    }
}
