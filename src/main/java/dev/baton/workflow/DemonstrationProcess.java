package dev.baton.workflow;

import dev.baton.Locks;
import dev.baton.transfer.StepId;
import dev.baton.verification.DemonstrationStates;
import dev.baton.verification.RunKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves {@code demonstration}: open while an approved item of the step waits to be shown. */
@Component
class DemonstrationProcess {

    private static final String NOTHING_TO_SHOW = "NothingToShow";
    private static final String PLAYED_BEFORE = "playedBefore";

    private final DutyProcess process;
    private final DemonstrationStates states;
    private final List<ShowingDuty> duties;
    private final JdbcClient jdbc;

    DemonstrationProcess(DutyProcess process, DemonstrationStates states, List<ShowingDuty> duties, JdbcClient jdbc) {
        this.process = process;
        this.jdbc = jdbc;
        this.states = states;
        this.duties = duties.stream()
                .sorted(Comparator.comparing(duty -> RunKind.ofCode(duty.kind()).orElseThrow()))
                .toList();
    }

    /** Something changed at the step: begins, moves on or ends what has to be shown there; once a step, also at a time. */
    void follow(StepId step) {
        var key = step.toString();
        Locks.about(jdbc, ShowingDuty.PROCESS, key);
        var runs = process.runs(ShowingDuty.PROCESS, key);
        if (runs && !states.hasSomethingToShow(step)) {
            process.tell(ShowingDuty.PROCESS, key, NOTHING_TO_SHOW, Map.of());
            return;
        }
        var allShown = states.isAllShown(step);
        if (!runs && allShown) {
            return;
        }
        var played = states.played(step);
        if (!runs) {
            process.begin(duties.get(0), key, Map.of(PLAYED_BEFORE, ShowingDuty.isPlayedByTheReceiver(played)));
        }
        duties.stream()
                .filter(duty -> allShown || duty.isPlayed(played))
                .forEach(duty -> process.done(duty, key, Map.of()));
    }
}
