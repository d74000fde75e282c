package dev.baton.workflow;

import dev.baton.transfer.StepId;
import dev.baton.verification.DemonstrationStates;
import dev.baton.verification.RunKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Moves {@code demonstration}: open while an approved item of the step waits to be shown. */
@Component
class DemonstrationProcess {

    private static final String NOTHING_TO_SHOW = "NothingToShow";
    private static final String PLAYED_BEFORE = "playedBefore";

    private final DutyProcess process;
    private final DemonstrationStates states;
    private final List<ShowingDuty> duties;

    DemonstrationProcess(DutyProcess process, DemonstrationStates states, List<ShowingDuty> duties) {
        this.process = process;
        this.states = states;
        this.duties = duties.stream()
                .sorted(Comparator.comparing(duty -> RunKind.ofCode(duty.kind()).orElseThrow()))
                .toList();
    }

    /** Something changed at the step: begins, moves on or ends what has to be shown there. */
    void follow(StepId step) {
        var key = step.toString();
        if (!process.runs(ShowingDuty.PROCESS, key)) {
            if (states.isAllShown(step)) {
                return;
            }
            process.begin(
                    duties.get(0),
                    key,
                    Map.of(PLAYED_BEFORE, states.isPlayed(step, RunKind.REVERSE_SHADOW, RunKind.TEACH_BACK)));
        } else if (!states.hasSomethingToShow(step)) {
            process.tell(ShowingDuty.PROCESS, key, NOTHING_TO_SHOW, Map.of());
            return;
        }
        duties.stream().filter(duty -> duty.isDone(key)).forEach(duty -> process.done(duty, key, Map.of()));
    }
}
