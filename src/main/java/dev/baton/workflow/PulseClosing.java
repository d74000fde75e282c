package dev.baton.workflow;

import dev.baton.recognition.Pulses;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends a round of the pulse. */
@Component
class PulseClosing implements JavaDelegate {

    private final Pulses pulses;

    PulseClosing(Pulses pulses) {
        this.pulses = pulses;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Pulse.ENOUGH, pulses.close(UUID.fromString(execution.getProcessBusinessKey())));
    }
}
