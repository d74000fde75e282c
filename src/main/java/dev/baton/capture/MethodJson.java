package dev.baton.capture;

import dev.baton.capture.method.AnswersRead.Said;
import dev.baton.capture.method.Method;
import dev.baton.capture.method.Prompt;
import dev.baton.capture.method.Result;
import dev.baton.capture.method.Told;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A method as JSON in one language: what the form is built from. */
final class MethodJson {

    private final String language;

    MethodJson(String language) {
        this.language = language;
    }

    /** The method with its prompts in one list, and its parts with the ids of theirs. */
    Map<String, @Nullable Object> of(Method method) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", method.id());
        json.put("version", method.version());
        json.put("definition", method.definition());
        json.put("name", method.name().in(language));
        json.put("purpose", method.purpose().in(language));
        json.put("people", method.people());
        json.put("minutes", method.minutes());
        json.put("suggests", method.suggests());
        json.put("parts", method.parts().stream().map(this::part).toList());
        json.put("prompts", method.prompts().map(this::prompt).toList());
        return json;
    }

    private Map<String, @Nullable Object> part(Method.Part part) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", part.id());
        json.put("name", part.name().in(language));
        json.put("lead", in(part.lead()));
        json.put("minutes", part.minutes());
        json.put("prompts", part.prompts().stream().map(Prompt::id).toList());
        json.put("results", part.results().stream().map(this::result).toList());
        return json;
    }

    private Map<String, @Nullable Object> prompt(Prompt prompt) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", prompt.id());
        json.put("text", prompt.text().in(language));
        json.put("type", prompt.type().code());
        json.put("unit", prompt.unit());
        json.put("units", prompt.units());
        json.put("why", in(prompt.why()));
        json.put("example", in(prompt.example()));
        json.put("low", number(prompt.low()));
        json.put("high", number(prompt.high()));
        json.put("choices", named(prompt.choices(), "code"));
        json.put("anchors", named(prompt.anchors(), "point"));
        json.put("row", in(prompt.row()));
        json.put("prompts", prompt.prompts().stream().map(this::prompt).toList());
        json.put("results", prompt.results().stream().map(this::result).toList());
        return json;
    }

    private Map<String, @Nullable Object> result(Result result) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", result.id());
        json.put("text", result.text().in(language));
        json.put("formula", result.formula().name().toLowerCase(java.util.Locale.ROOT));
        json.put("of", result.of());
        json.put(
                "rows",
                result.rows().stream()
                        .map(row -> Map.of(
                                "low",
                                row.low(),
                                "high",
                                row.high(),
                                "then",
                                row.then().in(language)))
                        .toList());
        json.put(
                "bands",
                result.bands().stream()
                        .map(band -> Map.of(
                                "low",
                                band.low(),
                                "high",
                                band.high(),
                                "text",
                                band.text().in(language)))
                        .toList());
        return json;
    }

    private List<Map<String, Object>> named(Map<?, Told> told, String as) {
        return told.entrySet().stream()
                .map(entry -> Map.of(as, (Object) entry.getKey(), "text", (Object)
                        entry.getValue().in(language)))
                .toList();
    }

    /** An answer in words. */
    static Map<String, @Nullable Object> said(Said said) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("prompt", said.prompt());
        json.put("question", said.question());
        json.put("answer", said.words());
        json.put("files", said.files());
        json.put(
                "rows",
                said.rows().stream()
                        .map(row -> row.stream().map(MethodJson::said).toList())
                        .toList());
        return json;
    }

    private @Nullable String in(@Nullable Told told) {
        return told == null ? null : told.in(language);
    }

    private static @Nullable Number number(@Nullable BigDecimal number) {
        return number;
    }
}
