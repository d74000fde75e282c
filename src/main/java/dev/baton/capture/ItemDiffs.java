package dev.baton.capture;

import dev.baton.capture.CaptureRefusals.ListMalformed;
import dev.baton.transfer.Transfers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to what is different: between two versions of an item, and between what is told and what is instructed. */
@Service
@Transactional(readOnly = true)
public class ItemDiffs {

    private final Items items;
    private final Transfers transfers;

    ItemDiffs(Items items, Transfers transfers) {
        this.items = items;
        this.transfers = transfers;
    }

    /** The fields that differ between two versions, word by word; the first version may be the later one. */
    public Map<String, @Nullable Object> between(ItemId id, int from, int to) {
        if (from < 1 || to < 1) {
            throw new ListMalformed("capture.diff-versions");
        }
        var before = items.require(id, from);
        var after = items.require(id, to);
        var was = texts(before);
        var fields = new ArrayList<Map<String, Object>>();
        texts(after).forEach((field, text) -> {
            if (!Objects.equals(was.get(field), text)) {
                fields.add(field(field, was.get(field), text));
            }
        });
        return json(id, from, to, null, fields);
    }

    /** What is told to be done, word by word against the official instruction of its step. */
    public Map<String, @Nullable Object> againstInstruction(ItemId id, int version) {
        var item = items.require(id, version);
        var instruction = transfers.step(item.stepId()).officialInstruction();
        var fields = List.of(field("whatIsDone", instruction, item.content().whatIsDone()));
        return json(id, null, version, "instruction", fields);
    }

    private static Map<String, @Nullable Object> json(
            ItemId id, @Nullable Integer from, int to, @Nullable String against, List<Map<String, Object>> fields) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("itemId", id.toString());
        json.put("from", from);
        json.put("to", to);
        json.put("against", against);
        json.put("fields", fields);
        return json;
    }

    private static Map<String, Object> field(String name, @Nullable String before, @Nullable String after) {
        var field = new LinkedHashMap<String, Object>();
        field.put("field", name);
        field.put("parts", WordDiff.between(before, after));
        return field;
    }

    /** Every field as text, the names of the files included. */
    private static Map<String, @Nullable String> texts(ItemView item) {
        var texts = new LinkedHashMap<String, @Nullable String>();
        CanonicalContent.text(item.content(), item.files()).forEach((field, value) -> texts.put(field, text(value)));
        texts.put(
                "files",
                String.join("\n", item.files().stream().map(FileView::name).toList()));
        return texts;
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var pairs = new ArrayList<String>();
            map.forEach((key, each) -> pairs.add(key + ": " + text(each)));
            return String.join("\n", pairs);
        }
        return value == null ? null : value.toString();
    }
}
