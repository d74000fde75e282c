package dev.baton.capture;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Drafts that are open for comments, as the API shows them. */
public final class DraftJson {

    private DraftJson() {}

    /** What those who write a draft see of the comments on it. */
    public static Map<String, @Nullable Object> ofTask(CaptureView request, DraftComments comments) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("draftId", request.id().toString());
        json.put("openTo", request.openTo());
        json.put("circles", comments.circles(request));
        json.put(
                "comments",
                comments.said(request.id()).stream().map(DraftJson::of).toList());
        return json;
    }

    /** An open draft with everything that its readers see. */
    public static Map<String, @Nullable Object> of(OpenDraft draft) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var request = draft.request();
        json.put("draftId", request.id().toString());
        json.put("transferId", request.transferId().toString());
        json.put("stepId", request.stepId().toString());
        json.put("author", request.expert());
        json.put("openTo", draft.openTo());
        json.put("mine", draft.mine());
        json.put("items", draft.items().stream().map(DraftJson::item).toList());
        json.put("files", draft.files().stream().map(ItemJson::file).toList());
        json.put("comments", draft.comments().stream().map(DraftJson::of).toList());
        return json;
    }

    /** What somebody said about a draft. */
    public static Map<String, @Nullable Object> of(DraftCommentView comment) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", comment.id().toString());
        json.put("itemId", comment.itemId().toString());
        json.put("field", comment.field());
        json.put("quote", comment.quote());
        json.put("words", comment.words());
        json.put("by", comment.by());
        json.put("at", comment.at().toString());
        json.put("settled", comment.settled());
        return json;
    }

    private static Map<String, @Nullable Object> item(ItemContent content) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("itemId", String.valueOf(content.itemId()));
        json.putAll(ItemJson.content(content));
        json.put("files", content.files());
        return json;
    }
}
