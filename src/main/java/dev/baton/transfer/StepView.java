package dev.baton.transfer;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process step with its official instruction.
 *
 * @param experts user names of the experts named on the step, in the order of the workbook
 */
public record StepView(
        StepId id,
        TransferId transferId,
        String number,
        int position,
        String unitOperation,
        String name,
        @Nullable String sop,
        @Nullable String section,
        String officialInstruction,
        @Nullable String equipment,
        List<Parameter> parameters,
        boolean critical,
        List<String> experts) {

    /**
     * A critical process parameter.
     *
     * @param low lower limit in {@code unit}, or null for none
     * @param high upper limit in {@code unit}, or null for none
     * @param attributes the critical quality attributes it affects
     */
    public record Parameter(
            String name,
            @Nullable String unit,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            String attributes) {}
}
