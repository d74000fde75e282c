package dev.baton.handover.web;

import dev.baton.verification.Reading;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has to be read, as the API shows it beside a card or a step. */
final class ReadingJson {

    private ReadingJson() {}

    static Map<String, @Nullable Object> of(Reading reading) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("itemId", reading.itemId().toString());
        json.put("version", reading.version());
        json.put("title", reading.title());
        json.put("dueAt", reading.dueAt());
        return json;
    }
}
