package dev.baton.workflow;

import dev.baton.capture.CaptureView;
import dev.baton.capture.DraftView;
import dev.baton.capture.ItemView;
import dev.baton.capture.KeptVoices;
import dev.baton.identity.Role;
import dev.baton.review.QuestionView;
import dev.baton.review.TriageView;
import dev.baton.signature.Meaning;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An open task with everything that is needed to do it.
 *
 * @param kind what the task asks for
 * @param version save counter of the draft, or the item's version
 * @param draft the author's working note; capture and rework only
 * @param item the item under review or in rework, or null
 * @param previous the version before, or null
 * @param keptVoices what the current actor is to see only after telling themselves, instead of the item; else null
 * @param decisions what the person may decide
 * @param readers who reads next, in order
 * @param experts who may be asked instead, or to write with the author; capture and rework only
 * @param possiblePeers who may be named as peer; name-peer only
 * @param capture the request: its method, who asks; capture only
 * @param asking whether the current actor asks and writes while somebody else tells
 * @param interviewers who may be asked to ask; capture only
 * @param coAuthors who writes the draft with the author; capture and rework only
 * @param coAuthoring whether the current actor is one of them
 */
public record TaskDetail(
        TaskView task,
        TaskKind kind,
        @Nullable String assignee,
        boolean mine,
        long version,
        TransferView transfer,
        StepView step,
        @Nullable DraftView draft,
        @Nullable ItemView item,
        @Nullable ItemView previous,
        @Nullable TriageView triage,
        List<QuestionView> questions,
        @Nullable KeptVoices keptVoices,
        List<String> decisions,
        Signing signing,
        List<Reader> readers,
        List<Someone> experts,
        List<Someone> possiblePeers,
        @Nullable CaptureView capture,
        boolean asking,
        List<Someone> interviewers,
        List<Writer> coAuthors,
        boolean coAuthoring) {

    /** Under which name and with which meaning the current actor would sign. */
    public record Signing(
            Meaning meaning,
            String printedName,
            String username,
            Role role,
            String site,
            ZoneId zone,
            boolean statementAccepted) {}

    /** A next reader: the kind of task and the people, by name. */
    public record Reader(TaskKind kind, String who) {}

    /** Who writes with the author, and whether they have signed it as it stands. */
    public record Writer(String username, String name, boolean signed) {}

    /** A person to choose. */
    public record Someone(String username, String name) {}

    /**
     * One thing that would be signed.
     *
     * @param contentHash hash to be signed, or null where it comes into being with the signature
     */
    public record Subject(
            String title, int version, @Nullable String contentHash, Map<String, @Nullable Object> content) {}

    /** When the draft was last saved, or null. */
    public @Nullable Instant savedAt() {
        return draft == null ? null : draft.savedAt();
    }
}
