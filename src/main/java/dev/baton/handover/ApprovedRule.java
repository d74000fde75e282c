package dev.baton.handover;

import dev.baton.capture.ProgressReader;
import dev.baton.capture.StepProgress;
import dev.baton.identity.Role;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Close-out begins when what was told is approved: by default of every step. */
@Component
class ApprovedRule implements GateRule {

    private static final int NAMED = 12;

    private final ProgressReader progress;
    private final Transfers transfers;
    private final GateSettings settings;

    ApprovedRule(ProgressReader progress, Transfers transfers, GateSettings settings) {
        this.progress = progress;
        this.transfers = transfers;
        this.settings = settings;
    }

    @Override
    public Phase phase() {
        return Phase.EXECUTION;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public List<Missing> missing(TransferView transfer) {
        var approved = progress.coverage(transfer).approved();
        var needed = GateSettings.share(settings.approved(), transfer.steps());
        if (approved >= needed) {
            return List.of();
        }
        var missing = new ArrayList<Missing>();
        missing.add(Missing.of(
                Role.QUALITY.code(),
                "/transfers/" + transfer.id(),
                "gate.missing.approved",
                approved,
                transfer.steps(),
                needed));
        var steps = progress.bySteps(transfer);
        transfers.steps(transfer.id()).stream()
                .filter(step ->
                        !steps.getOrDefault(step.id(), StepProgress.NONE).approved())
                .limit(NAMED)
                .forEach(step -> missing.add(Missing.of(
                        Role.QUALITY.code(),
                        "/steps/" + step.id(),
                        "gate.missing.step-unapproved",
                        step.number(),
                        step.name())));
        return missing;
    }
}
