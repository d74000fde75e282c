package dev.baton.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.capture.ItemContent.Threshold;
import dev.baton.capture.ItemId;
import dev.baton.signature.ContentHash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Cues with their scores as canonical JSON: what is stored with a run, and part of what is signed. */
final class CueJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CueJson() {}

    static String write(List<CueScore> cues) {
        return ContentHash.canonical(Map.of("cues", maps(cues)));
    }

    static List<CueScore> read(String json) {
        try {
            return StreamSupport.stream(JSON.readTree(json).path("cues").spliterator(), false)
                    .map(CueJson::cue)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cues that are no JSON", e);
        }
    }

    static List<Map<String, @Nullable Object>> maps(List<CueScore> cues) {
        return cues.stream().map(CueJson::map).toList();
    }

    private static Map<String, @Nullable Object> map(CueScore scored) {
        var cue = scored.cue();
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("itemId", cue.item().toString());
        map.put("version", cue.version());
        map.put("itemHash", cue.hash());
        map.put("title", cue.title());
        map.put("cue", cue.cue());
        map.put("sense", cue.sense());
        map.put("threshold", threshold(cue.threshold()));
        map.put("critical", cue.critical());
        map.put("score", scored.score());
        map.put("text", scored.text());
        return map;
    }

    private static @Nullable Map<String, @Nullable Object> threshold(@Nullable Threshold threshold) {
        if (threshold == null) {
            return null;
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("value", threshold.value());
        map.put("unit", threshold.unit());
        map.put("estimatedBy", threshold.estimatedBy());
        return map;
    }

    private static CueScore cue(JsonNode node) {
        var threshold = node.path("threshold");
        return new CueScore(
                new Cue(
                        ItemId.of(node.path("itemId").asText()),
                        node.path("version").asInt(),
                        node.path("itemHash").asText(),
                        node.path("title").asText(),
                        node.path("cue").asText(),
                        text(node, "sense"),
                        threshold.isObject()
                                ? new Threshold(
                                        text(threshold, "value"),
                                        text(threshold, "unit"),
                                        text(threshold, "estimatedBy"))
                                : null,
                        node.path("critical").asBoolean()),
                node.path("score").isInt() ? node.path("score").asInt() : null,
                node.path("text").isBoolean() ? node.path("text").asBoolean() : null);
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : null;
    }
}
