package dev.baton.workflow;

import dev.baton.capture.Captures;
import dev.baton.capture.ItemStages;
import dev.baton.capture.Items;
import dev.baton.capture.Rework;
import dev.baton.identity.SigningProof;
import dev.baton.review.Decision;
import dev.baton.review.EstablishedCondition;
import dev.baton.review.Reviews;
import dev.baton.signature.SignatureView;
import dev.baton.workflow.TaskRefusals.TaskConflict;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls the door of the module that a task's decision belongs to. */
@Component
class TaskEnding {

    private final Captures captures;
    private final Items items;
    private final Rework rework;
    private final ItemStages stages;
    private final Reviews reviews;

    TaskEnding(Captures captures, Items items, Rework rework, ItemStages stages, Reviews reviews) {
        this.captures = captures;
        this.items = items;
        this.rework = rework;
        this.stages = stages;
        this.reviews = reviews;
    }

    /** Whether that decision is signed. */
    boolean isSigned(TaskContext task, CompleteCommand command) {
        var decision = CommandRules.decision(task.kind(), command);
        if (task.kind() == TaskKind.REWORK && decision.equals(CommandRules.SUBMIT)) {
            return rework.isChanged(task.itemId());
        }
        return !decision.equals(CommandRules.ASK) && !decision.equals(CommandRules.PASS_ON);
    }

    /** The version that the task stands at: of its draft, or of its item. */
    long version(TaskContext task) {
        return switch (task.kind()) {
            case CAPTURE -> captures.draftVersion(task.captureId());
            case REWORK -> rework.draft(task.itemId()).version();
            default -> items.latestVersion(task.itemId());
        };
    }

    /** Refuses when the task was read before its last change. */
    void requireFresh(TaskContext task, CompleteCommand command) {
        var read = command.version();
        if (read == null || read != version(task)) {
            throw new TaskConflict("task.stale");
        }
    }

    /** Decides, and signs where the decision is signed. */
    List<SignatureView> end(TaskContext task, CompleteCommand command, @Nullable SigningProof proof) {
        var decision = CommandRules.decision(task.kind(), command);
        return switch (task.kind()) {
            case CAPTURE -> endCapture(task, command, decision, version(command), proof);
            case REWORK -> endRework(task, command, decision, version(command), proof);
            case TRIAGE -> endTriage(task, command, decision, proof);
            case NAME_PEER -> List.of(
                    reviews.namePeer(task.itemId(), task.round(), named(command), command.commentText(), given(proof)));
            case PEER_REVIEW,
                    RECEIVER_REVIEW,
                    SECOND_PEER_REVIEW,
                    SPECIALIST_REVIEW,
                    SECOND_RECEIVER_REVIEW,
                    SITE_QUALITY_REVIEW,
                    APPROVAL -> decide(task, command, decision, proof);
        };
    }

    private List<SignatureView> endCapture(
            TaskContext task, CompleteCommand command, String decision, long version, @Nullable SigningProof proof) {
        var capture = task.captureId();
        if (decision.equals(CommandRules.PASS_ON)) {
            captures.passOn(capture, version, named(command), command.commentText());
            return List.of();
        }
        return decision.equals(CommandRules.SUBMIT)
                ? captures.submit(capture, version, said(command), given(proof))
                : List.of(captures.nothingHidden(capture, version, given(proof)));
    }

    private List<SignatureView> endRework(
            TaskContext task, CompleteCommand command, String decision, long version, @Nullable SigningProof proof) {
        if (decision.equals(CommandRules.WITHDRAW)) {
            return List.of(stages.withdraw(task.itemId(), command.commentText(), given(proof)));
        }
        var answers = command.answers() == null ? List.<Reviews.Answer>of() : command.answers();
        return one(reviews.answer(task.itemId(), version, answers, command.comment(), proof));
    }

    private List<SignatureView> endTriage(
            TaskContext task, CompleteCommand command, String decision, @Nullable SigningProof proof) {
        if (decision.equals(CommandRules.ASK)) {
            return decide(task, command, decision, proof);
        }
        return List.of(reviews.triage(
                task.itemId(),
                task.round(),
                CommandRules.outcome(command).orElseThrow(),
                command.reference(),
                command.condition() == null ? new EstablishedCondition(null, null) : command.condition(),
                command.comment(),
                given(proof)));
    }

    private List<SignatureView> decide(
            TaskContext task, CompleteCommand command, String decision, @Nullable SigningProof proof) {
        return one(reviews.decide(
                task.itemId(),
                task.round(),
                task.kind().stage().orElseThrow(),
                Decision.valueOf(decision.toUpperCase(Locale.ROOT)),
                command.said(),
                proof));
    }

    /** The version that was read, which still stood when that was asked. */
    private static long version(CompleteCommand command) {
        return Objects.requireNonNull(command.version());
    }

    private static List<SignatureView> one(Optional<SignatureView> signature) {
        return signature.map(List::of).orElse(List.of());
    }

    private static @Nullable String said(CompleteCommand command) {
        return command.commentText().isEmpty() ? null : command.commentText();
    }

    private static String named(CompleteCommand command) {
        return command.to() == null ? "" : command.to().strip();
    }

    /** Between the look and the act the decision became one that is signed: as if the proof were missing. */
    private static SigningProof given(@Nullable SigningProof proof) {
        if (proof == null) {
            throw new TaskConflict("task.proof-missing");
        }
        return proof;
    }
}
