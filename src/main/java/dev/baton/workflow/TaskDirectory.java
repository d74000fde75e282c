package dev.baton.workflow;

import dev.baton.Locks;
import dev.baton.capture.CaptureId;
import dev.baton.capture.CaptureView;
import dev.baton.capture.Captures;
import dev.baton.capture.CoAuthors;
import dev.baton.capture.DraftId;
import dev.baton.signature.Signatures;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.workflow.TaskRefusals.AlreadyCompleted;
import dev.baton.workflow.TaskRefusals.TaskConflict;
import dev.baton.workflow.TaskRefusals.TaskUnknown;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds open tasks and says whose they are. */
@Component
class TaskDirectory {

    /**
     * One look at the engine's tables, so that a task that ends meanwhile is there with everything or not at all, and a
     * list of any length costs one statement.
     */
    private static final String OPEN =
            """
            select t.id_, t.proc_inst_id_, t.task_def_key_, t.due_date_, i.business_key_,
                   coalesce(t.assignee_, (select h.username from hidden_link h
                     where h.task_id = t.id_ and h.kind = 'assignee')) as assignee_,
                   transfer.text_ as transfer, step.text_ as step, version.long_ as version,
                   (select string_agg(may.who, ' ' order by may.who) from (
                     select l.user_id_ as who from act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate'
                     union select h.username from hidden_link h where h.task_id = t.id_ and h.kind = 'candidate') may)
                   as candidates
              from act_ru_task t
              join act_re_procdef d on d.id_ = t.proc_def_id_ and d.key_ in ('knowledge-capture', 'item-review')
              join act_ru_execution i on i.id_ = t.proc_inst_id_
              join act_ru_variable transfer on transfer.execution_id_ = i.id_ and transfer.name_ = 'transferId'
              join act_ru_variable step on step.execution_id_ = i.id_ and step.name_ = 'stepId'
              left join act_ru_variable version on version.execution_id_ = i.id_ and version.name_ = 'version'
            """;

    /** Whose a task is: theirs, or nobody's yet and open to them. */
    private static final String MINE =
            """
            (t.assignee_ = :me or (t.assignee_ is null and (exists (select 1 from act_ru_identitylink mine
               where mine.task_id_ = t.id_ and mine.type_ = 'candidate' and mine.user_id_ = :me)
             or exists (select 1 from hidden_link mine where mine.task_id = t.id_ and mine.username = :me))))""";

    /** Holds the process of the task, if that is theirs; says whether there is the task, and whether it is. */
    private static final String HELD_IF_MINE =
            "with seen as (select t.proc_inst_id_, " + MINE + " as mine from act_ru_task t where t.id_ = :task),"
                    + " held as (select e.id_ from act_ru_execution e"
                    + " where e.id_ = (select proc_inst_id_ from seen where mine) for update)"
                    + " select exists (select from seen), exists (select from seen where mine),"
                    + " (select count(*) from held)";

    private static final List<String> DRAFTING =
            List.of(KnowledgeCapture.TASK_CAPTURE, ItemReview.TASK_ANSWER, ItemReview.TASK_REVISE);

    private final CompletedTasks completed;
    private final Signatures signatures;
    private final Captures captures;
    private final CoAuthors coAuthors;
    private final JdbcClient jdbc;

    TaskDirectory(
            CompletedTasks completed, Signatures signatures, Captures captures, CoAuthors coAuthors, JdbcClient jdbc) {
        this.coAuthors = coAuthors;
        this.captures = captures;
        this.completed = completed;
        this.signatures = signatures;
        this.jdbc = jdbc;
    }

    /** The open tasks of that person: theirs, and those they may take. Soonest first; for a list, without co-authors. */
    List<TaskContext> of(String username) {
        var asked = Stream.concat(
                        captures.interviewedBy(username).stream()
                                .map(capture -> capture.id().toString()),
                        coAuthors.openOf(username).stream().map(DraftId::toString))
                .toList();
        var mine = " where " + MINE
                + (asked.isEmpty() ? "" : " or (t.task_def_key_ in (:drafting) and i.business_key_ in (:asked))")
                + " order by t.due_date_, t.id_";
        var query = jdbc.sql(OPEN + mine).param("me", username);
        return withCaptures(
                (asked.isEmpty() ? query : query.param("asked", asked).param("drafting", DRAFTING))
                        .query(TaskDirectory::context)
                        .list(),
                Map.of());
    }

