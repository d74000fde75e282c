package dev.baton.workflow;

import dev.baton.audit.IntegrityCheck;
import dev.baton.audit.IntegrityFinding;
import dev.baton.audit.IntegrityReport;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every record that waits for a duty has its open task, and every open task of a duty its waiting record. */
@Component
class DutiesAgainstRecords implements IntegrityCheck {

    private final Duties duties;
    private final JdbcClient jdbc;

    DutiesAgainstRecords(Duties duties, JdbcClient jdbc) {
        this.duties = duties;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "duties-against-records";
    }

    @Override
    public int order() {
        return 610;
    }

    @Override
    public void run(IntegrityReport report) {
        var all = duties.all().toList();
        for (int i = 0; i < all.size(); i++) {
            compare(all.get(i), report);
            report.looked(i + 1L, all.size());
        }
    }

    private void compare(Duty duty, IntegrityReport report) {
        var waiting = duty.waiting();
        var open = Set.copyOf(open(duty));
        waiting.stream()
                .filter(key -> !open.contains(key))
                .sorted()
                .forEach(key -> report.found(
                        IntegrityFinding.of(duty.kind() + " " + key, "record-without-task", duty.definitionKey())));
        open.stream()
                .filter(key -> !waiting.contains(key))
                .sorted()
                .forEach(key -> report.found(
                        IntegrityFinding.of(duty.kind() + " " + key, "task-without-record", duty.definitionKey())));
    }

    private List<String> open(Duty duty) {
        return jdbc.sql("select i.business_key_ from act_ru_task t join act_ru_execution i on i.id_ = t.proc_inst_id_"
                        + " where t.task_def_key_ = ?")
                .param(duty.definitionKey())
                .query(String.class)
                .list();
    }
}
