package dev.baton.verification;

import dev.baton.capture.ItemId;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to how far steps are, for gates, landing and processes; it does not ask who wants to know. */
@Service
@Transactional(readOnly = true)
public class DemonstrationStates {

    private final Standings standings;
    private final CriticalCues cues;

    DemonstrationStates(Standings standings, CriticalCues cues) {
        this.standings = standings;
        this.cues = cues;
    }

    /** How many unaided runs in a row, right the first time, pass a step. */
    public int runsNeeded() {
        return standings.rule().runs();
    }

    /** How many of a hundred critical cues each of those runs names. */
    public int cuesNeeded() {
        return standings.rule().criticalCues();
    }

    /** Where that step stands. */
    public DemonstrationState of(StepId step) {
        return standings.state(step);
    }

    /** Where every step of the transfer stands at which something was done or is to be shown. */
    public Map<StepId, DemonstrationState> of(TransferId transfer) {
        return standings.states(transfer);
    }

    /** The usable items of a transfer whose effective version somebody who passed has shown. */
    public Set<ItemId> demonstrated(TransferId transfer) {
        var toShow = standings.states(transfer).values().stream()
                .flatMap(state -> state.toShow().stream())
                .collect(Collectors.toSet());
        return cues.ofTransfer(transfer).values().stream()
                .flatMap(List::stream)
                .map(Cue::item)
                .filter(item -> !toShow.contains(item))
                .collect(Collectors.toSet());
    }

    /** In which ways the step was ever played, in practice or for the record. */
    public Set<RunKind> played(StepId step) {
        return standings.played(step);
    }

    /** The steps of every transfer at which something is left to show. */
    public Set<StepId> waiting() {
        return standings.transfers().stream()
                .flatMap(transfer -> standings.states(transfer).entrySet().stream())
                .filter(state -> !state.getValue().toShow().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether the step has anything to show at all. */
    public boolean hasSomethingToShow(StepId step) {
        return !cues.ofStep(step).isEmpty();
    }

    /** Whether nothing is left to show at the step. */
    public boolean isAllShown(StepId step) {
        return standings.state(step).toShow().isEmpty();
    }
}
