package dev.baton.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a process workbook, found by their heading in any order. */
enum StepColumn {
    STEP("Step", true),
    UNIT_OPERATION("Unit operation", true),
    NAME("Process step", true),
    SOP("SOP", false),
    SECTION("Section", false),
    INSTRUCTION("Official instruction", true),
    EQUIPMENT("Equipment", false),
    PARAMETER("CPP", false),
    UNIT("Unit", false),
    LOW("Low", false),
    HIGH("High", false),
    ATTRIBUTES("CQA", false),
    CRITICAL("Critical", true),
    EXPERTS("Experts", true);

    private final String heading;
    private final boolean required;

    StepColumn(String heading, boolean required) {
        this.heading = heading;
        this.required = required;
    }

    String heading() {
        return heading;
    }

    /** Whether each step must fill it. */
    boolean isRequired() {
        return required;
    }

    /** The column with this heading, whatever its case and blanks. */
    static Optional<StepColumn> headed(String heading) {
        return Arrays.stream(values())
                .filter(column -> same(column.heading).equals(same(heading)))
                .findFirst();
    }

    private static String same(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00A0\\uFEFF]+", "");
    }
}
