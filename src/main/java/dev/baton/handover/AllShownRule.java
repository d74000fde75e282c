package dev.baton.handover;

import dev.baton.identity.Role;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.verification.DemonstrationStates;
import java.util.List;
import org.springframework.stereotype.Component;

/** A transfer ends when somebody of the receiving site has shown everything that is effective, not critical steps alone. */
@Component
class AllShownRule implements GateRule {

    private final DemonstrationStates demonstrations;
    private final Transfers transfers;

    AllShownRule(DemonstrationStates demonstrations, Transfers transfers) {
        this.demonstrations = demonstrations;
        this.transfers = transfers;
    }

    @Override
    public Phase phase() {
        return Phase.CLOSE_OUT;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public List<Missing> missing(TransferView transfer) {
        var states = demonstrations.of(transfer.id());
        return transfers.steps(transfer.id()).stream()
                .filter(step -> {
                    var state = states.get(step.id());
                    return state != null && !state.toShow().isEmpty();
                })
                .map(step -> Missing.of(
                        Role.RECEIVER.code(),
                        "/steps/" + step.id() + "/demonstrations",
                        "gate.missing.not-shown",
                        step.number(),
                        step.name()))
                .toList();
    }
}
