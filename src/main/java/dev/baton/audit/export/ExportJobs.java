package dev.baton.audit.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The exports that were asked for, with how far they are; what they took out is in the trail, not here. */
@Repository
class ExportJobs {

    private static final String COLUMNS =
            "select id, transfer_id, username, form, state, rows_done, rows_of, fault, asked_at, expires_at from trail_export ";

    private final JdbcClient jdbc;

    ExportJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ExportOrder order, String username, String node, Instant now) {
        jdbc.sql(
                        """
                        insert into trail_export (id, transfer_id, username, form, state, rows_done, node, asked_at)
                        values (?, ?, ?, ?, 'queued', 0, ?, ?)""")
                .params(order.id(), order.transfer(), username, order.form().code(), node, utc(now))
                .update();
    }

    Optional<ExportView> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query((row, n) -> view(row))
                .optional();
    }

    /** The person's exports of the transfer that are under way or can still be fetched or explained, newest first. */
    List<ExportView> recent(UUID transfer, String username, Instant since) {
        return jdbc.sql(
                        COLUMNS
                                + """
                        where transfer_id = ? and username = ? and state <> 'cancelled'
                          and (state in ('queued', 'running') or expires_at > ?)
                        order by asked_at desc limit 5""")
                .params(transfer, username, utc(since))
                .query((row, n) -> view(row))
                .list();
    }

    int underWay(String username) {
        return jdbc.sql("select count(*) from trail_export where username = ? and state in ('queued', 'running')")
                .param(username)
                .query(Integer.class)
                .single();
    }

    /** Moves a job on, unless it is not in that state any more. */
    boolean move(UUID id, String from, String to, @Nullable String fault, @Nullable Instant expires) {
        return jdbc.sql("update trail_export set state = ?, fault = ?, expires_at = ? where id = ? and state = ?")
                        .params(to, fault, expires == null ? null : utc(expires), id, from)
                        .update()
                > 0;
    }

    /** Notes how far a job is; false when it does not run any more. */
    boolean progress(UUID id, long rows, long of) {
        return jdbc.sql("update trail_export set rows_done = ?, rows_of = ? where id = ? and state = 'running'")
                        .params(rows, of, id)
                        .update()
                > 0;
    }

    void expire(UUID id, Instant at) {
        jdbc.sql("update trail_export set expires_at = least(expires_at, ?) where id = ?")
                .params(utc(at), id)
                .update();
    }

    /** What this node did not finish before it ended. */
    void interrupted(String node, Instant expires) {
        jdbc.sql(
                        """
                        update trail_export set state = 'failed', fault = 'export.fault.interrupted', expires_at = ?
                        where node = ? and state in ('queued', 'running')""")
                .params(utc(expires), node)
                .update();
    }

    /** Exports whose file can still be fetched. */
    Set<UUID> fetchable(Instant now) {
        return new HashSet<>(jdbc.sql("select id from trail_export where state = 'done' and expires_at > ?")
                .param(utc(now))
                .query(UUID.class)
                .list());
    }

    /** Exports whose time ran out within the last day; older ones were cleared before. */
    List<UUID> expired(Instant now) {
        return jdbc.sql("select id from trail_export where state = 'done' and expires_at <= ? and expires_at > ?")
                .params(utc(now), utc(now.minus(Duration.ofDays(1))))
                .query(UUID.class)
                .list();
    }

    private static ExportView view(ResultSet row) throws SQLException {
        var of = row.getObject("rows_of", Long.class);
        var expires = row.getTimestamp("expires_at");
        return new ExportView(
                row.getObject("id", UUID.class),
                row.getObject("transfer_id", UUID.class),
                row.getString("username"),
                ExportForm.of(row.getString("form")),
                row.getString("state"),
                row.getLong("rows_done"),
                of,
                row.getString("fault"),
                row.getTimestamp("asked_at").toInstant(),
                expires == null ? null : expires.toInstant());
    }

    private static Object utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
