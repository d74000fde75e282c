package dev.baton.workflow;

import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the open tasks of duties, and hands them to their people. */
@Component
class DutyTasks {

    /** One look at the engine's tables, however many tasks there are. */
    private static final String OPEN =
            """
            select t.id_, t.task_def_key_, t.due_date_, t.assignee_, i.business_key_, transfer.text_ as transfer,
                   step.text_ as step, about.text_ as about,
                   (select string_agg(l.user_id_, ' ' order by l.user_id_) from act_ru_identitylink l
                     where l.task_id_ = t.id_ and l.type_ = 'candidate') as candidates
              from act_ru_task t
              join act_ru_execution i on i.id_ = t.proc_inst_id_
              join act_ru_variable transfer on transfer.execution_id_ = i.id_ and transfer.name_ = 'transferId'
              left join act_ru_variable step on step.execution_id_ = i.id_ and step.name_ = 'stepId'
              left join act_ru_variable about on about.task_id_ = t.id_ and about.name_ = 'step'
             where t.task_def_key_ in (:duties)
            """;

    /**
     * An open duty.
     *
     * @param key id of the record
     */
    record Open(
            String taskId,
            Duty duty,
            String key,
            TransferId transferId,
            @Nullable StepId stepId,
            String title,
            @Nullable Instant dueAt,
            @Nullable String assignee,
            List<String> candidates) {

        boolean isOpenTo(String username) {
            return username.equals(assignee) || candidates.contains(username);
        }

        TaskView view(String username) {
            return new TaskView(
                    taskId,
                    duty.kind(),
                    title,
                    transferId,
                    stepId,
                    null,
                    dueAt,
                    username.equals(assignee),
                    null,
                    duty.page(key));
        }
    }

    private final Duties duties;
    private final Engine engine;
    private final JdbcClient jdbc;

    DutyTasks(Duties duties, Engine engine, JdbcClient jdbc) {
        this.duties = duties;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /** The open duties of that person: theirs, and those they may take. */
    List<Open> of(String username) {
        var keys = duties.definitionKeys();
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql(OPEN + " and (t.assignee_ = :me or (t.assignee_ is null and exists (select 1"
                                + " from act_ru_identitylink mine where mine.task_id_ = t.id_"
                                + " and mine.type_ = 'candidate' and mine.user_id_ = :me)))"
                                + " order by t.due_date_, t.id_")
                        .param("duties", keys)
                        .param("me", username)
                        .query(this::open)
                        .list();
    }

    /** The open duty, or empty: no such task, or a task of another kind. */
    Optional<Open> find(String taskId) {
        var keys = duties.definitionKeys();
        return keys.isEmpty()
                ? Optional.empty()
                : jdbc.sql(OPEN + " and t.id_ = :task")
                        .param("duties", keys)
                        .param("task", taskId)
                        .query(this::open)
                        .optional();
    }

    /** Works out again whose the open duties of a transfer are. */
    void refreshAll(TransferId transfer) {
        var keys = duties.definitionKeys();
        if (keys.isEmpty()) {
            return;
        }
        jdbc.sql(OPEN + " and transfer.text_ = :transfer")
                .param("duties", keys)
                .param("transfer", transfer.toString())
                .query(this::open)
                .list()
                .forEach(open -> hand(open.taskId(), open.duty().card(open.key())));
    }

    /** Gives the task to the people of its card. Somebody who has taken it and still may keeps it. */
    void hand(String taskId, Duty.Card card) {
        engine.asSystem(() -> {
            var task = engine.tasks().createTaskQuery().taskId(taskId).singleResult();
            if (task == null) {
                return;
            }
            var links = engine.tasks().getIdentityLinksForTask(taskId).stream()
                    .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getUserId() != null)
                    .map(link -> link.getUserId())
                    .toList();
            links.stream()
                    .filter(username -> !card.candidates().contains(username))
                    .forEach(username -> engine.tasks().deleteCandidateUser(taskId, username));
            card.candidates().stream()
                    .filter(username -> !links.contains(username))
                    .forEach(username -> engine.tasks().addCandidateUser(taskId, username));
            var holder = task.getAssignee();
            var next = holder != null && card.candidates().contains(holder) ? holder : card.assignee();
            if (!Objects.equals(holder, next)) {
                engine.tasks().setAssignee(taskId, next);
            }
        });
    }

    private Open open(ResultSet row, int number) throws SQLException {
        var due = row.getTimestamp("due_date_");
        var step = row.getString("step");
        var about = row.getString("about");
        var candidates = row.getString("candidates");
        return new Open(
                row.getString("id_"),
                duties.drawnAs(row.getString("task_def_key_")).orElseThrow(),
                row.getString("business_key_"),
                TransferId.of(row.getString("transfer")),
                step == null ? null : StepId.of(step),
                about == null ? "" : about,
                due == null ? null : due.toInstant(),
                row.getString("assignee_"),
                candidates == null ? List.of() : List.of(candidates.split(" ", -1)));
    }
}
