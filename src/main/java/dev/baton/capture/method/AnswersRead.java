package dev.baton.capture.method;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers as people read them: the question, and the words that answer it. */
public final class AnswersRead {

    private final Method method;
    private final String language;
    private final UnaryOperator<String> word;

    /**
     * Reads in that language.
     *
     * @param word the word for a code such as {@code sense.smell}
     */
    public AnswersRead(Method method, String language, UnaryOperator<String> word) {
        this.method = method;
        this.language = language;
        this.word = word;
    }

    /**
     * One answer.
     *
     * @param prompt id of the prompt
     * @param words the answer in words; of a group, empty
     * @param files ids of the files that show it
     * @param rows the rows of a group, each with its answers
     */
    public record Said(String prompt, String question, String words, List<String> files, List<List<Said>> rows) {}

    /** What was answered, in the method's order; what the method does not know stands at the end, as it is. */
    public List<Said> of(Map<String, Object> answers) {
        var said = new ArrayList<Said>();
        for (var part : method.parts()) {
            said.addAll(prompts(part.prompts(), answers));
            said.addAll(results(part.results(), answers));
        }
        answers.forEach((id, value) -> {
            var known = method.prompt(
                    id.endsWith(AnswerRules.MEDIA) ? id.substring(0, id.length() - AnswerRules.MEDIA.length()) : id);
            if (known.isEmpty() && !AnswerRules.isBlank(value)) {
                said.add(new Said(id, id, plain(value), List.of(), List.of()));
            }
        });
        return said;
    }

    private List<Said> prompts(List<Prompt> prompts, Map<?, ?> answers) {
        var said = new ArrayList<Said>();
        for (var prompt : prompts) {
            var value = answers.get(prompt.id());
            var files = files(prompt.type() == PromptType.MEDIA ? value : answers.get(prompt.id() + AnswerRules.MEDIA));
            if (AnswerRules.isBlank(value) && files.isEmpty()) {
                continue;
            }
            said.add(new Said(
                    prompt.id(),
                    prompt.text().in(language),
                    prompt.type() == PromptType.GROUP || AnswerRules.isBlank(value) ? "" : words(prompt, value),
                    files,
                    prompt.type() == PromptType.GROUP ? rows(prompt, value) : List.of()));
        }
        return said;
    }

    private List<List<Said>> rows(Prompt group, @Nullable Object value) {
        var rows = new ArrayList<List<Said>>();
        if (value instanceof List<?> several) {
            for (var each : several) {
                if (each instanceof Map<?, ?> row && !AnswerRules.isBlank(row)) {
                    var said = new ArrayList<>(prompts(group.prompts(), row));
                    said.addAll(results(group.results(), row));
                    rows.add(List.copyOf(said));
                }
            }
        }
        return List.copyOf(rows);
    }

    private List<Said> results(List<Result> results, Map<?, ?> answers) {
        var said = new ArrayList<Said>();
        for (var result : results) {
            Results.of(result, answers).ifPresent(found -> {
                var words = found.words() == null ? null : found.words().in(language);
                var figure = found.figure() == null
                        ? null
                        : number(result, found.figure().toPlainString());
                said.add(new Said(
                        result.id(),
                        result.text().in(language),
                        figure == null ? String.valueOf(words) : words == null ? figure : figure + ": " + words,
                        List.of(),
                        List.of()));
            });
        }
        return said;
    }

    private static String number(Result result, String figure) {
        return result.formula() == Result.Formula.PERCENT ? figure + " %" : figure;
    }

    private String words(Prompt prompt, @Nullable Object value) {
        return switch (prompt.type()) {
            case NUMBER -> number(prompt, value);
            case CHOICE, MULTI_CHOICE -> each(value, code -> {
                var told = prompt.choices().get(code);
                return told == null ? code : told.in(language);
            });
            case SENSE -> each(value, code -> word.apply("sense." + code));
            case SCALE -> {
                var point = AnswerRules.number(value);
                var anchor = point == null ? null : prompt.anchors().get(point.intValue());
                yield anchor == null ? plain(value) : plain(value) + ": " + anchor.in(language);
            }
            case MEDIA -> "";
            default -> plain(value);
        };
    }

    private String number(Prompt prompt, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> parts)) {
            return prompt.unit() == null ? plain(value) : plain(value) + " " + prompt.unit();
        }
        var unit = parts.get("unit") instanceof String given && !given.isBlank() ? given : prompt.unit();
        var said = plain(parts.get("value")) + (unit == null ? "" : " " + unit);
        return parts.get("estimatedBy") instanceof String how && !how.isBlank()
                ? said + " (" + word.apply("estimated." + how.replace(' ', '-')) + ")"
                : said;
    }

    private static String each(@Nullable Object value, UnaryOperator<String> name) {
        return value instanceof Collection<?> several
                ? several.stream().map(code -> name.apply(String.valueOf(code))).collect(Collectors.joining(", "))
                : name.apply(String.valueOf(value));
    }

    private static List<String> files(@Nullable Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String plain(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(AnswersRead::plain).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> parts) {
            var shown = new LinkedHashMap<String, String>();
            parts.forEach((key, part) -> shown.put(String.valueOf(key), plain(part)));
            return shown.entrySet().stream()
                    .map(part -> part.getKey() + ": " + part.getValue())
                    .collect(Collectors.joining("; "));
        }
        return String.valueOf(value);
    }
}
