package dev.baton.capture;

import dev.baton.signature.SignatureView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** An item as JSON, the same wherever it appears: the items' own addresses, tasks, exports. */
@Component
public class ItemJson {

    private final ObjectProvider<ItemExtras> extras;
    private final Methods methods;

    ItemJson(ObjectProvider<ItemExtras> extras, Methods methods) {
        this.extras = extras;
        this.methods = methods;
    }

    /** Every property of the item in a fixed order; what is unknown is null, never left out. */
    public Map<String, @Nullable Object> of(ItemView item) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("itemId", item.itemId().toString());
        json.put("transferId", item.transferId().toString());
        json.put("stepId", item.stepId().toString());
        var capture = item.captureId();
        json.put("captureId", capture == null ? null : capture.toString());
        json.put("version", item.version());
        json.put("latestVersion", item.latestVersion());
        json.put("effectiveVersion", item.effectiveVersion());
        json.put("state", item.state().code());
        json.put("inRework", item.inRework());
        json.putAll(content(item.content()));
        json.put("answersRead", methods.readJson(item.content()));
        json.put("files", item.files().stream().map(ItemJson::file).toList());
        json.put("author", known(item.author()));
        json.put("authorName", item.authorName());
        json.put("inConfidence", item.inConfidence());
        json.put("submittedAt", item.submittedAt().toString());
        json.put("triage", null);
        json.put("reference", null);
        json.put("onHold", false);
        json.put("questions", List.of());
        extras.orderedStream().forEach(more -> json.putAll(more.extras(item)));
        json.put("contentHash", item.contentHash());
        json.put("unaltered", item.isUnaltered());
        json.put(
                "signatures",
                item.signatures().stream()
                        .map(signature -> signature(signature, signature.isValidFor(item.contentHash())))
                        .toList());
        return json;
    }

    /** The text of an item as it is entered and read; files are added by the caller. */
    public static Map<String, @Nullable Object> content(ItemContent content) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("title", content.title());
        json.put("kind", content.kind());
        json.put("whatIsDone", content.whatIsDone());
        json.put("why", content.why());
        json.put("cue", content.cue());
        json.put("consequence", content.consequence());
        json.put(
                "observedAt",
                content.observedAt() == null ? null : content.observedAt().toString());
        json.put("shift", content.shift());
        json.put("batches", content.batches());
        json.put("sense", content.sense());
        json.put("threshold", CanonicalContent.threshold(content.threshold()));
        json.put("strainDependent", content.strainDependent());
        json.put("confidence", content.confidence());
        json.put("alsoKnownBy", content.alsoKnownBy());
        json.put("outsideRange", content.outsideRange());
        json.put("answers", content.answers());
        var method = content.method();
        json.put("method", method == null ? null : CanonicalContent.method(method));
        var interview = content.interview();
        json.put("interview", interview == null ? null : CanonicalContent.interview(interview));
        json.put("coAuthors", content.coAuthors() == null ? List.of() : content.coAuthors());
        json.put(
                "differences",
                content.differences() == null ? List.of() : CanonicalContent.differences(content.differences()));
        var failure = content.failure();
        json.put("failure", failure == null ? null : CanonicalContent.failure(failure));
        return json;
    }

    /** The user name, or null where the reader may not know it. */
    public static @Nullable String known(@Nullable String username) {
        return ItemView.HELD.equals(username) ? null : username;
    }

    /** A file as JSON. */
    public static Map<String, @Nullable Object> file(FileView file) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("fileId", file.fileId().toString());
        json.put("name", file.name());
        json.put("mediaType", file.mediaType());
        json.put("sha256", file.sha256());
        json.put("size", file.size());
        return json;
    }

    /** A signature as JSON, and whether it still stands for what is stored now. */
    public static Map<String, @Nullable Object> signature(SignatureView signature, boolean valid) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", signature.id().toString());
        json.put("meaning", signature.meaning().code());
        json.put("signer", signature.signer());
        json.put("username", known(signature.username()));
        json.put("role", signature.role().code());
        json.put("site", signature.site());
        json.put("signedAt", signature.signedAt().toString());
        json.put("zone", signature.zone().getId());
        json.put("contentHash", signature.contentHash());
        json.put("decision", signature.decision());
        json.put("comment", signature.comment());
        json.put("valid", valid);
        return json;
    }
}
