package dev.baton.handover;

import dev.baton.identity.Role;
import dev.baton.transfer.Phase;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.verification.DemonstrationState.Status;
import dev.baton.verification.DemonstrationStates;
import java.util.List;
import org.springframework.stereotype.Component;

/** Close-out begins, and ends, when somebody of the receiving site has shown every critical step. */
@Component
class DemonstratedRule implements GateRule {

    private final DemonstrationStates demonstrations;
    private final Transfers transfers;

    DemonstratedRule(DemonstrationStates demonstrations, Transfers transfers) {
        this.demonstrations = demonstrations;
        this.transfers = transfers;
    }

    @Override
    public Phase phase() {
        return Phase.EXECUTION;
    }

    @Override
    public boolean guards(Phase left) {
        return left == Phase.EXECUTION || left == Phase.CLOSE_OUT;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public List<Missing> missing(TransferView transfer) {
        var states = demonstrations.of(transfer.id());
        return transfers.steps(transfer.id()).stream()
                .filter(StepView::critical)
                .filter(step -> {
                    var state = states.get(step.id());
                    return state == null || state.status() != Status.PASSED;
                })
                .map(step -> Missing.of(
                        Role.RECEIVER.code(),
                        "/steps/" + step.id() + "/demonstrations",
                        "gate.missing.not-demonstrated",
                        step.number(),
                        step.name()))
                .toList();
    }
}
