package dev.baton.verification;

import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.time.Instant;
import java.util.List;

/**
 * A formal run that the pair is at: their working note, overwritten as they go.
 *
 * @param agreedAt when both agreed to call it formal
 * @param cues the cues as they were when it began
 * @param counter grows with each save
 */
record OpenRun(
        RunId id,
        TransferId transferId,
        StepId stepId,
        RunKind kind,
        String receiver,
        String expert,
        Instant agreedAt,
        List<Cue> cues,
        RunProgress progress,
        long counter) {

    boolean isOf(String username) {
        return receiver.equals(username) || expert.equals(username);
    }

    /** The cues with how they went so far. */
    List<CueScore> scores() {
        return cues.stream().map(this::score).toList();
    }

    int criticalNamed() {
        return (int) scores().stream()
                .filter(scored -> scored.cue().critical() && scored.named())
                .count();
    }

    int criticalTotal() {
        return (int) cues.stream().filter(Cue::critical).count();
    }

    private CueScore score(Cue cue) {
        return progress.cues().stream()
                .filter(judged -> judged.item().equals(cue.item()))
                .findFirst()
                .map(judged -> new CueScore(cue, judged.score(), judged.text()))
                .orElseGet(() -> new CueScore(cue, null, null));
    }
}
