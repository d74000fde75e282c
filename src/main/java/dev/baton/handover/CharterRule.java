package dev.baton.handover;

import dev.baton.identity.Role;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Initiation ends with a purpose, steps, and a team in which nobody is missing. */
@Component
class CharterRule implements GateRule {

    private static final List<Role> NEEDED = List.of(Role.TRANSFER_LEAD, Role.EXPERT, Role.RECEIVER, Role.QUALITY);

    private final Transfers transfers;

    CharterRule(Transfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public Phase phase() {
        return Phase.INITIATION;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public List<Missing> missing(TransferView transfer) {
        var missing = new ArrayList<Missing>();
        if (transfer.purpose().isBlank()) {
            missing.add(Missing.of(Role.TRANSFER_LEAD.code(), "/transfers/" + transfer.id(), "gate.missing.purpose"));
        }
        if (transfer.steps() == 0) {
            missing.add(Missing.of(Role.TRANSFER_LEAD.code(), "/transfers/" + transfer.id(), "gate.missing.steps"));
        }
        NEEDED.stream()
                .filter(role -> transfers.members(transfer.id(), role).isEmpty())
                .forEach(role -> missing.add(Missing.of(
                        Role.TRANSFER_LEAD.code(),
                        "/transfers/" + transfer.id() + "/team",
                        "gate.missing.member." + role.code())));
        return missing;
    }
}
