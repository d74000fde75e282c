package dev.baton.workflow;

import dev.baton.handover.Gates;
import dev.baton.handover.Missing;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.TaskRefusals.TaskConflict;
import dev.baton.workflow.TaskRefusals.TaskNotYours;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to a transfer's phases after its start. */
@Service
public class Phases {

    private final SiteTransferProcess process;
    private final Gates gates;
    private final Transfers transfers;

    /**
     * What came of it.
     *
     * @param missing what kept the gate closed; empty when the transfer went through
     */
    public record Concluded(TransferView transfer, List<Missing> missing) {}

    Phases(SiteTransferProcess process, Gates gates, Transfers transfers) {
        this.process = process;
        this.gates = gates;
        this.transfers = transfers;
    }

    /**
     * The transfer's lead says that the present phase is done; its gate decides. The reason comes from {@link
     * Acting#reason()}. Initiation is concluded by the start alone. That somebody came to a closed gate stands in the trail.
     */
    @Transactional
    public Concluded conclude(TransferId id) {
        var transfer = transfers.require(id);
        var me = Acting.current().username();
        if (!transfers.members(id, Role.TRANSFER_LEAD).contains(me)) {
            throw new TaskNotYours("task.phase-is-the-leads");
        }
        if (transfer.phase() == Phase.INITIATION) {
            throw new TaskConflict("task.phase-not-started");
        }
        var gate = gates.known(id);
        process.conclude(id, transfer.phase());
        if (gate.open()) {
            return new Concluded(transfers.known(id), List.of());
        }
        gates.refused(id, gate.missing());
        return new Concluded(transfers.known(id), gate.missing());
    }
}
