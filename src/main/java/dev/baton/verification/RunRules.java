package dev.baton.verification;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.ItemId;
import dev.baton.verification.RunProgress.Judged;
import dev.baton.verification.VerificationRefusals.EntryRefused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may stand in a run while the pair is at it, and what must before it is signed. */
final class RunRules {

    private static final int MOST_PROMPTS = 999;

    private RunRules() {}

    /** Refuses what could not be kept. */
    static void requireStorable(OpenRun run, RunProgress progress) {
        var faults = new ArrayList<Fault>();
        if (progress.prompts() < 0 || progress.prompts() > MOST_PROMPTS) {
            faults.add(Fault.of("prompts", "verification.prompts", MOST_PROMPTS));
        }
        Texts.check("remark", progress.remark(), Texts.LONGEST_ANSWER, faults);
        var seen = new HashSet<ItemId>();
        for (int i = 0; i < progress.cues().size(); i++) {
            check("cues[" + i + "]", progress.cues().get(i), run, seen, faults);
        }
        refuse(faults);
    }

    private static void check(String where, Judged judged, OpenRun run, Set<ItemId> seen, List<Fault> faults) {
        if (run.cues().stream().noneMatch(cue -> cue.item().equals(judged.item())) || !seen.add(judged.item())) {
            faults.add(Fault.of(where + ".itemId", "verification.cue-unknown"));
        }
        var score = judged.score();
        if (score != null && (score < 0 || score > CueScore.BEST)) {
            faults.add(Fault.of(where + ".score", "verification.score"));
        }
        if (judged.text() != null && !Objects.equals(score, 0)) {
            faults.add(Fault.of(where + ".text", "verification.text-of-missed-only"));
        }
    }

    /** Refuses with everything that is still open. */
    static void requireComplete(OpenRun run) {
        if (run.kind() == RunKind.SHADOW) {
            return;
        }
        var faults = new ArrayList<Fault>();
        var scores = run.scores();
        for (int i = 0; i < scores.size(); i++) {
            if (scores.get(i).score() == null) {
                faults.add(Fault.of("cues[" + i + "].score", "verification.score-missing", i + 1));
            }
        }
        if (run.progress().rightFirstTime() == null) {
            faults.add(Fault.of("rightFirstTime", "verification.right-first-time-missing"));
        }
        var helped = scores.stream()
                .filter(scored -> Objects.equals(scored.score(), 1))
                .count();
        if (run.progress().prompts() < helped) {
            faults.add(Fault.of("prompts", "verification.prompts-too-few", helped));
        }
        refuse(faults);
    }

    static void requireReason(@Nullable String reason) {
        var faults = new ArrayList<Fault>();
        Texts.require("reason", reason, Texts.LONGEST_ANSWER, faults);
        refuse(faults);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
    }
}
