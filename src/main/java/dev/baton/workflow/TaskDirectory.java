package dev.baton.workflow;

import dev.baton.capture.CaptureId;
import dev.baton.capture.Captures;
import dev.baton.signature.Signatures;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.workflow.TaskRefusals.AlreadyCompleted;
import dev.baton.workflow.TaskRefusals.TaskConflict;
import dev.baton.workflow.TaskRefusals.TaskUnknown;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds open tasks and says whose they are. */
@Component
class TaskDirectory {

    private static final Set<String> PROCESSES = Set.of(KnowledgeCapture.KEY, ItemReview.KEY);

    private final Engine engine;
    private final TaskPeople people;
    private final CompletedTasks completed;
    private final Signatures signatures;
    private final Captures captures;
    private final JdbcClient jdbc;

    TaskDirectory(
            Engine engine,
            TaskPeople people,
            CompletedTasks completed,
            Signatures signatures,
            Captures captures,
            JdbcClient jdbc) {
        this.captures = captures;
        this.engine = engine;
        this.people = people;
        this.completed = completed;
        this.signatures = signatures;
        this.jdbc = jdbc;
    }

    /** The open tasks of that person: theirs, and those they may take. Soonest first. */
    List<TaskContext> of(String username) {
        var asked = captures.interviewedBy(username).stream()
                .flatMap(capture -> ofRecord(KnowledgeCapture.KEY, capture.id().toString()).stream())
                .toList();
        var theirs = openTo(username);
        if (asked.isEmpty()) {
            return theirs;
        }
        return Stream.concat(theirs.stream(), asked.stream())
                .sorted(Comparator.comparing(
                        TaskContext::dueAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder())))
                .toList();
    }

    private List<TaskContext> openTo(String username) {
        return engine.asSystem(() -> engine
                .tasks()
                .createTaskQuery()
                .processDefinitionKeyIn(PROCESSES.toArray(String[]::new))
                .or()
                .taskAssignee(username)
                .taskCandidateUser(username)
                .endOr()
                .orderByDueDate()
                .asc()
                .list()
                .stream()
                .map(this::context)
                .toList());
    }

    /** The open task, or empty. */
    Optional<TaskContext> find(String taskId) {
        return engine.asSystem(() -> Optional.ofNullable(engine.tasks()
                        .createTaskQuery()
                        .taskId(taskId)
                        .processDefinitionKeyIn(PROCESSES.toArray(String[]::new))
                        .singleResult())
                .map(this::context));
    }

    /** The open tasks of the process that runs for this record. */
    List<TaskContext> ofRecord(String processKey, String businessKey) {
        return engine.asSystem(() -> engine
                .tasks()
                .createTaskQuery()
                .processDefinitionKey(processKey)
                .processInstanceBusinessKey(businessKey)
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(this::context)
                .toList());
    }

    /** The task, open to that person; unknown to everybody else. */
    TaskContext visible(String taskId, String username) {
        return find(taskId).filter(task -> task.isOpenTo(username)).orElseThrow(TaskUnknown::new);
    }

    /** The task, to be worked on by that person now. A repeat of what they have done already is told so. */
    TaskContext workable(String taskId, String username) {
        var found = find(taskId);
        if (found.isEmpty()) {
            completed.signaturesOf(taskId, username).ifPresent(ids -> {
                throw new AlreadyCompleted(signatures.withIds(ids));
            });
        }
        var task = found.filter(open -> open.isOpenTo(username)).orElseThrow(TaskUnknown::new);
        if (task.assignee() != null && !task.isOf(username)) {
            throw new TaskConflict("task.claimed-by-another");
        }
        return task;
    }

    /** The task whose draft that person writes: its own, or one in which they ask. */
    TaskContext draftable(String taskId, String username) {
        return find(taskId).filter(task -> task.isAskedBy(username)).orElseGet(() -> workable(taskId, username));
    }

    /** Waits until nobody else moves the task's process, then looks again. */
    TaskContext locked(TaskContext before, String username) {
        jdbc.sql("select id_ from act_ru_execution where id_ = ? for update")
                .param(before.processInstanceId())
                .query(String.class)
                .optional();
        try {
            return workable(before.taskId(), username);
        } catch (TaskUnknown e) {
            throw new TaskConflict("task.ended-meanwhile");
        }
    }

    private TaskContext context(Task task) {
        var instance = engine.runtime()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        var variables = engine.runtime().getVariables(task.getProcessInstanceId());
        var due = task.getDueDate();
        var kind = TaskKind.ofDefinition(task.getTaskDefinitionKey());
        return new TaskContext(
                task.getId(),
                task.getProcessInstanceId(),
                kind,
                instance.getBusinessKey(),
                TransferId.of(ProcessVariables.text(variables, ProcessVariables.TRANSFER_ID)),
                StepId.of(ProcessVariables.text(variables, ProcessVariables.STEP_ID)),
                variables.get(ItemReview.VERSION) instanceof Integer version ? version : 0,
                due == null ? null : due.toInstant(),
                task.getAssignee(),
                people.links(task.getId()),
                kind == TaskKind.CAPTURE ? captures.known(CaptureId.of(instance.getBusinessKey())) : null);
    }
}
