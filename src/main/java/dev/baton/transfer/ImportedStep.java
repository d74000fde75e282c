package dev.baton.transfer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process step as read from a workbook; further rows of the same step add their parameters to it.
 *
 * @param row where it was read first, as Excel counts rows
 */
record ImportedStep(
        int row,
        String number,
        String unitOperation,
        String name,
        @Nullable String sop,
        @Nullable String section,
        String officialInstruction,
        @Nullable String equipment,
        boolean critical,
        List<String> experts,
        List<StepView.Parameter> parameters) {

    ImportedStep with(StepView.Parameter parameter) {
        var more = new ArrayList<>(parameters);
        more.add(parameter);
        return new ImportedStep(
                row,
                number,
                unitOperation,
                name,
                sop,
                section,
                officialInstruction,
                equipment,
                critical,
                experts,
                more);
    }
}
