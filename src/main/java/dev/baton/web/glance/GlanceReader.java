package dev.baton.web.glance;

import dev.baton.capture.ItemState;
import dev.baton.transfer.TransferId;
import dev.baton.web.glance.GlanceFacts.Item;
import dev.baton.web.glance.GlanceFacts.Step;
import dev.baton.web.glance.GlanceFacts.Word;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a dashboard is worked out from, in three statements however much there is. Authority is checked before. */
@Component
@Transactional(readOnly = true)
class GlanceReader {

    private static final String STEPS =
            "select id, number, name, critical from process_step where transfer_id = ? order by position";

    /** A day travels as the number of days since 1970, which costs a tenth of a moment with its zone. */
    private static final String ITEMS =
            """
            select i.step_id, i.state, i.in_rework, i.effective_version is not null as effective,
              (first.submitted_at at time zone 'UTC')::date - date '1970-01-01' as told,
              (greatest(last.submitted_at, d.moved, t.at) at time zone 'UTC')::date - date '1970-01-01' as moved,
              (d.reviewed at time zone 'UTC')::date - date '1970-01-01' as reviewed, (d.approved at time zone 'UTC')::date - date '1970-01-01' as approved,
              (t.at at time zone 'UTC')::date - date '1970-01-01' as transferred
            from knowledge_item i
              join item_version first on first.item_id = i.id and first.version = 1
              join item_version last on last.item_id = i.id and last.version = i.latest_version
              left join (select item_id, max(decided_at) as moved,
                  min(decided_at) filter (where decision = 'accept' and stage = 'receiver-review') as reviewed,
                  min(decided_at) filter (where decision = 'accept' and stage = 'approval') as approved
                from review_decision where transfer_id = :transfer group by item_id) d on d.item_id = i.id
              left join lateral (select to_timestamp(min(r.revtstmp) / 1000.0) as at from knowledge_item_aud a
                join revinfo r on r.rev = a.rev where i.state = 'transferred' and a.id = i.id
                  and a.state = 'transferred') t on true
            where i.transfer_id = :transfer""";

    private static final String WORDS =
            """
            select step_id, true as open, (requested_at at time zone 'UTC')::date - date '1970-01-01' as day from capture_request
              where transfer_id = :transfer and state = 'open'
            union all
            select step_id, false, (stated_at at time zone 'UTC')::date - date '1970-01-01' from nothing_hidden
              where transfer_id = :transfer""";

    private final JdbcClient jdbc;

    GlanceReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    GlanceFacts of(TransferId transfer) {
        var steps = jdbc.sql(STEPS)
                .param(transfer.value())
                .query((row, n) ->
                        new Step(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBoolean(4)))
                .list();
        var items = jdbc.sql(ITEMS)
                .param("transfer", transfer.value())
                .query(GlanceReader::item)
                .list();
        var words = jdbc.sql(WORDS)
                .param("transfer", transfer.value())
                .query((row, n) ->
                        new Word(row.getObject(1, UUID.class), row.getBoolean(2), LocalDate.ofEpochDay(row.getInt(3))))
                .list();
        return new GlanceFacts(steps, items, words);
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getObject("step_id", UUID.class),
                ItemState.valueOf(
                        row.getString("state").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getBoolean("in_rework"),
                row.getBoolean("effective"),
                LocalDate.ofEpochDay(row.getInt("told")),
                LocalDate.ofEpochDay(row.getInt("moved")),
                day(row, "reviewed"),
                day(row, "approved"),
                day(row, "transferred"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        int day = row.getInt(column);
        return row.wasNull() ? null : LocalDate.ofEpochDay(day);
    }
}
