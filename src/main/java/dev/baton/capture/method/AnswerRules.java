package dev.baton.capture.method;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What answers to a method's prompts must be when they are signed: right in type, inside the bounds. What is not answered
 * is never wrong. Media of an answer stand beside it under its id and {@value #MEDIA}.
 */
public final class AnswerRules {

    /** Ending of the key under which the files that show an answer stand. */
    public static final String MEDIA = ".media";

    /** The senses by which a cue is noticed. */
    public static final List<String> SENSES = List.of("sight", "sound", "smell", "touch", "instrument");

    /** How a number came about. */
    public static final List<String> ESTIMATES = List.of("measured", "read off", "by feel", "from memory");

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Method method;
    private final Collection<String> files;
    private final List<Fault> faults;

    private AnswerRules(Method method, Collection<String> files, List<Fault> faults) {
        this.method = method;
        this.files = files;
        this.faults = faults;
    }

    /**
     * Adds what is wrong with the answers.
     *
     * @param where the place of the answers, such as {@code items[0].answers}
     * @param files ids of the item's files, which answers may point to
     */
    public static void check(
            Method method, Map<String, Object> answers, String where, Collection<String> files, List<Fault> faults) {
        var rules = new AnswerRules(method, files, faults);
        // What is said beside the method's questions is kept, and shown as it is: it must not stop anybody.
        rules.all(where, answers, method.prompts().toList(), at -> {});
    }

    /** Whether a value says nothing: null, blank, or made of nothing but such values. */
    public static boolean isBlank(@Nullable Object value) {
        if (value instanceof String text) {
            return text.isBlank();
        }
        if (value instanceof Collection<?> several) {
            return several.stream().allMatch(AnswerRules::isBlank);
        }
        if (value instanceof Map<?, ?> parts) {
            // A unit or a way of estimating alone is no answer: the form offers the usual one by itself.
            return parts.entrySet().stream()
                    .allMatch(
                            part -> Set.of("unit", "estimatedBy").contains(part.getKey()) || isBlank(part.getValue()));
        }
        return value == null;
    }

    /** The number that an answer gives, however it was written, or null. */
    public static @Nullable BigDecimal number(@Nullable Object answer) {
        Object value = answer instanceof Map<?, ?> parts ? parts.get("value") : answer;
        var text = value instanceof Number || value instanceof String
                ? value.toString().strip()
                : "";
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    private void all(String where, Map<?, ?> answers, List<Prompt> prompts, Consumer<String> besides) {
        var known = new HashMap<String, Prompt>();
        prompts.forEach(prompt -> known.put(prompt.id(), prompt));
        answers.forEach((key, value) -> {
            var id = String.valueOf(key);
            var at = where + "." + id;
            if (id.endsWith(MEDIA) && known.containsKey(id.substring(0, id.length() - MEDIA.length()))) {
                media(at, value);
            } else if (!known.containsKey(id)) {
                besides.accept(at);
            } else if (!isBlank(value)) {
                one(at, known.get(id), value);
            }
        });
    }

    private void one(String at, Prompt prompt, Object value) {
        switch (prompt.type()) {
            case TEXT -> text(at, value, Texts.LONGEST_LINE);
            case LONG_TEXT -> text(at, value, Texts.LONGEST_ANSWER);
            case NUMBER -> number(at, prompt, value);
            case CHOICE -> code(at, value, prompt.choices().keySet());
            case MULTI_CHOICE -> codes(at, value, prompt.choices().keySet());
            case SENSE -> codes(at, value, SENSES);
            case SCALE -> scale(at, prompt, value);
            case DATE_TIME -> moment(at, value);
            case MEDIA -> media(at, value);
            case GROUP -> rows(at, prompt, value);
        }
    }

    private void text(String at, Object value, int longest) {
        if (value instanceof String text) {
            Texts.check(at, text, longest, faults);
        } else {
            wrong(at, "answers.not-a-text");
        }
    }

    private void number(String at, Prompt prompt, Object value) {
        if (!(value instanceof Map<?, ?>) && !(value instanceof Number) && !(value instanceof String)) {
            wrong(at, "answers.not-a-number");
            return;
        }
        var number = number(value);
        if (number == null) {
            wrong(at, "answers.not-a-number");
            return;
        }
        Object unit = prompt.unit();
        if (value instanceof Map<?, ?> parts) {
            parts.keySet().stream()
                    .filter(key -> !Set.of("value", "unit", "estimatedBy").contains(key))
                    .forEach(key -> wrong(at + "." + key, "answers.number-parts"));
            if (!isBlank(parts.get("estimatedBy"))) {
                code(at + ".estimatedBy", parts.get("estimatedBy"), ESTIMATES);
            }
            var given = parts.get("unit");
            if (given != null && !isBlank(given)) {
                unit = given;
                if (prompt.units().isEmpty()) {
                    text(at + ".unit", given, Texts.LONGEST_LINE);
                } else {
                    code(at + ".unit", given, prompt.units());
                }
            }
        }
        // The bounds are meant in the usual unit.
        if (prompt.units().isEmpty() || prompt.units().get(0).equals(unit)) {
            bounds(at, number, prompt);
        }
    }

    private void scale(String at, Prompt prompt, Object value) {
        var number = number(value);
        if (value instanceof Map<?, ?>
                || number == null
                || number.stripTrailingZeros().scale() > 0) {
            wrong(at, "answers.not-on-scale", bound(prompt, Prompt::low), bound(prompt, Prompt::high));
        } else {
            bounds(at, number, prompt);
        }
    }

    private void bounds(String at, BigDecimal number, Prompt prompt) {
        var low = prompt.low();
        var high = prompt.high();
        var inside = (low == null || number.compareTo(low) >= 0) && (high == null || number.compareTo(high) <= 0);
        if (!inside && low != null && high != null) {
            wrong(at, "answers.between", low.toPlainString(), high.toPlainString());
        } else if (!inside) {
            wrong(
                    at,
                    low == null ? "answers.at-most" : "answers.at-least",
                    bound(prompt, low == null ? Prompt::high : Prompt::low));
        }
    }

    private static String bound(Prompt prompt, Function<Prompt, @Nullable BigDecimal> end) {
        var bound = end.apply(prompt);
        return bound == null ? "" : bound.toPlainString();
    }

    private void code(String at, @Nullable Object value, Collection<String> codes) {
        if (!(value instanceof String code) || !codes.contains(code)) {
            wrong(at, "answers.unknown-choice", codes.stream().collect(Collectors.joining(", ")));
        }
    }

    private void codes(String at, Object value, Collection<String> codes) {
        if (value instanceof List<?> several) {
            for (int i = 0; i < several.size(); i++) {
                code(at + "[" + i + "]", several.get(i), codes);
            }
            if (several.stream().distinct().count() < several.size()) {
                wrong(at, "answers.twice");
            }
        } else {
            code(at, value, codes);
        }
    }

    private void moment(String at, Object value) {
        try {
            if (value instanceof String text) {
                var moment = Instant.parse(text);
                if (moment.isAfter(EARLIEST) && moment.isBefore(LATEST)) {
                    return;
                }
            }
        } catch (DateTimeException e) {
            // Told below, as any other value that is no moment.
        }
        wrong(at, "answers.not-a-moment");
    }

    private void media(String at, @Nullable Object value) {
        if (value == null) {
            return;
        }
        if (!(value instanceof List<?> several)) {
            wrong(at, "answers.not-files");
            return;
        }
        for (int i = 0; i < several.size(); i++) {
            if (!(several.get(i) instanceof String id) || !files.contains(id)) {
                wrong(at + "[" + i + "]", "answers.file-not-of-item");
            }
        }
    }

    private void rows(String at, Prompt group, Object value) {
        if (!(value instanceof List<?> rows)) {
            wrong(at, "answers.not-rows");
            return;
        }
        var entered = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Map<?, ?> row) {
                all(
                        at + "[" + i + "]",
                        row,
                        group.prompts(),
                        unknown -> wrong(
                                unknown, "answers.unknown-prompt", method.name().english()));
            } else if (rows.get(i) != null) {
                wrong(at + "[" + i + "]", "answers.not-rows");
            }
            entered += isBlank(rows.get(i)) ? 0 : 1;
        }
        var low = group.low();
        var high = group.high();
        if (low != null && entered < low.intValue()) {
            wrong(at, "answers.too-few-rows", low.toPlainString(), high == null ? "…" : high.toPlainString(), entered);
        } else if (high != null && entered > high.intValue()) {
            wrong(at, "answers.too-many-rows", low == null ? "0" : low.toPlainString(), high.toPlainString(), entered);
        }
    }

    private void wrong(String at, String key, Object... args) {
        faults.add(Fault.of(at, key, args));
    }
}
