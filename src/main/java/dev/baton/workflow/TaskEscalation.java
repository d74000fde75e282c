package dev.baton.workflow;

import dev.baton.identity.Role;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.WorkflowEvent.TaskEscalated;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks the lead to help with every open task of the process. */
@Component
class TaskEscalation implements JavaDelegate {

    private final OpenTasks tasks;
    private final Transfers transfers;
    private final ApplicationEventPublisher events;

    TaskEscalation(OpenTasks tasks, Transfers transfers, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.transfers = transfers;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        tasks.of(execution)
                .forEach(task -> events.publishEvent(new TaskEscalated(
                        task.transferId(),
                        task.taskId(),
                        task.kind(),
                        task.about(),
                        task.stepId(),
                        task.itemId(),
                        task.dueAt(),
                        task.people(),
                        transfers.members(task.transferId(), Role.TRANSFER_LEAD))));
    }
}
