package dev.baton.workflow;

import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.TaskRefusals.TaskConflict;
import dev.baton.workflow.TaskRefusals.TaskNotYours;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to a transfer's phases after its start. */
@Service
public class Phases {

    private final SiteTransferProcess process;
    private final Transfers transfers;

    Phases(SiteTransferProcess process, Transfers transfers) {
        this.process = process;
        this.transfers = transfers;
    }

    /**
     * The transfer's lead says that the present phase is done; its gate decides. The reason comes from {@link
     * Acting#reason()}. Initiation is concluded by the start alone.
     */
    @Transactional
    public TransferView conclude(TransferId id) {
        var transfer = transfers.require(id);
        var me = Acting.current().username();
        if (!transfers.members(id, Role.TRANSFER_LEAD).contains(me)) {
            throw new TaskNotYours("task.phase-is-the-leads");
        }
        if (transfer.phase() == Phase.INITIATION) {
            throw new TaskConflict("task.phase-not-started");
        }
        process.conclude(id, transfer.phase());
        return transfers.known(id);
    }
}
