package dev.baton.capture;

import dev.baton.identity.Role;
import dev.baton.transfer.Transfers;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The experts whom the process names for the step, as far as they are on the team. */
@Component
class StepPeers implements PeerCircle {

    private final Transfers transfers;

    StepPeers(Transfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public String code() {
        return "step";
    }

    @Override
    public Set<String> members(CaptureView request) {
        var named = new HashSet<>(transfers.step(request.stepId()).experts());
        named.retainAll(transfers.members(request.transferId(), Role.EXPERT));
        return named;
    }
}
