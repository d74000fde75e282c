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
import org.springframework.stereotype.Component;

/** Notes in the trail who took, got or gave back a task, whichever way it came about. */
@Component
class TaskTrail implements TaskListener {

    private final AuditTrail trail;

    TaskTrail(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void notify(DelegateTask task) {
        var kind = TaskKind.ofDefinition(task.getTaskDefinitionKey());
        var transfer = TransferId.of((String) task.getVariable(ProcessVariables.TRANSFER_ID));
        var item = kind == TaskKind.CAPTURE
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
        trail.record(
                act,
                new TrailRef("task", task.getId(), kind.code(), transfer.value(), item, version),
                List.of(FieldChange.set("assignee", to)));
    }
}
