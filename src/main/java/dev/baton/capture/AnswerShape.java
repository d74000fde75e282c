package dev.baton.capture;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What any answer must be to be kept exactly, whatever its prompt asks: texts, whole numbers, yes or no, lists and
 * groups of these, no deeper than a group's row needs.
 */
final class AnswerShape {

    private static final int MOST_ANSWERS = 100;
    private static final int MOST_VALUES = 2000;
    private static final int DEEPEST = 5;
    private static final int LONGEST_PROMPT_ID = 100;
    private static final long LARGEST_EXACT_NUMBER = 1L << 53;

    private final List<Fault> faults;
    private int values;

    AnswerShape(List<Fault> faults) {
        this.faults = faults;
    }

    void check(String where, Map<String, Object> answers) {
        if (answers.size() > MOST_ANSWERS) {
            faults.add(Fault.of(where, "capture.too-many-answers", MOST_ANSWERS));
        } else {
            entries(where, answers, 1);
            if (values > MOST_VALUES) {
                faults.add(Fault.of(where, "capture.too-many-answers", MOST_VALUES));
            }
        }
    }

    /** Fractions as text, so that no digit is lost between the browser, the hash and the workbook. */
    static @Nullable Map<String, Object> exact(@Nullable Map<String, Object> answers) {
        if (answers == null) {
            return null;
        }
        var exact = new LinkedHashMap<String, Object>();
        answers.forEach((prompt, answer) -> exact.put(prompt, exactly(answer)));
        return exact;
    }

    private static @Nullable Object exactly(@Nullable Object answer) {
        if (answer instanceof Double number && Double.isFinite(number)) {
            return BigDecimal.valueOf(number).toPlainString();
        }
        if (answer instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (answer instanceof List<?> several) {
            var exact = new ArrayList<@Nullable Object>();
            several.forEach(each -> exact.add(exactly(each)));
            return exact;
        }
        if (answer instanceof Map<?, ?> parts) {
            var exact = new LinkedHashMap<String, @Nullable Object>();
            parts.forEach((key, part) -> exact.put(String.valueOf(key), exactly(part)));
            return exact;
        }
        return answer;
    }

    private void entries(String where, Map<?, ?> answers, int depth) {
        answers.forEach((key, answer) -> {
            var prompt = String.valueOf(key);
            var at = where + "." + (prompt.length() > LONGEST_PROMPT_ID ? prompt.substring(0, 20) : prompt);
            Texts.check(at, prompt, LONGEST_PROMPT_ID, faults);
            one(at, answer, depth);
        });
    }

    private void one(String where, @Nullable Object answer, int depth) {
        values++;
        if (values > MOST_VALUES) {
            return;
        }
        if (answer instanceof String text) {
            Texts.check(where, text, Texts.LONGEST_ANSWER, faults);
        } else if (answer instanceof List<?> several && depth < DEEPEST) {
            for (int i = 0; i < several.size(); i++) {
                one(where + "[" + i + "]", several.get(i), depth + 1);
            }
        } else if (answer instanceof Map<?, ?> parts && depth < DEEPEST) {
            entries(where, parts, depth + 1);
        } else if (!isPlain(answer)) {
            faults.add(Fault.of(where, "capture.answer-form"));
        }
    }

    private static boolean isPlain(@Nullable Object answer) {
        return answer == null
                || answer instanceof Boolean
                || answer instanceof Integer
                || (answer instanceof Long number && Math.abs(number) <= LARGEST_EXACT_NUMBER);
    }
}
