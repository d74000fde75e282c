package dev.baton.capture.method;

import dev.baton.capture.method.Result.Formula;
import dev.baton.signature.ContentHash;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a method from its file; whatever is wrong stops with file, line and reason. */
public final class MethodReader {

    private static final int MOST_MINUTES = 60;
    private static final int MOST_ROWS = 50;
    private static final Set<String> METHOD = Set.of("id", "version", "name", "purpose", "people", "parts", "suggests");
    private static final Set<String> PART = Set.of("id", "name", "lead", "minutes", "prompts", "results");
    private static final Set<String> PROMPT = Set.of(
            "id", "type", "text", "why", "example", "units", "low", "high", "choices", "anchors", "row", "prompts",
            "results");
    private static final Set<String> RESULT = Set.of("id", "text", "formula", "of", "rows", "bands");
    private static final Set<String> SUGGESTED = Set.of("kind", "title", "whatIsDone", "why", "cue", "consequence");

    private MethodReader() {}

    /** The method that this text defines; {@code file} is named in what is wrong. */
    public static Method read(String file, String text) {
        var top = YamlPlace.read(file, text);
        var entries = top.map(METHOD);
        var partPlaces = top.required(entries, "parts").list();
        var partIds = new HashSet<String>();
        var promptIds = new HashSet<String>();
        var parts = new ArrayList<Method.Part>();
        for (var place : partPlaces) {
            parts.add(part(place, partIds, promptIds));
        }
        if (parts.isEmpty()) {
            throw top.required(entries, "parts").wrong("a method has at least one part");
        }
        return new Method(
                top.required(entries, "id").id(),
                top.required(entries, "version").whole(1, 1_000_000),
                top.required(entries, "name").told(),
                top.required(entries, "purpose").told(),
                top.required(entries, "people").whole(1, 2),
                List.copyOf(parts),
                suggests(entries.get("suggests"), parts),
                text,
                ContentHash.ofText(text));
    }

    private static Map<String, String> suggests(@Nullable YamlPlace place, List<Method.Part> parts) {
        if (place == null) {
            return Map.of();
        }
        var texts = parts.stream()
                .flatMap(part -> part.prompts().stream())
                .filter(prompt -> prompt.type() == PromptType.TEXT || prompt.type() == PromptType.LONG_TEXT)
                .map(Prompt::id)
                .collect(Collectors.toSet());
        var suggests = new LinkedHashMap<String, String>();
        place.map(SUGGESTED).forEach((field, of) -> {
            if (!field.equals("kind") && !texts.contains(of.text())) {
                throw of.wrong("there is no prompt \"" + of.text() + "\" that takes a text");
            }
            suggests.put(field, of.text());
        });
        return suggests;
    }

    private static Method.Part part(YamlPlace place, Set<String> partIds, Set<String> promptIds) {
        var entries = place.map(PART);
        var id = place.required(entries, "id");
        once(id, partIds);
        var prompts = prompts(place.required(entries, "prompts"), promptIds, true);
        return new Method.Part(
                id.id(),
                place.required(entries, "name").told(),
                told(entries.get("lead")),
                place.required(entries, "minutes").whole(1, MOST_MINUTES),
                prompts,
                results(entries.get("results"), prompts));
    }

    private static void once(YamlPlace id, Set<String> seen) {
        if (!seen.add(id.id())) {
            throw id.wrong("the id \"" + id.id() + "\" is taken already");
        }
    }

    private static List<Prompt> prompts(YamlPlace place, Set<String> ids, boolean top) {
        var prompts = new ArrayList<Prompt>();
        for (var each : place.list()) {
            prompts.add(prompt(each, ids, top));
        }
        if (prompts.isEmpty()) {
            throw place.wrong("there is no prompt here");
        }
        return List.copyOf(prompts);
    }

    private static Prompt prompt(YamlPlace place, Set<String> ids, boolean top) {
        var entries = place.map(PROMPT);
        var id = place.required(entries, "id");
        once(id, ids);
        var typePlace = place.required(entries, "type");
        var type = PromptType.of(typePlace.text())
                .orElseThrow(() -> typePlace.wrong("\"" + typePlace.text()
                        + "\" is no type of prompt; there are "
                        + java.util.Arrays.stream(PromptType.values())
                                .map(PromptType::code)
                                .toList()));
        var only = new Allowed(type, entries);
        var low = only.in("low", PromptType.NUMBER, PromptType.SCALE, PromptType.GROUP);
        var high = only.in("high", PromptType.NUMBER, PromptType.SCALE, PromptType.GROUP);
        var units = only.in("units", PromptType.NUMBER);
        var choices = only.in("choices", PromptType.CHOICE, PromptType.MULTI_CHOICE);
        var anchors = only.in("anchors", PromptType.SCALE);
        var row = only.in("row", PromptType.GROUP);
        var rows = only.in("prompts", PromptType.GROUP);
        var results = only.in("results", PromptType.GROUP);
        if (type == PromptType.GROUP && !top) {
            throw place.wrong("a group cannot stand inside a group");
        }
        if (type == PromptType.GROUP && rows == null) {
            throw place.wrong("a group needs \"prompts\"");
        }
        if ((type == PromptType.CHOICE || type == PromptType.MULTI_CHOICE) && choices == null) {
            throw place.wrong("a choice needs \"choices\"");
        }
        var children = rows == null ? List.<Prompt>of() : prompts(rows, new HashSet<>(), false);
        var lowest = bound(type, low);
        var highest = bound(type, high);
        if (type == PromptType.SCALE && (lowest == null || highest == null || anchors == null)) {
            throw place.wrong("a scale needs \"low\", \"high\" and \"anchors\"");
        }
        if (lowest != null && highest != null && lowest.compareTo(highest) > 0) {
            throw place.wrong("\"low\" is above \"high\"");
        }
        return new Prompt(
                id.id(),
                type,
                place.required(entries, "text").told(),
                told(entries.get("why")),
                told(entries.get("example")),
                units == null ? List.of() : units(units),
                lowest,
                highest,
                choices == null ? Map.of() : choices(choices),
                anchors == null ? Map.of() : anchors(anchors, lowest, highest),
                told(row),
                children,
                results(results, children));
    }

