package dev.baton.verification;

import dev.baton.signature.SignatureView;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A formal run as the pair, quality and the lead see it.
 *
 * @param step number and name of the step
 * @param number the how manieth of the step; 0 while it is open
 * @param counter save counter of an open run; 0 afterwards
 * @param contentHash hash of the canonical content recomputed now from what is stored, or null while it is open
 * @param canonical what is signed, as canonical JSON, or null while it is open
 * @param unaltered whether what is stored is still what was signed
 */
public record RunView(
        RunId id,
        TransferId transferId,
        StepId stepId,
        String step,
        RunKind kind,
        State state,
        int number,
        Someone receiver,
        Someone expert,
        Instant agreedAt,
        @Nullable Instant endedAt,
        long counter,
        int prompts,
        @Nullable Boolean rightFirstTime,
        @Nullable RunResult result,
        List<CueScore> cues,
        int criticalNamed,
        int criticalTotal,
        @Nullable String remark,
        @Nullable String stopReason,
        @Nullable String contentHash,
        @Nullable String canonical,
        boolean unaltered,
        List<SignatureView> signatures) {

    /** Where a run stands. */
    public enum State {
        /** The pair is at it. */
        OPEN,
        /** One of the two has signed. */
        WAITING,
        /** Both have signed. */
        SIGNED,
        /** It was stopped. */
        STOPPED
    }

    /** A person by user name and name. */
    public record Someone(String username, String name) {}

    /** Whether that person is one of the two. */
    public boolean isOfPair(String username) {
        return receiver.username().equals(username) || expert.username().equals(username);
    }

    /** Whether that person has signed it. */
    public boolean isSignedBy(String username) {
        return signatures.stream().anyMatch(signature -> signature.username().equals(username));
    }
}
