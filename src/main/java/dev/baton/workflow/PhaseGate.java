package dev.baton.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A gate between two phases. It has no rules yet and lets everything through. */
@Component
class PhaseGate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(SiteTransfer.GATE_OPEN, true);
    }
}
