package dev.baton.review;

import dev.baton.capture.ItemContent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A passage as the API shows it, and whether a text still has it. */
public final class AnchorJson {

    private AnchorJson() {}

    /** Null where nothing is marked. */
    public static @Nullable Map<String, @Nullable Object> of(@Nullable Anchor anchor, ItemContent content) {
        if (anchor == null) {
            return null;
        }
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("field", anchor.field());
        json.put("exact", anchor.exact());
        json.put("prefix", anchor.prefix());
        json.put("suffix", anchor.suffix());
        json.put("changed", !anchor.isIn(content));
        return json;
    }
}
