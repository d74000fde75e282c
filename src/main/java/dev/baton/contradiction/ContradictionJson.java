package dev.baton.contradiction;

import dev.baton.capture.ItemId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A contradiction as JSON, the same wherever it appears. */
public final class ContradictionJson {

    private ContradictionJson() {}

    /** Every property in a fixed order; what is unknown is null. */
    public static Map<String, @Nullable Object> of(ContradictionView view) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", view.id().toString());
        json.put("transferId", view.transferId().toString());
        json.put("stepId", view.stepId().toString());
        json.put("first", voice(view.first(), view.firstVersion()));
        json.put("second", voice(view.second(), view.secondVersion()));
        json.put("finding", view.finding());
        json.put("reason", view.reason());
        json.put("state", view.state());
        json.put("raisedBy", view.raisedBy());
        json.put("raisedAt", view.raisedAt().toString());
        json.put("arbiter", view.arbiter());
        outcome(view, json);
        return json;
    }

    /** The same as one of its items tells it. */
    static Map<String, @Nullable Object> of(ContradictionView view, ItemId item) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", view.id().toString());
        json.put("with", view.other(item).toString());
        json.put("reason", view.reason());
        json.put("state", view.state());
        outcome(view, json);
        return json;
    }

    private static void outcome(ContradictionView view, Map<String, @Nullable Object> json) {
        var outcome = view.outcome();
        json.put("outcome", outcome == null ? null : outcome.code());
        json.put("words", view.words());
        json.put("closedAt", view.closedAt() == null ? null : view.closedAt().toString());
        json.put(
                "signatureId",
                view.signatureId() == null ? null : view.signatureId().toString());
    }

    private static Map<String, Object> voice(ItemId item, int version) {
        var json = new LinkedHashMap<String, Object>();
        json.put("itemId", item.toString());
        json.put("version", version);
        return json;
    }
}
