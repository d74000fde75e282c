package dev.baton.handover;

import dev.baton.identity.Role;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.comparison.ComparisonView;
import dev.baton.transfer.comparison.Comparisons;
import dev.baton.transfer.comparison.Gap;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Execution begins when every critical step is compared, no high gap lacks owner, action or date, and two people have
 * scored each high gap (WHO TRS 1044, Annex 4, gap analysis and risk assessment; ICH Q9(R1), 5.3).
 */
@Component
class GapRule implements GateRule {

    private final Comparisons comparisons;

    GapRule(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @Override
    public Phase phase() {
        return Phase.PLANNING;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public List<Missing> missing(TransferView transfer) {
        var missing = new ArrayList<Missing>();
        for (var step : comparisons.known(transfer.id())) {
            if (step.critical() && !step.begun()) {
                missing.add(of(step, "gate.missing.not-compared"));
            }
            for (var row : step.aspects()) {
                if (row.openHighGap()) {
                    missing.add(of(step, row, "gate.missing.high-gap"));
                } else if (row.gap() == Gap.HIGH && !row.before().complete()) {
                    missing.add(of(step, row, "gate.missing.gap-unscored"));
                }
            }
        }
        return missing;
    }

    private static Missing of(ComparisonView step, String what) {
        return Missing.of(
                Role.TRANSFER_LEAD.code(), "/steps/" + step.stepId() + "/comparison", what, step.number(), step.name());
    }

    private static Missing of(ComparisonView step, ComparisonView.Row row, String what) {
        return Missing.of(
                Role.TRANSFER_LEAD.code(),
                "/steps/" + step.stepId() + "/comparison/" + row.aspect().code(),
                what,
                step.number(),
                step.name(),
                row.aspect().code());
    }
}
