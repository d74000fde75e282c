package dev.baton.transfer.comparison;

import java.util.Arrays;
import java.util.Optional;

/** How far the two units are apart in one aspect of a step. */
public enum Gap {
    /** The same, or a difference that cannot matter. */
    NONE("none"),
    /** A difference that the procedures of the receiving unit take up. */
    LOW("low"),
    /** A difference that needs an action. */
    MEDIUM("medium"),
    /** A difference that endangers the product unless something is done. */
    HIGH("high");

    private final String code;

    Gap(String code) {
        this.code = code;
    }

    /** The gap in the API, in the database and in the workbook. */
    public String code() {
        return code;
    }

    /** The gap with this code, whatever its case. */
    public static Optional<Gap> of(String code) {
        return Arrays.stream(values())
                .filter(gap -> gap.code.equalsIgnoreCase(code.strip()))
                .findFirst();
    }
}
