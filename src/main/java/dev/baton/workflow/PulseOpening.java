package dev.baton.workflow;

import dev.baton.recognition.Pulses;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins a round of the pulse, and says when the next one does. */
@Component
class PulseOpening implements JavaDelegate {

    private final Pulses pulses;
    private final Transfers transfers;
    private final PulseRhythm rhythm;
    private final Clock clock;

    PulseOpening(Pulses pulses, Transfers transfers, PulseRhythm rhythm, Clock clock) {
        this.pulses = pulses;
        this.transfers = transfers;
        this.rhythm = rhythm;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var transfer = TransferId.of((String) execution.getVariable(ProcessVariables.TRANSFER_ID));
        var goesOn = transfers.known(transfer).phase() != Phase.CLOSE_OUT;
        if (goesOn) {
            rhythm.begin(transfer);
        }
        execution.setVariable(Pulse.GOES_ON, goesOn);
        execution.setVariable(Pulse.NEXT_AT, Date.from(clock.instant().plus(pulses.rhythm())));
    }
}
