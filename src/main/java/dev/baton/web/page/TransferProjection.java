package dev.baton.web.page;

import dev.baton.Hyphens;
import dev.baton.web.page.TransferPage.Cell;
import dev.baton.web.page.TransferPage.Milestones;
import dev.baton.web.page.TransferPage.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the transfer pages show of several modules' tables, in one statement each. Authority is checked before. */
@Component
class TransferProjection {

    private static final String STEPS =
            """
            select s.id, s.number, s.name, s.unit_operation, s.critical,
              (select count(*) from knowledge_item i where i.step_id = s.id and i.state <> 'withdrawn') as items,
              exists (select 1 from knowledge_item i where i.step_id = s.id
                and (i.state <> 'withdrawn' or i.effective_version is not null)) as told,
              exists (select 1 from knowledge_item i where i.step_id = s.id
                and (i.state in ('receiver-reviewed', 'triaged', 'approved', 'transferred')
                  or i.effective_version is not null)) as read,
              exists (select 1 from knowledge_item i where i.step_id = s.id
                and i.effective_version is not null) as approved,
              exists (select 1 from nothing_hidden n where n.step_id = s.id) as nothing_hidden,
              exists (select 1 from step_expert e where e.step_id = s.id)
                or exists (select 1 from capture_request c where c.step_id = s.id and c.state = 'open') as asked
            from process_step s where s.transfer_id = ? order by s.position""";

    private final JdbcClient jdbc;

    TransferProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A step with how far it is. */
    record Progress(Cell cell, boolean told, boolean read, boolean approved) {}

    /** The steps in process order with how far each is; a signed "nothing hidden here" counts as approved. */
    List<Progress> steps(UUID transfer) {
        return jdbc.sql(STEPS)
                .param(transfer)
                .query((row, n) -> {
                    var nothing = row.getBoolean("nothing_hidden");
                    var told = row.getBoolean("told") || nothing;
                    var approved = row.getBoolean("approved") || nothing;
                    var state = approved ? "done" : told ? "review" : row.getBoolean("asked") ? "open" : "none";
                    var cell = new Cell(
                            row.getString("id"),
                            row.getString("number"),
                            Hyphens.soft(row.getString("name")),
                            row.getString("unit_operation"),
                            row.getBoolean("critical"),
                            state,
                            row.getInt("items"));
                    return new Progress(cell, told, row.getBoolean("read") || nothing, approved);
                })
                .list();
    }

    /** The steps by unit operation; an operation that comes back later in the process begins a new group. */
    static List<Operation> operations(List<Progress> steps) {
        var operations = new ArrayList<Operation>();
        var current = new ArrayList<Cell>();
        for (var step : steps) {
            if (!current.isEmpty()
                    && !current.get(0).unitOperation().equals(step.cell().unitOperation())) {
                operations.add(new Operation(current.get(0).unitOperation(), List.copyOf(current)));
                current.clear();
            }
            current.add(step.cell());
        }
        if (!current.isEmpty()) {
            operations.add(new Operation(current.get(0).unitOperation(), List.copyOf(current)));
        }
        return operations;
    }

    /** How many steps are that far. */
    static Milestones milestones(List<Progress> steps) {
        return new Milestones(
                steps.size(),
                count(steps, Progress::told),
                count(steps, Progress::read),
                count(steps, Progress::approved));
    }

    /** User names of those who said "I do it as written and know of nothing more" about the step. */
    List<String> nothingHidden(UUID step) {
        return jdbc.sql("select distinct username from nothing_hidden where step_id = ? order by username")
                .param(step)
                .query(String.class)
                .list();
    }

    private static int count(List<Progress> steps, Predicate<Progress> far) {
        return (int) steps.stream().filter(far).count();
    }
}
