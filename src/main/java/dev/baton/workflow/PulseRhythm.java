package dev.baton.workflow;

import dev.baton.recognition.Pulses;
import dev.baton.transfer.TransferId;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to when people are asked: on a rhythm, and between its beats whenever the lead wants to know. */
@Service
public class PulseRhythm {

    private final Pulses pulses;
    private final DutyProcess processes;
    private final PulseDuty duty;

    PulseRhythm(Pulses pulses, DutyProcess processes, PulseDuty duty) {
        this.pulses = pulses;
        this.processes = processes;
        this.duty = duty;
    }

    /** The lead asks now; the rhythm goes on as it was. */
    @Transactional
    public void askNow(TransferId transfer) {
        pulses.requireMayAsk(transfer);
        begin(transfer);
    }

    /** A round begins, unless one is open. */
    void begin(TransferId transfer) {
        pulses.open(transfer)
                .ifPresent(round -> processes.begin(
                        duty, round.id().toString(), Map.of(Pulse.CLOSES_AT, Date.from(round.closesAt()))));
    }
}
