package dev.baton.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.baton.capture.ItemContent.Difference;
import dev.baton.signature.ContentHash;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How drafts and answers to prompts stand in the database as JSON, independent of the web layer's settings. */
final class AnswersJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private AnswersJson() {}

    private record Stored(List<Difference> differences) {}

    /** Answers in canonical form, so that their order never makes a difference; none are null. */
    static @Nullable String write(@Nullable Map<String, Object> answers) {
        return answers == null || answers.isEmpty() ? null : ContentHash.canonical(answers);
    }

    static @Nullable Map<String, Object> read(@Nullable String stored) {
        try {
            return stored == null ? null : JSON.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            // Only a hand in the database can have done this: shown as it stands, so that its hash differs.
            return Map.of("unreadable", stored);
        }
    }

    /** Differences in canonical form. */
    static @Nullable String writeDifferences(@Nullable List<Difference> differences) {
        return differences == null || differences.isEmpty()
                ? null
                : ContentHash.canonical(Map.of("differences", CanonicalContent.differences(differences)));
    }

    static @Nullable List<Difference> readDifferences(@Nullable String stored) {
        try {
            return stored == null ? null : JSON.readValue(stored, Stored.class).differences();
        } catch (JsonProcessingException e) {
            // Only a hand in the database can have done this: shown as it stands, so that its hash differs.
            return List.of(new Difference("unreadable", stored, null));
        }
    }

    static String writeDraft(List<ItemContent> items) {
        try {
            return JSON.writeValueAsString(items);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A draft that is no JSON", e);
        }
    }

    static List<ItemContent> readDraft(@Nullable String stored) {
        try {
            return stored == null ? List.of() : JSON.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft that cannot be read", e);
        }
    }
}
