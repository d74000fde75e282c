package dev.baton.web.page;

import dev.baton.capture.Differences;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in words how far the doing differs from the instruction, step by step. */
@Component
class DifferenceCounts {

    private final Differences differences;
    private final RefusalTexts texts;

    DifferenceCounts(Differences differences, RefusalTexts texts) {
        this.differences = differences;
        this.texts = texts;
    }

    /** Such as "3 differences from the instruction: 2 added, 1 another value"; null without any. */
    @Nullable
    String of(StepId step) {
        return sentence(differences.counted(step));
    }

    /** The same for all steps that have any. */
    Map<String, String> of(TransferId transfer) {
        var sentences = new LinkedHashMap<String, String>();
        differences.counted(transfer).forEach((step, counted) -> {
            var sentence = sentence(counted);
            if (sentence != null) {
                sentences.put(step.toString(), sentence);
            }
        });
        return sentences;
    }

    private @Nullable String sentence(Map<String, Integer> counted) {
        if (counted.isEmpty()) {
            return null;
        }
        var all = counted.values().stream().mapToInt(Integer::intValue).sum();
        return texts.word("differences.count", all) + ": "
                + counted.entrySet().stream()
                        .map(each -> texts.word(
                                "differences.each",
                                each.getValue(),
                                texts.wordOr("difference." + each.getKey(), each.getKey())
                                        .toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(", "));
    }
}
