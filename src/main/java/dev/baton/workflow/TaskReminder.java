package dev.baton.workflow;

import dev.baton.workflow.WorkflowEvent.TaskReminderDue;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reminds the people of every open task of the process. */
@Component
class TaskReminder implements JavaDelegate {

    private final OpenTasks tasks;
    private final ApplicationEventPublisher events;

    TaskReminder(OpenTasks tasks, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        tasks.of(execution)
                .forEach(task -> events.publishEvent(new TaskReminderDue(
                        task.transferId(),
                        task.taskId(),
                        task.kind(),
                        task.about(),
                        task.stepId(),
                        task.itemId(),
                        task.dueAt(),
                        task.people())));
    }
}
