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

/** Execution begins when enough of the process is told, and every critical step. */
@Component
class ToldRule implements GateRule {

    private final ProgressReader progress;
    private final Transfers transfers;
    private final GateSettings settings;

    ToldRule(ProgressReader progress, Transfers transfers, GateSettings settings) {
        this.progress = progress;
        this.transfers = transfers;
        this.settings = settings;
    }

    @Override
    public Phase phase() {
        return Phase.PLANNING;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public List<Missing> missing(TransferView transfer) {
        var missing = new ArrayList<Missing>();
        var told = progress.coverage(transfer).captured();
        var needed = GateSettings.share(settings.told(), transfer.steps());
        if (told < needed) {
            missing.add(Missing.of(
                    Role.EXPERT.code(),
                    "/transfers/" + transfer.id(),
                    "gate.missing.told",
                    told,
                    transfer.steps(),
                    needed));
        }
        var steps = progress.bySteps(transfer);
        transfers.steps(transfer.id()).stream()
                .filter(step -> step.critical()
                        && !steps.getOrDefault(step.id(), StepProgress.NONE).captured())
                .forEach(step -> missing.add(Missing.of(
                        Role.EXPERT.code(),
                        "/steps/" + step.id(),
                        "gate.missing.critical-untold",
                        step.number(),
                        step.name())));
        return missing;
    }
}
