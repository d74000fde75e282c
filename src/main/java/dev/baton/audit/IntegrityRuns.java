package dev.baton.audit;

import dev.baton.audit.IntegrityRunView.FoundView;
import dev.baton.audit.IntegrityRunView.Resolution;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs of the integrity checks with their findings, and who explained which. */
@Repository
class IntegrityRuns {

    private static final String RUN =
            """
            select r.*, (select count(distinct f.fingerprint) from integrity_finding f where f.run_id = r.id and not exists
                (select from integrity_resolution s where s.fingerprint = f.fingerprint)) as open
            from integrity_run r\040""";

    private final JdbcClient jdbc;
    private final Clock clock;

    IntegrityRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID begin(String username, int steps, boolean everything) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into integrity_run (id, state, started_by, started_at, step_number, steps, done, total,"
                        + " findings, cancel_asked, everything) values (?, 'running', ?, ?, 0, ?, 0, 0, 0, false, ?)")
                .params(id, username, now(), steps, everything)
                .update();
        return id;
    }

    /** Runs of nodes that are gone: whoever holds the lock knows that none is at work. */
    void closeInterrupted() {
        jdbc.sql("update integrity_run set state = 'interrupted', finished_at = ? where state = 'running'")
                .param(now())
                .update();
    }

    /** Notes how far the run is. */
    void progress(UUID id, String step, int stepNumber, long done, long total, int findings) {
        jdbc.sql("update integrity_run set step = ?, step_number = ?, done = ?, total = ?, findings = ? where id = ?")
                .params(step, stepNumber, done, total, findings, id)
                .update();
    }

    boolean isCancelAsked(UUID id) {
        return jdbc.sql("select cancel_asked from integrity_run where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Asks a run to stop; false when it has ended. */
    boolean askToCancel(UUID id) {
        return jdbc.sql("update integrity_run set cancel_asked = true where id = ? and state = 'running'")
                        .param(id)
                        .update()
                > 0;
    }

    void end(UUID id, String state, int findings) {
        jdbc.sql("update integrity_run set state = ?, finished_at = ?, step = null, findings = ? where id = ?")
                .params(state, now(), findings, id)
                .update();
    }

    void add(UUID run, FoundView found) {
        jdbc.sql("insert into integrity_finding (run_id, no, check_name, place, kind, what, advice, fingerprint)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        run,
                        found.no(),
                        found.check(),
                        found.where(),
                        found.kind(),
                        found.what(),
                        found.advice(),
                        found.fingerprint())
                .update();
    }

    Optional<IntegrityRunView> find(UUID id) {
        return jdbc.sql(RUN + "where r.id = ?")
                .param(id)
                .query((row, n) -> run(row, findings(id)))
                .optional();
    }

    /** The newest run that looked at everything, without its findings; empty before the first. */
    Optional<IntegrityRunView> lastFinished() {
        return jdbc.sql(RUN + "where r.state = 'finished' order by r.started_at desc, r.id limit 1")
                .query((row, n) -> run(row, List.of()))
                .optional();
    }

    /** Whether the newest run that came to its end found fault with the ledger, explained or not. */
    boolean lastFoundFaultWithTheLedger() {
        return jdbc.sql("select exists (select from integrity_finding f where f.check_name = 'trail-against-ledger'"
                        + " and f.run_id = (select id from integrity_run where state = 'finished'"
                        + " order by started_at desc, id limit 1))")
                .query(Boolean.class)
                .single();
    }

    Optional<UUID> running() {
        return jdbc.sql("select id from integrity_run where state = 'running' order by started_at desc limit 1")
                .query(UUID.class)
                .optional();
    }

    /** Runs that began before this one, newest first. */
    List<IntegrityRunView> before(@Nullable UUID after, int limit) {
        var where = after == null
                ? "where cast(? as uuid) is null"
                : "where (r.started_at, r.id) < (select started_at, id from integrity_run where id = ?)";
        return jdbc.sql(RUN + where + " order by r.started_at desc, r.id desc limit " + limit)
                .param(after)
                .query((row, n) -> run(row, List.of()))
                .list();
    }

    void resolve(UUID run, String fingerprint, String username, String name, String reason) {
        jdbc.sql("insert into integrity_resolution (id, fingerprint, run_id, username, printed_name, reason,"
                        + " resolved_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), fingerprint, run, username, name, reason, now())
                .update();
    }

    private List<FoundView> findings(UUID run) {
        return jdbc.sql(
                        """
                        select f.*, s.username, s.printed_name, s.reason, s.resolved_at
                        from integrity_finding f left join lateral (select * from integrity_resolution r
                          where r.fingerprint = f.fingerprint order by r.resolved_at limit 1) s on true
                        where f.run_id = ? order by f.no""")
                .param(run)
                .query((row, n) -> found(row))
                .list();
    }

    private static FoundView found(ResultSet row) throws SQLException {
        var resolved = row.getTimestamp("resolved_at");
        return new FoundView(
                row.getInt("no"),
                row.getString("check_name"),
                row.getString("place"),
                row.getString("kind"),
                row.getString("what"),
                row.getString("advice"),
                row.getString("fingerprint"),
                resolved == null
                        ? null
                        : new Resolution(
                                row.getString("username"),
                                row.getString("printed_name"),
                                resolved.toInstant(),
                                row.getString("reason")));
    }

    private static IntegrityRunView run(ResultSet row, List<FoundView> findings) throws SQLException {
        return new IntegrityRunView(
                row.getObject("id", UUID.class),
                row.getString("state"),
                row.getString("started_by"),
                row.getBoolean("everything"),
                row.getTimestamp("started_at").toInstant(),
                moment(row.getTimestamp("finished_at")),
                row.getString("step"),
                row.getInt("step_number"),
                row.getInt("steps"),
                row.getLong("done"),
                row.getLong("total"),
                row.getInt("open"),
                findings);
    }

    private static @Nullable Instant moment(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
