package dev.baton.capture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a workbook of items, found by their heading in any order. */
enum ItemColumn {
    STEP("Step", "step", true),
    EXPERT("Expert", "expert", true),
    TITLE("Title", "title", true),
    KIND("Kind", "kind", true),
    WHAT_IS_DONE("What is really done", "whatIsDone", true),
    WHY("Why", "why", false),
    CUE("Cue", "cue", false),
    CONSEQUENCE("If it is not known", "consequence", false),
    SENSE("Sense", "sense", false),
    THRESHOLD("Threshold", "threshold.value", false),
    UNIT("Unit", "threshold.unit", false),
    ESTIMATED_BY("Estimated by", "threshold.estimatedBy", false),
    TRIED("Tried", "failure.tried", false),
    HAPPENED("What happened", "failure.happened", false),
    BECAUSE("Why it failed", "failure.because", false),
    SINCE("Not to be tried since", "failure.since", false),
    OBSERVED("Observed at", "observedAt", false),
    SHIFT("Shift", "shift", false),
    BATCHES("Batches", "batches", false),
    STRAIN("Strain dependent", "strainDependent", false),
    CONFIDENCE("Confidence", "confidence", false),
    ALSO_KNOWN("Also known by", "alsoKnownBy", false),
    OUTSIDE("Outside range", "outsideRange", false);

    private final String heading;
    private final String field;
    private final boolean required;

    ItemColumn(String heading, String field, boolean required) {
        this.heading = heading;
        this.field = field;
        this.required = required;
    }

    String heading() {
        return heading;
    }

    boolean isRequired() {
        return required;
    }

    /** The column that holds this field of an item's content; the title where no column does. */
    static ItemColumn ofField(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field.equals(field))
                .findFirst()
                .orElse(TITLE);
    }

    /** The column with this heading, whatever its case and blanks. */
    static Optional<ItemColumn> headed(String heading) {
        return Arrays.stream(values())
                .filter(column -> same(column.heading).equals(same(heading)))
                .findFirst();
    }

    private static String same(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00A0\\uFEFF]+", "");
    }
}
