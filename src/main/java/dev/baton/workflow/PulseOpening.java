package dev.baton.workflow;

import dev.baton.recognition.Pulses;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins a round of the pulse, and says when the next one does. */
@Component
class PulseOpening implements JavaDelegate {

    private final Pulses pulses;
    private final Transfers transfers;
    private final DutyProcess processes;
    private final PulseDuty duty;
    private final Clock clock;

    PulseOpening(Pulses pulses, Transfers transfers, DutyProcess processes, PulseDuty duty, Clock clock) {
        this.pulses = pulses;
        this.transfers = transfers;
        this.processes = processes;
        this.duty = duty;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var transfer = TransferId.of((String) execution.getVariable(ProcessVariables.TRANSFER_ID));
        var goesOn = transfers.known(transfer).phase() != Phase.CLOSE_OUT;
        if (goesOn) {
            pulses.open(transfer)
                    .ifPresent(round -> processes.begin(
                            duty, round.id().toString(), Map.of(Pulse.CLOSES_AT, Date.from(round.closesAt()))));
        }
        execution.setVariable(Pulse.GOES_ON, goesOn);
        execution.setVariable(Pulse.NEXT_AT, Date.from(clock.instant().plus(pulses.rhythm())));
    }
}
