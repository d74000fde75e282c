package dev.baton.workflow;

import dev.baton.audit.AuditTrail;
import dev.baton.audit.FieldChange;
import dev.baton.audit.TrailRef;
import dev.baton.identity.Acting;
import dev.baton.transfer.TransferId;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes in the trail who took, got or gave back a task, whichever way it came about. */
@Component
class TaskTrail implements TaskListener {

    private final AuditTrail trail;
    private final Duties duties;

    TaskTrail(AuditTrail trail, Duties duties) {
        this.duties = duties;
        this.trail = trail;
    }

    /** Notes that this person takes the task, which ends in the same act. */
    void taken(TaskContext task, String username) {
        var item = task.itemOrNull();
        note(
                "claimed",
                new TrailRef(
                        "task",
                        task.taskId(),
                        task.kind().code(),
                        task.transferId().value(),
                        item == null ? null : item.value(),
                        item == null ? null : task.round()),
                username);
    }

    @Override
    public void notify(DelegateTask task) {
        if (TaskInHand.isTaking(task.getId())) {
            return;
        }
        var transfer = TransferId.of((String) task.getVariable(ProcessVariables.TRANSFER_ID));
        var duty = duties.drawnAs(task.getTaskDefinitionKey());
        var kind = duty.map(Duty::kind).orElseGet(() -> TaskKind.ofDefinition(task.getTaskDefinitionKey())
                .code());
        var item = duty.isPresent() || kind.equals(TaskKind.CAPTURE.code())
                ? null
                : UUID.fromString(task.getExecution().getProcessBusinessKey());
        var version = item == null ? null : (Integer) task.getVariable(ItemReview.VERSION);
        var to = task.getAssignee();
        var act = "assigned";
        if (to == null) {
            act = "released";
        } else if (to.equals(Acting.current().username())) {
            act = "claimed";
        }
        note(act, new TrailRef("task", task.getId(), kind, transfer.value(), item, version), to);
    }

    private void note(String act, TrailRef task, @Nullable String assignee) {
        trail.record(act, task, List.of(FieldChange.set("assignee", assignee)));
    }
}