    /** The entries of a prompt, each only where its type has it. */
    private record Allowed(PromptType type, Map<String, YamlPlace> entries) {

        @Nullable
        YamlPlace in(String key, PromptType... types) {
            var place = entries.get(key);
            if (place != null && !List.of(types).contains(type)) {
                throw place.wrong("\"" + key + "\" makes no sense for the type \"" + type.code() + "\"");
            }
            return place;
        }
    }

    private static @Nullable BigDecimal bound(PromptType type, @Nullable YamlPlace place) {
        if (place == null) {
            return null;
        }
        return switch (type) {
            case SCALE -> BigDecimal.valueOf(place.whole(0, 100));
            case GROUP -> BigDecimal.valueOf(place.whole(0, MOST_ROWS));
            default -> place.number();
        };
    }

    private static List<String> units(YamlPlace place) {
        return place.isList() ? place.list().stream().map(YamlPlace::text).toList() : List.of(place.text());
    }

    private static Map<String, Told> choices(YamlPlace place) {
        var choices = new LinkedHashMap<String, Told>();
        place.entries().forEach((code, told) -> choices.put(code, told.told()));
        if (choices.size() < 2) {
            throw place.wrong("there is nothing to choose with fewer than two choices");
        }
        return choices;
    }

    private static Map<Integer, Told> anchors(YamlPlace place, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        var anchors = new TreeMap<Integer, Told>();
        place.entries().forEach((point, told) -> {
            int number;
            try {
                number = Integer.parseInt(point);
            } catch (NumberFormatException e) {
                throw told.wrong("\"" + point + "\" is no point of the scale");
            }
            if (low == null || high == null || number < low.intValue() || number > high.intValue()) {
                throw told.wrong(point + " is no point of the scale");
            }
            anchors.put(number, told.told());
        });
        return anchors;
    }

    private static List<Result> results(@Nullable YamlPlace place, List<Prompt> prompts) {
        if (place == null) {
            return List.of();
        }
        var numbers = prompts.stream()
                .filter(prompt -> prompt.type() == PromptType.NUMBER || prompt.type() == PromptType.SCALE)
                .map(Prompt::id)
                .toList();
        return place.list().stream().map(each -> result(each, numbers)).toList();
    }

    private static Result result(YamlPlace place, List<String> numbers) {
        var entries = place.map(RESULT);
        var formulaPlace = place.required(entries, "formula");
        var formula =
                switch (formulaPlace.text()) {
                    case "product" -> Formula.PRODUCT;
                    case "percent" -> Formula.PERCENT;
                    case "spread" -> Formula.SPREAD;
                    case "look-up" -> Formula.LOOKUP;
                    default -> throw formulaPlace.wrong("\"" + formulaPlace.text()
                            + "\" is no formula; there are product, percent, spread, look-up");
                };
        var of = place.required(entries, "of");
        var ids = of.list().stream().map(YamlPlace::text).toList();
        ids.stream().filter(id -> !numbers.contains(id)).findFirst().ifPresent(id -> {
            throw of.wrong("there is no number or scale \"" + id + "\" beside this result");
        });
        if (ids.size() < 2 || (formula == Formula.PERCENT && ids.size() != 2)) {
            throw of.wrong("a result is computed from two values, or more");
        }
        var rows = entries.get("rows");
        if ((formula == Formula.LOOKUP) != (rows != null)) {
            throw place.wrong("a look-up has \"rows\", other formulas have none");
        }
        var bands = entries.get("bands");
        return new Result(
                place.required(entries, "id").id(),
                place.required(entries, "text").told(),
                formula,
                ids,
                rows == null
                        ? List.of()
                        : rows.list().stream().map(row -> row(row, ids.size())).toList(),
                bands == null
                        ? List.of()
                        : bands.list().stream().map(MethodReader::band).toList());
    }

    /** Lowest and highest of each value in turn, then what holds. */
    private static Result.Row row(YamlPlace place, int values) {
        var cells = place.list();
        if (cells.size() != 2 * values + 1) {
            throw place.wrong("a row has lowest and highest of each of the " + values + " values, then a text");
        }
        var low = new ArrayList<BigDecimal>();
        var high = new ArrayList<BigDecimal>();
        for (int i = 0; i < values; i++) {
            low.add(cells.get(2 * i).number());
            high.add(cells.get(2 * i + 1).number());
        }
        return new Result.Row(
                List.copyOf(low), List.copyOf(high), cells.get(2 * values).told());
    }

    private static Result.Band band(YamlPlace place) {
        var entries = place.map(Set.of("from", "to", "text"));
        return new Result.Band(
                place.required(entries, "from").number(),
                place.required(entries, "to").number(),
                place.required(entries, "text").told());
    }

    private static @Nullable Told told(@Nullable YamlPlace place) {
        return place == null ? null : place.told();
    }
}
