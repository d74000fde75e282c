package dev.baton.workflow;

import dev.baton.capture.Confidence;
import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.identity.Role;
import dev.baton.review.Reviews;
import dev.baton.review.Stage;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.util.List;
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
    private final Transfers transfers;
    private final Items items;
    private final Confidence confidence;
    private final HiddenLinks hidden;

    TaskPeople(
            Engine engine,
            Reviews reviews,
            Transfers transfers,
            Items items,
            Confidence confidence,
            HiddenLinks hidden) {
        this.engine = engine;
        this.reviews = reviews;
        this.transfers = transfers;
        this.items = items;
        this.confidence = confidence;
        this.hidden = hidden;
    }

    /** User names of everybody who may take a review task. */
    List<String> candidates(TaskKind kind, TransferId transfer, ItemId item) {
        if (kind == TaskKind.NAME_PEER) {
            return transfers.members(transfer, Role.QUALITY);
        }
        return kind.stage().map(stage -> reviews.eligible(item, stage)).orElse(List.of());
    }

    /** Works out the open review tasks of one process again. */
    void refresh(String processInstanceId) {
        engine.asSystem(() -> engine.tasks()
                .createTaskQuery()
                .processInstanceId(processInstanceId)
                .list()
                .forEach(this::refresh));
        hidden.forgetEnded();
    }

    /** Works out all open review tasks of a transfer again. */
    void refreshAll(TransferId transfer) {
        engine.asSystem(() -> engine.tasks()
                .createTaskQuery()
                .processDefinitionKey(ItemReview.KEY)
                .processVariableValueEquals(ProcessVariables.TRANSFER_ID, transfer.toString())
                .list()
                .forEach(this::refresh));
    }

    /** The author stands by the item: the engine may know again whose its open tasks are. */
    void disclose(String processInstanceId, ItemId item) {
        engine.asSystem(() -> engine.tasks()
                .createTaskQuery()
                .processInstanceId(processInstanceId)
                .list()
                .forEach(task -> {
                    hidden.put(task.getId(), HiddenLinks.CANDIDATE, List.of());
                    hidden.put(task.getId(), HiddenLinks.ASSIGNEE, List.of());
                    if (TaskKind.ofDefinition(task.getTaskDefinitionKey()) == TaskKind.REWORK) {
                        engine.tasks()
                                .setAssignee(task.getId(), items.known(item).author());
                    }
                    refresh(task);
                }));
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

    private void refresh(Task task) {
        var kind = TaskKind.ofDefinition(task.getTaskDefinitionKey());
        if (kind.hasDraft() || Deciding.isPrepared(task.getId())) {
            return;
        }
        var variables = engine.runtime().getVariables(task.getProcessInstanceId());
        var transfer = TransferId.of(ProcessVariables.text(variables, ProcessVariables.TRANSFER_ID));
        var item = ItemId.of(businessKey(task));
        var may = candidates(kind, transfer, item).stream().collect(Collectors.toSet());
        if (may.isEmpty() && kind == TaskKind.PEER_REVIEW) {
            instead(task, ItemReview.TASK_NAME_PEER);
            return;
        }
        if (kind == TaskKind.NAME_PEER
                && !reviews.eligible(item, Stage.PEER_REVIEW).isEmpty()) {
            instead(task, ItemReview.TASK_PEER);
            return;
        }
        if (confidence.isHeld(item)) {
            hidden.put(task.getId(), HiddenLinks.CANDIDATE, may);
        } else {
            link(task, may);
        }
        if (task.getAssignee() != null && !may.contains(task.getAssignee())) {
            engine.tasks().setAssignee(task.getId(), null);
        }
    }

    private void link(Task task, Set<String> may) {
        var might = links(task.getId());
        might.stream().filter(username -> !may.contains(username)).forEach(username -> engine.tasks()
                .deleteCandidateUser(task.getId(), username));
        may.stream().filter(username -> !might.contains(username)).forEach(username -> engine.tasks()
                .addCandidateUser(task.getId(), username));
    }

    /** Nobody is left who may review as a peer, or somebody is there again: the diagram's question is asked anew. */
    private void instead(Task task, String definitionKey) {
        Deciding.about(task.getProcessInstanceId(), () -> engine.runtime()
                .createProcessInstanceModification(task.getProcessInstanceId())
                .cancelAllForActivity(task.getTaskDefinitionKey())
                .startBeforeActivity(definitionKey)
                .execute());
    }

    private String businessKey(Task task) {
        return engine.runtime()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }
}
