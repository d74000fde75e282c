package dev.baton.web.page;

import dev.baton.verification.Cue;
import dev.baton.verification.CueScore;
import dev.baton.verification.DemonstrationState;
import dev.baton.verification.RunView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages at the bench show: where a step stands, one cue at a time, a run as it went. */
final class Bench {

    private Bench() {}

    /** The page of a step at the bench. */
    record StepBench(
            String stepId,
            String step,
            String transferId,
            String transfer,
            String status,
            int unaided,
            int needed,
            int practiceRuns,
            List<Seen> cues,
            List<RunLine> runs,
            boolean plays,
            List<TrailSentence.Choice> receivers,
            List<TrailSentence.Choice> experts,
            String me) {

        /** How many cues are critical. */
        public long critical() {
            return cues.stream().filter(Seen::critical).count();
        }
    }

    /** A cue in words. */
    record Seen(
            String itemId,
            String title,
            String cue,
            @Nullable String sense,
            @Nullable String threshold,
            boolean critical,
            @Nullable Integer score,
            @Nullable Boolean text) {

        static Seen of(Cue cue) {
            return of(new CueScore(cue, null, null));
        }

        static Seen of(CueScore scored) {
            var cue = scored.cue();
            var threshold = cue.threshold();
            var value = threshold == null ? null : threshold.value();
            var unit = threshold == null || threshold.unit() == null ? "" : "\u00a0" + threshold.unit();
            return new Seen(
                    cue.item().toString(),
                    cue.title(),
                    cue.cue(),
                    cue.sense(),
                    value == null ? null : value + unit,
                    cue.critical(),
                    scored.score(),
                    scored.text());
        }
    }

    /** A run in one line. */
    record RunLine(String id, String kind, String state, @Nullable String result, int number, String pair, When at) {}

    /** One cue on the tablet, in practice or for the record. */
    record Play(
            String stepId,
            String step,
            String kind,
            @Nullable String runId,
            long counter,
            int index,
            int total,
            int prompts,
            Seen cue,
            boolean missed,
            String question,
            String receiver,
            String expert) {

        /** Where it stands among the cues, from 1. */
        public int place() {
            return index + 1;
        }

        /** Whether it is the last one. */
        public boolean last() {
            return place() == total;
        }
    }

    /** A run before it is signed, and afterwards. */
    record Report(
            RunView run,
            String transferId,
            List<Seen> cues,
            List<Given> signatures,
            @Nullable String nextSigner,
            @Nullable String nextName,
            @Nullable String nextMeaning,
            boolean mine,
            DemonstrationState state) {

        /** Whether it is written for good. */
        public boolean written() {
            return run.number() > 0;
        }

        /** The kind in the API's words. */
        public String kind() {
            return run.kind().code();
        }

        /** The result in the API's words, or null. */
        public @Nullable String result() {
            var result = run.result();
            return result == null ? null : result.code();
        }
    }

    /** A signature at the foot of a run. */
    record Given(
            String name,
            String username,
            String role,
            String site,
            String meaning,
            When utc,
            String local,
            String hash,
            boolean valid) {}
}
