package dev.baton.transfer;

import dev.baton.identity.Role;
import java.util.List;
import org.springframework.stereotype.Service;

/** The door to transfers: reading, team, start and phases. Import has its own door. */
@Service
public class Transfers {

    /** The transfer, if the current actor may know of it: team, quality and auditors. */
    public TransferView require(TransferId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }

    /** The transfer without asking who wants to know: for timers, listeners and other modules' doors. */
    public TransferView known(TransferId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }

    /** The transfers the current actor may know of, by name. */
    public List<TransferView> mine() {
        throw new UnsupportedOperationException("not yet");
    }

    /** The step, if the current actor may know of its transfer. */
    public StepView requireStep(StepId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }

    /** The step without asking who wants to know. */
    public StepView step(StepId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }

    /** The steps in process order, without asking who wants to know. */
    public List<StepView> steps(TransferId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }

    /** The team, by role and user name, leaving dates included: callers hide them from others than person and lead. */
    public List<TeamMember> team(TransferId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }

    /** User names of the members who hold the role in this transfer and whose accounts are enabled. */
    public List<String> members(TransferId id, Role role) {
        throw new UnsupportedOperationException("not yet " + id + role);
    }

    /** Starts the transfer: publishes {@link TransferEvent.TransferStarted}. The lead of the transfer only. */
    public TransferView start(TransferId id) {
        throw new UnsupportedOperationException("not yet " + id);
    }

    /** The transfer's process has entered a phase. Called by the workflow only. */
    public void enter(TransferId id, Phase phase) {
        throw new UnsupportedOperationException("not yet " + id + phase);
    }
}
