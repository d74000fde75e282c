package dev.baton.workflow;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the engine's history without the people of author's tasks, all of them alike: a history that lacked a name only
 * where it is held would tell which tasks those were, and one with the names would tell, by step and time, who wrote
 * what. The legal record is the trail.
 */
public final class AuthorlessHistory implements HistoryEventHandler {

    private static final Set<String> AUTHORS_TASKS =
            Set.of(KnowledgeCapture.TASK_CAPTURE, ItemReview.TASK_ANSWER, ItemReview.TASK_REVISE);

    private final HistoryEventHandler store;

    /** Keeps the rest in that store. */
    public AuthorlessHistory(HistoryEventHandler store) {
        this.store = store;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricTaskInstanceEventEntity task && isAuthors(task.getTaskDefinitionKey())) {
            task.setAssignee(null);
            task.setOwner(null);
        } else if (event instanceof HistoricActivityInstanceEventEntity activity
                && isAuthors(activity.getActivityId())) {
            activity.setTaskAssignee(null);
        } else if (event instanceof HistoricIdentityLinkLogEventEntity link && isAuthorsTask(link.getTaskId())) {
            return;
        } else if (event instanceof UserOperationLogEntryEventEntity act && isAuthorsTask(act.getTaskId())) {
            return;
        }
        store.handleEvent(event);
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private static boolean isAuthorsTask(@Nullable String taskId) {
        if (taskId == null) {
            return false;
        }
        var task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
        return task != null && isAuthors(task.getTaskDefinitionKey());
    }

    private static boolean isAuthors(@Nullable String definitionKey) {
        return definitionKey != null && AUTHORS_TASKS.contains(definitionKey);
    }
}
