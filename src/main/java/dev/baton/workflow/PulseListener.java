package dev.baton.workflow;

import dev.baton.recognition.Pulses;
import dev.baton.recognition.RecognitionEvent.PulseAnswered;
import dev.baton.transfer.TransferEvent.TransferStarted;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins the rhythm of the pulse with the transfer, and ends the lead's task with the answer. */
@Component
class PulseListener {

    private final Engine engine;
    private final DutyProcess processes;
    private final PulseDuty duty;
    private final Pulses pulses;
    private final Clock clock;

    PulseListener(Engine engine, DutyProcess processes, PulseDuty duty, Pulses pulses, Clock clock) {
        this.engine = engine;
        this.processes = processes;
        this.duty = duty;
        this.pulses = pulses;
        this.clock = clock;
    }

    @EventListener
    void on(TransferStarted event) {
        var transfer = event.transferId().toString();
        engine.start(
                Pulse.RHYTHM,
                Pulse.rhythmOf(transfer),
                Map.of(
                        ProcessVariables.TRANSFER_ID,
                        transfer,
                        Pulse.NEXT_AT,
                        Date.from(clock.instant().plus(pulses.rhythm()))));
    }

    @EventListener
    void on(PulseAnswered event) {
        processes.done(duty, event.roundId().toString(), Map.of());
    }
}
