package dev.baton.workflow;

import dev.baton.capture.CaptureId;
import dev.baton.capture.Captures;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemState;
import dev.baton.capture.Items;
import dev.baton.review.Reviews;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets a user task end only when our own listener ends it and the record is where the task leads. */
@Component
class RecordGuard implements TaskGuard {

    private final ObjectProvider<Captures> captures;
    private final ObjectProvider<Items> items;
    private final ObjectProvider<Reviews> reviews;
    private final Duties duties;

    RecordGuard(
            ObjectProvider<Captures> captures,
            ObjectProvider<Items> items,
            ObjectProvider<Reviews> reviews,
            Duties duties) {
        this.duties = duties;
        this.captures = captures;
        this.items = items;
        this.reviews = reviews;
    }

    @Override
    public void beforeComplete(DelegateTask task) {
        requireOurDecision(task);
        if (!isDecided(task)) {
            throw new ProcessEngineException(
                    "Task " + task.getId() + " cannot end: its record is not decided or not signed.");
        }
    }

    @Override
    public void beforeDelete(DelegateTask task) {
        requireOurDecision(task);
    }

    private static void requireOurDecision(DelegateTask task) {
        if (!Deciding.isAbout(task.getProcessInstanceId())) {
            throw new ProcessEngineException("Task " + task.getId() + " ends only by its form and signature.");
        }
    }

    private boolean isDecided(DelegateTask task) {
        var key = task.getExecution().getProcessBusinessKey();
        var duty = duties.drawnAs(task.getTaskDefinitionKey());
        if (duty.isPresent()) {
            return duty.get().isDone(key);
        }
        var kind = TaskKind.ofDefinition(task.getTaskDefinitionKey());
        if (kind == TaskKind.CAPTURE) {
            return !captures.getObject().known(CaptureId.of(key)).state().equals("open");
        }
        var id = ItemId.of(key);
        var item = items.getObject().head(id);
        var version = (Integer) task.getVariable(ItemReview.VERSION);
        if (kind == TaskKind.REWORK) {
            return !item.inRework() || item.state() == ItemState.WITHDRAWN;
        }
        if (kind == TaskKind.NAME_PEER) {
            return reviews.getObject().namedPeer(id, version).isPresent();
        }
        return item.inRework()
                || kind.stage()
                        .filter(stage -> reviews.getObject().isDone(id, version, stage))
                        .isPresent();
    }
}
