package dev.baton.workflow;

import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.TaskRefusals.WorkflowNotYours;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to where a transfer's processes stand: numbers on their diagrams, and what is open. It knows no person, so
 * that nothing held in confidence can be read from it. For the transfer's leads, quality and auditors.
 */
@Service
@Transactional(readOnly = true)
public class LiveProcesses {

    private static final int LISTED = 100;

    private static final String HERE =
            """
            select d.key_ as process, e.act_id_ as place, count(*)::int as here
              from act_ru_execution e
              join act_re_procdef d on d.id_ = e.proc_def_id_
              join act_ru_variable v on v.execution_id_ = e.proc_inst_id_ and v.name_ = 'transferId' and v.text_ = ?
             where e.is_active_ and e.act_id_ is not null
             group by d.key_, e.act_id_""";

    private static final String OPEN =
            """
            select t.name_, t.create_time_, t.due_date_, i.business_key_, step.text_ as step,
                coalesce(about.text_, '') as about
              from act_ru_task t
              join act_re_procdef d on d.id_ = t.proc_def_id_ and d.key_ = ?
              join act_ru_execution i on i.id_ = t.proc_inst_id_
              join act_ru_variable v on v.execution_id_ = i.id_ and v.name_ = 'transferId' and v.text_ = ?
              left join act_ru_variable step on step.execution_id_ = i.id_ and step.name_ = 'stepId'
              left join act_ru_variable about on about.task_id_ = t.id_ and about.name_ = 'step'
             order by t.create_time_, t.id_ limit ?""";

    private final Diagrams diagrams;
    private final Transfers transfers;
    private final JdbcClient jdbc;

    LiveProcesses(Diagrams diagrams, Transfers transfers, JdbcClient jdbc) {
        this.diagrams = diagrams;
        this.transfers = transfers;
        this.jdbc = jdbc;
    }

    /**
     * An open task without its people.
     *
     * @param name what is to be done, as in the diagram
     * @param step id of the step it concerns, or null
     * @param item id of the item it concerns, or null
     * @param about the words on its card
     */
    public record Open(
            String name,
            @Nullable String step,
            @Nullable String item,
            String about,
            Instant since,
            @Nullable Instant dueAt) {}

    /** Whether the current actor may look. */
    public boolean mayLook(TransferId id) {
        var me = Acting.current();
        return me.is(Role.QUALITY) || me.is(Role.AUDITOR) || transfers.isLead(id);
    }

    /**
     * Where the processes of a transfer stand.
     *
     * @param running how many places of each process are taken, by key; in the order in which the diagrams are told
     * @param diagram that of the process looked at, with where it stands
     */
    public record Standing(Map<String, Integer> running, LiveDiagram diagram) {}

    /** Where everything stands, with the diagram of that process; or empty: there is no such process. */
    public Optional<Standing> standing(TransferId id, String process) {
        requireLook(id);
        if (!Diagrams.KEYS.contains(process)) {
            return Optional.empty();
        }
        var here = here(id);
        var sums = new LinkedHashMap<String, Integer>();
        Diagrams.KEYS.forEach(key -> sums.put(
                key,
                here.getOrDefault(key, Map.of()).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()));
        return Optional.of(new Standing(sums, diagrams.of(process, here.getOrDefault(process, Map.of()))));
    }

    /** The open tasks of that process, those open longest first; at most a hundred. */
    public List<Open> open(TransferId id, String process) {
        requireLook(id);
        return jdbc.sql(OPEN)
                .params(process, id.toString(), LISTED)
                .query((row, n) -> new Open(
                        row.getString("name_"),
                        row.getString("step"),
                        process.equals(ItemReview.KEY) ? row.getString("business_key_") : null,
                        row.getString("about"),
                        row.getTimestamp("create_time_").toInstant(),
                        instant(row.getTimestamp("due_date_"))))
                .list();
    }

    private Map<String, Map<String, Integer>> here(TransferId id) {
        var here = new HashMap<String, Map<String, Integer>>();
        jdbc.sql(HERE).param(id.toString()).query(row -> {
            here.computeIfAbsent(row.getString("process"), process -> new HashMap<>())
                    .put(row.getString("place"), row.getInt("here"));
        });
        return here;
    }

    private void requireLook(TransferId id) {
        var transfer = transfers.require(id);
        if (!mayLook(id)) {
            throw new WorkflowNotYours(transfer.name());
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
