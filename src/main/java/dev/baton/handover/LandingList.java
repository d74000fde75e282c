package dev.baton.handover;

import dev.baton.capture.ItemId;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads across items, approvals and landings in one statement. */
@Component
class LandingList {

    private static final String EFFECTIVE =
            """
            select i.id, i.effective_version, v.kind, i.step_id, s.number || ' ' || s.name as step, d.item_title, d.decided_at,
              exists (select from triage t where t.item_id = i.id and t.item_version = i.effective_version
                and t.outcome <> 'within-range' and not exists (select from hold_lift h
                  where h.item_id = i.id and h.item_version = i.effective_version)) as on_hold,
              l.id as landing, l.document, l.section, l.effective_on, l.reason, l.landed_by, l.landed_at
            from knowledge_item i
              join item_version v on v.item_id = i.id and v.version = i.effective_version
              join process_step s on s.id = i.step_id
              join review_decision d on d.item_id = i.id and d.item_version = i.effective_version
                and d.stage = 'approval' and d.decision = 'accept'
              left join lateral (select * from landing l where l.item_id = i.id
                and l.item_version = i.effective_version order by l.landed_at desc limit 1) l on true
            where i.transfer_id = ? and i.state <> 'withdrawn'
            order by d.decided_at, i.id""";

    private final JdbcClient jdbc;
    private final Clock clock;

    LandingList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<ToLand> of(TransferId transfer) {
        return jdbc.sql(EFFECTIVE)
                .param(transfer.value())
                .query((row, n) -> toLand(row))
                .list();
    }

    private ToLand toLand(ResultSet row) throws SQLException {
        var approved = row.getTimestamp("decided_at").toInstant();
        var landing = row.getObject("landing", UUID.class);
        return new ToLand(
                new ItemId(row.getObject("id", UUID.class)),
                row.getString("item_title"),
                row.getInt("effective_version"),
                row.getString("kind"),
                new StepId(row.getObject("step_id", UUID.class)),
                row.getString("step"),
                approved,
                Math.max(0, Duration.between(approved, clock.instant()).toDays()),
                row.getBoolean("on_hold"),
                landing == null
                        ? null
                        : new LandingView(
                                landing,
                                row.getInt("effective_version"),
                                row.getString("document"),
                                row.getString("section"),
                                row.getObject("effective_on", LocalDate.class),
                                row.getString("reason"),
                                row.getString("landed_by"),
                                row.getTimestamp("landed_at").toInstant()));
    }
}
