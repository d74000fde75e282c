package dev.baton.workflow;

import dev.baton.handover.Gates;
import dev.baton.transfer.TransferId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the rules of the gate between two phases whether it opens. */
@Component
class PhaseGate implements JavaDelegate {

    private final Gates gates;

    PhaseGate(Gates gates) {
        this.gates = gates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var gate = gates.known(TransferId.of(execution.getProcessBusinessKey()));
        execution.setVariable(SiteTransfer.GATE_OPEN, gate.open());
    }
}
