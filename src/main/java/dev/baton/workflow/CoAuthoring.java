package dev.baton.workflow;

import dev.baton.capture.CoAuthors;
import dev.baton.capture.CoAuthors.CoAuthorView;
import dev.baton.capture.DraftId;
import dev.baton.identity.Acting;
import dev.baton.identity.SigningProof;
import dev.baton.signature.SignatureView;
import dev.baton.workflow.TaskRefusals.TaskConflict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to writing a task's draft together: inviting, leaving, signing as a co-author. */
@Service
@Transactional
public class CoAuthoring {

    private final TaskDirectory directory;
    private final CoAuthors coAuthors;

    CoAuthoring(TaskDirectory directory, CoAuthors coAuthors) {
        this.directory = directory;
        this.coAuthors = coAuthors;
    }

    /** The author invites an expert of the transfer. */
    public List<CoAuthorView> invite(String taskId, @Nullable String username) {
        return coAuthors.invite(draft(taskId), username);
    }

    /** Somebody writes it no longer; the author says so, or they themselves. */
    public List<CoAuthorView> leave(String taskId, @Nullable String username, @Nullable String reason) {
        return coAuthors.leave(draft(taskId), username, reason);
    }

    /** Looks whether the current actor can sign, before anybody types a password for it. */
    @Transactional(readOnly = true)
    public void check(String taskId, @Nullable Long version) {
        draft(taskId);
        if (version == null) {
            throw new TaskConflict("task.stale");
        }
    }

    /** A co-author signs the draft as it stands; its author can submit it once all have. */
    public List<SignatureView> sign(String taskId, long version, SigningProof proof) {
        return coAuthors.sign(draft(taskId), version, proof);
    }

    /** The open task in which the draft is written, or empty. */
    @Transactional(readOnly = true)
    public Optional<String> taskOf(DraftId draft) {
        return Stream.of(KnowledgeCapture.KEY, ItemReview.KEY)
                .flatMap(process -> directory.ofRecord(process, draft.toString()).stream())
                .filter(task -> task.kind().hasDraft())
                .map(TaskContext::taskId)
                .findFirst();
    }

    private DraftId draft(String taskId) {
        var task = directory.draftable(taskId, Acting.current().username());
        if (!task.kind().hasDraft()) {
            throw new TaskConflict("task.no-draft");
        }
        return task.draftId();
    }
}
