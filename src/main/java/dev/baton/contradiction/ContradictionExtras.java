package dev.baton.contradiction;

import dev.baton.capture.ItemExtras;
import dev.baton.capture.ItemView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What contradictions add to an item's JSON: with which other voices it disagrees, and what became of it. */
@Component
class ContradictionExtras implements ItemExtras {

    private final Contradictions contradictions;

    ContradictionExtras(Contradictions contradictions) {
        this.contradictions = contradictions;
    }

    @Override
    public Map<String, @Nullable Object> extras(ItemView item) {
        List<Map<String, @Nullable Object>> all = contradictions.of(item.itemId()).stream()
                .map(each -> ContradictionJson.of(each, item.itemId()))
                .toList();
        return Map.of("contradictions", all);
    }
}
