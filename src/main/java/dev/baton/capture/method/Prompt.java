package dev.baton.capture.method;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing a method asks.
 *
 * @param id letters, digits and hyphens; unique among its neighbours
 * @param why why this is asked, or null
 * @param example an example answer, or null
 * @param units units to choose from, the usual one first; empty when none is fixed
 * @param low smallest number, lowest point of a scale, or fewest rows; null when there is none
 * @param high largest number, highest point of a scale, or most rows; null when there is none
 * @param choices what can be chosen, by code
 * @param anchors what points of a scale mean
 * @param row what one row is called, or null
 * @param prompts what each row of a group asks
 * @param results what is computed from the answers of one row
 */
public record Prompt(
        String id,
        PromptType type,
        Told text,
        @Nullable Told why,
        @Nullable Told example,
        List<String> units,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        Map<String, Told> choices,
        Map<Integer, Told> anchors,
        @Nullable Told row,
        List<Prompt> prompts,
        List<Result> results) {

    /** The usual unit of a number, or null. */
    public @Nullable String unit() {
        return units.isEmpty() ? null : units.get(0);
    }
}
