package dev.baton.workflow.web;

import dev.baton.capture.ItemContent;
import dev.baton.capture.ItemExtras;
import dev.baton.capture.ItemView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** An item in a task, with the fields of {@code GET /api/items/{itemId}}. */
@Component
class ItemJson {

    private final ObjectProvider<ItemExtras> extras;

    ItemJson(ObjectProvider<ItemExtras> extras) {
        this.extras = extras;
    }

    Map<String, @Nullable Object> of(ItemView item) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("itemId", item.itemId().toString());
        json.put("transferId", item.transferId().toString());
        json.put("stepId", item.stepId().toString());
        json.put("version", item.version());
        json.put("latestVersion", item.latestVersion());
        json.put("effectiveVersion", item.effectiveVersion());
        json.put("state", item.state().code());
        json.put("inRework", item.inRework());
        putContent(json, item.content());
        json.put("files", item.files());
        json.put("author", Map.of("username", item.author(), "name", item.authorName()));
        json.put("submittedAt", item.submittedAt());
        json.put("triage", null);
        json.put("reference", null);
        json.put("onHold", false);
        json.put("contentHash", item.contentHash());
        json.put(
                "signatures",
                item.signatures().stream()
                        .map(signature -> SignatureJson.of(signature, item))
                        .toList());
        json.put("questions", List.of());
        extras.orderedStream().forEach(more -> json.putAll(more.extras(item)));
        return json;
    }

    /** An item of a draft. */
    static Map<String, @Nullable Object> of(ItemContent content) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var id = content.itemId();
        json.put("itemId", id == null ? null : id.toString());
        putContent(json, content);
        json.put("files", content.files() == null ? List.of() : content.files());
        return json;
    }

    private static void putContent(Map<String, @Nullable Object> json, ItemContent content) {
        json.put("title", content.title());
        json.put("kind", content.kind());
        json.put("whatIsDone", content.whatIsDone());
        json.put("why", content.why());
        json.put("cue", content.cue());
        json.put("consequence", content.consequence());
        json.put("observedAt", content.observedAt());
        json.put("shift", content.shift());
        json.put("batches", content.batches());
        json.put("sense", content.sense());
        json.put("threshold", content.threshold());
        json.put("strainDependent", content.strainDependent());
        json.put("confidence", content.confidence());
        json.put("alsoKnownBy", content.alsoKnownBy());
        json.put("outsideRange", content.outsideRange());
        json.put("answers", content.answers());
    }
}
