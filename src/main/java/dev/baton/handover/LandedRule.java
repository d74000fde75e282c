package dev.baton.handover;

import dev.baton.identity.Role;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferView;
import java.util.List;
import org.springframework.stereotype.Component;

/** Close-out begins, and ends, when every effective item has landed; one that is on hold has to be settled first. */
@Component
class LandedRule implements GateRule {

    private final Landings landings;

    LandedRule(Landings landings) {
        this.landings = landings;
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
        return 200;
    }

    @Override
    public List<Missing> missing(TransferView transfer) {
        return landings.notLanded(transfer.id()).stream()
                .map(item -> item.onHold()
                        ? Missing.of(
                                Role.QUALITY.code(), "/items/" + item.itemId(), "gate.missing.on-hold", item.title())
                        : Missing.of(
                                Role.RECEIVER.code(),
                                "/items/" + item.itemId() + "/landing",
                                "gate.missing.not-landed",
                                item.title()))
                .toList();
    }
}
