package dev.baton.workflow;

import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the transfer that its process has entered the next phase. */
@Component
class PhaseEntry implements JavaDelegate {

    private final Transfers transfers;

    PhaseEntry(Transfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var phase = SiteTransfer.ENTERED_BY.get(execution.getCurrentActivityId());
        if (phase == null) {
            throw new ProcessEngineException("No phase is entered by " + execution.getCurrentActivityId());
        }
        transfers.enter(TransferId.of(execution.getProcessBusinessKey()), phase);
    }
}