    /** The open task, or empty. */
    Optional<TaskContext> find(String taskId) {
        return complete(jdbc.sql(OPEN + " where t.id_ = ?")
                        .param(taskId)
                        .query(TaskDirectory::context)
                        .list())
                .stream()
                .findFirst();
    }

    /** The open tasks of the process that runs for this record, oldest first. */
    List<TaskContext> ofRecord(String processKey, String businessKey) {
        return open("d.key_ = ? and i.business_key_ = ?", processKey, businessKey);
    }

    /** The open tasks about either of these records, oldest first. */
    List<TaskContext> about(String one, String other) {
        return open("i.business_key_ in (?, ?)", one, other);
    }

    /** The open tasks of a process instance, oldest first. */
    List<TaskContext> ofInstance(String processInstanceId) {
        return open("t.proc_inst_id_ = ?", processInstanceId);
    }

    /** The open tasks of a transfer that are drawn in that process, oldest first. */
    List<TaskContext> ofTransfer(String processKey, TransferId transfer) {
        return open("d.key_ = ? and transfer.text_ = ?", processKey, transfer.toString());
    }

    private List<TaskContext> open(String where, Object... params) {
        return complete(jdbc.sql(OPEN + " where " + where + " order by t.create_time_, t.id_")
                .params(params)
                .query(TaskDirectory::context)
                .list());
    }

    /** The task, open to that person; unknown to everybody else. */
    TaskContext visible(String taskId, String username) {
        return find(taskId).filter(task -> task.isOpenTo(username)).orElseThrow(TaskUnknown::new);
    }

    /** The task, to be worked on by that person now. A repeat of what they have done already is told so. */
    TaskContext workable(String taskId, String username) {
        return workable(taskId, username, find(taskId));
    }

    private TaskContext workable(String taskId, String username, Optional<TaskContext> found) {
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

    /** The task whose draft that person writes: its own, or one in which they ask or write with somebody. */
    TaskContext draftable(String taskId, String username) {
        return find(taskId).filter(task -> task.isWrittenBy(username)).orElseGet(() -> workable(taskId, username));
    }

    /** As {@link #workable}, once nobody else moves the task's process any more. Whose it is not waits for nobody. */
    TaskContext locked(String taskId, String username) {
        var was = Locks.look(
                jdbc,
                HELD_IF_MINE,
                Map.of("task", taskId, "me", username),
                (row, number) -> new Seen(row.getBoolean(1), row.getBoolean(2)));
        var found = find(taskId);
        if (was.open()
                && found.isEmpty()
                && completed.signaturesOf(taskId, username).isEmpty()) {
            throw new TaskConflict("task.ended-meanwhile");
        }
        var task = workable(taskId, username, found);
        if (!was.mine()) {
            throw new TaskConflict("task.stale");
        }
        return task;
    }

    /** A task as it was before anything was held. */
    private record Seen(boolean open, boolean mine) {}

    private static TaskContext context(ResultSet row, int number) throws SQLException {
        var due = row.getTimestamp("due_date_");
        var candidates = row.getString("candidates");
        return new TaskContext(
                row.getString("id_"),
                row.getString("proc_inst_id_"),
                row.getString("task_def_key_"),
                row.getString("business_key_"),
                TransferId.of(row.getString("transfer")),
                StepId.of(row.getString("step")),
                row.getInt("version"),
                due == null ? null : due.toInstant(),
                row.getString("assignee_"),
                candidates == null ? List.of() : List.of(candidates.split(" ", -1)),
                null,
                List.of());
    }

    /** The same tasks, each with its request and who writes with its assignee; as many statements for many as for one. */
    private List<TaskContext> complete(List<TaskContext> tasks) {
        return withCaptures(
                tasks,
                coAuthors.of(tasks.stream()
                        .filter(task -> task.kind().hasDraft())
                        .map(TaskContext::draftId)
                        .toList()));
    }

    private List<TaskContext> withCaptures(List<TaskContext> tasks, Map<DraftId, List<String>> writers) {
        var ids = tasks.stream()
                .filter(task -> task.kind() == TaskKind.CAPTURE)
                .map(TaskContext::captureId)
                .collect(Collectors.toSet());
        var requests = ids.isEmpty() ? Map.<CaptureId, CaptureView>of() : captures.known(ids);
        return tasks.stream()
                .map(task -> task.kind().hasDraft()
                        ? task.of(
                                task.kind() == TaskKind.CAPTURE
                                        ? Objects.requireNonNull(requests.get(task.captureId()))
                                        : null,
                                writers.getOrDefault(task.draftId(), List.of()))
                        : task)
                .toList();
    }
}
