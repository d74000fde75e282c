package dev.baton.workflow;

import dev.baton.capture.Confidence;
import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.identity.Role;
import dev.baton.review.Decision;
import dev.baton.review.Reviews;
import dev.baton.review.Routing;
import dev.baton.review.Stage;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Who may take which open task; worked out anew whenever the four people or the team change. */
@Component
class TaskPeople {

    private final Engine engine;
    private final Reviews reviews;
    private final Routing routing;
    private final Transfers transfers;
    private final Items items;
    private final Confidence confidence;
    private final HiddenLinks hidden;
    private final TaskDirectory directory;

    TaskPeople(
            Engine engine,
            Reviews reviews,
            Routing routing,
            Transfers transfers,
            Items items,
            Confidence confidence,
            HiddenLinks hidden,
            TaskDirectory directory) {
        this.engine = engine;
        this.reviews = reviews;
        this.routing = routing;
        this.transfers = transfers;
        this.items = items;
        this.confidence = confidence;
        this.hidden = hidden;
        this.directory = directory;
    }

    /** User names of everybody who may take a review task. */
    List<String> candidates(TaskKind kind, TransferId transfer, ItemId item) {
        if (kind == TaskKind.NAME_PEER) {
            return transfers.members(transfer, Role.QUALITY);
        }
        return kind.stage().map(stage -> reviews.eligible(item, stage)).orElse(List.of());
    }

    /** Works out the open review tasks about an item again. */
    void refresh(String processInstanceId, ItemId item) {
        engine.asSystem(() -> directory.ofInstance(processInstanceId).forEach(this::refresh));
        if (confidence.isHeld(item)) {
            hidden.forgetEnded();
        }
    }

    /** Works out all open review tasks of a transfer again. */
    void refreshAll(TransferId transfer) {
        engine.asSystem(() -> directory.ofTransfer(ItemReview.KEY, transfer).forEach(this::refresh));
    }

    /** The author stands by the item: the engine may know again whose its open tasks are. */
    void disclose(String processInstanceId, ItemId item) {
        engine.asSystem(() -> directory.ofInstance(processInstanceId).forEach(task -> {
            hidden.put(task.taskId(), HiddenLinks.CANDIDATE, List.of());
            hidden.put(task.taskId(), HiddenLinks.ASSIGNEE, List.of());
            if (task.kind() == TaskKind.REWORK) {
                engine.tasks().setAssignee(task.taskId(), items.head(item).author());
            }
        }));
        refresh(processInstanceId, item);
    }

    /** User names of whoever has the task, or else of everybody who may take it now. */
    List<String> of(Task task) {
        if (task.getAssignee() != null) {
            return List.of(task.getAssignee());
        }
        var assignee = hidden.of(task.getId(), HiddenLinks.ASSIGNEE);
        if (!assignee.isEmpty()) {
            return assignee;
        }
        var held = hidden.of(task.getId(), HiddenLinks.CANDIDATE);
        return held.isEmpty() ? links(task.getId()) : held;
    }

    List<String> links(String taskId) {
        return engine.asSystem(() -> engine.tasks().getIdentityLinksForTask(taskId).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getUserId() != null)
                .map(link -> link.getUserId())
                .sorted()
                .toList());
    }

    private void refresh(TaskContext task) {
        var kind = task.kind();
        if (kind.hasDraft() || Deciding.isPrepared(task.taskId())) {
            return;
        }
        var item = task.itemId();
        var may = candidates(kind, task.transferId(), item).stream().collect(Collectors.toSet());
        if (may.isEmpty() && kind == TaskKind.PEER_REVIEW) {
            instead(task, ItemReview.TASK_NAME_PEER);
            return;
        }
        if (kind == TaskKind.NAME_PEER
                && !reviews.eligible(item, Stage.PEER_REVIEW).isEmpty()) {
            instead(task, ItemReview.TASK_PEER);
            return;
        }
        var additional = kind.stage().filter(Stage::isAdditional);
        if (may.isEmpty() && additional.isPresent()) {
            giveUp(task, item, additional.get());
            return;
        }
        if (confidence.isHeld(item)) {
            hidden.put(task.taskId(), HiddenLinks.CANDIDATE, may);
        } else {
            link(task, may);
        }
        if (task.assignee() != null && !may.contains(task.assignee())) {
            engine.tasks().setAssignee(task.taskId(), null);
        }
    }

    private void link(TaskContext task, Set<String> may) {
        var might = task.candidates();
        might.stream().filter(username -> !may.contains(username)).forEach(username -> engine.tasks()
                .deleteCandidateUser(task.taskId(), username));
        may.stream().filter(username -> !might.contains(username)).forEach(username -> engine.tasks()
                .addCandidateUser(task.taskId(), username));
    }

    /** Nobody is left for a review beyond the four people: those go on without it. */
    private void giveUp(TaskContext task, ItemId item, Stage stage) {
        routing.giveUp(item, stage);
        Deciding.about(task.processInstanceId(), () -> engine.tasks()
                .complete(task.taskId(), Map.of(ProcessVariables.OUTCOME, Decision.ACCEPT.code())));
    }

    /** Nobody is left who may review as a peer, or somebody is there again: the diagram's question is asked anew. */
    private void instead(TaskContext task, String definitionKey) {
        Deciding.about(task.processInstanceId(), () -> engine.runtime()
                .createProcessInstanceModification(task.processInstanceId())
                .cancelAllForActivity(task.definitionKey())
                .startBeforeActivity(definitionKey)
                .execute());
    }
}
