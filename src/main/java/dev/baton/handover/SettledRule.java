package dev.baton.handover;

import dev.baton.identity.Role;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferView;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A transfer ends when no question about an item is open, and no version that was submitted waits for its decision. */
@Component
class SettledRule implements GateRule {

    private static final String OPEN =
            """
            select i.id, i.title, exists (select from question q where q.item_id = i.id
                and q.item_version = i.latest_version and q.answer is null) as asked
            from knowledge_item i where i.transfer_id = ? and i.state <> 'withdrawn'
              and (i.state in ('submitted', 'peer-reviewed', 'receiver-reviewed', 'triaged')
                or exists (select from question q where q.item_id = i.id
                  and q.item_version = i.latest_version and q.answer is null))
            order by i.step_position, i.created_at, i.id""";

    private final JdbcClient jdbc;

    SettledRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Phase phase() {
        return Phase.CLOSE_OUT;
    }

    @Override
    public int order() {
        return 150;
    }

    @Override
    public List<Missing> missing(TransferView transfer) {
        return jdbc.sql(OPEN)
                .param(transfer.id().value())
                .query((row, n) -> row.getBoolean("asked")
                        ? Missing.of(
                                Role.EXPERT.code(),
                                "/items/" + row.getString("id"),
                                "gate.missing.question",
                                row.getString("title"))
                        : Missing.of(
                                Role.QUALITY.code(),
                                "/items/" + row.getString("id"),
                                "gate.missing.in-review",
                                row.getString("title")))
                .list();
    }
}
