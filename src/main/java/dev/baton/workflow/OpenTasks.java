package dev.baton.workflow;

import dev.baton.capture.ItemId;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The open user tasks of a process, as its timers tell about them. */
@Component
class OpenTasks {

    /** One open task with its people, as events may keep them. */
    record OpenTask(
            TransferId transferId,
            String taskId,
            String kind,
            String about,
            @Nullable StepId stepId,
            @Nullable ItemId itemId,
            @Nullable Instant dueAt,
            List<String> people) {}

    private final Engine engine;
    private final TaskPeople people;
    private final TaskAudience audience;
    private final Duties duties;

    OpenTasks(Engine engine, TaskPeople people, TaskAudience audience, Duties duties) {
        this.duties = duties;
        this.audience = audience;
        this.engine = engine;
        this.people = people;
    }

    List<OpenTask> of(DelegateExecution execution) {
        var transfer = TransferId.of((String) execution.getVariable(ProcessVariables.TRANSFER_ID));
        var named = (String) execution.getVariable(ProcessVariables.STEP_ID);
        var step = named == null ? null : StepId.of(named);
        var key = execution.getProcessBusinessKey();
        return engine
                .asSystem(() -> engine.tasks()
                        .createTaskQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .list())
                .stream()
                .map(task -> open(task, transfer, step, key))
                .toList();
    }

    private OpenTask open(Task task, TransferId transfer, @Nullable StepId step, String key) {
        var due = task.getDueDate();
        var duty = duties.drawnAs(task.getTaskDefinitionKey());
        if (duty.isPresent()) {
            return new OpenTask(
                    transfer,
                    task.getId(),
                    duty.get().kind(),
                    duty.get().card(key).title(),
                    step,
                    null,
                    due == null ? null : due.toInstant(),
                    people.of(task));
        }
        var kind = TaskKind.ofDefinition(task.getTaskDefinitionKey());
        var item = kind == TaskKind.CAPTURE ? null : ItemId.of(key);
        return new OpenTask(
                transfer,
                task.getId(),
                kind.code(),
                "",
                step,
                item,
                due == null ? null : due.toInstant(),
                audience.told(kind, item, people.of(task)));
    }
}
