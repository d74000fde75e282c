package dev.baton.audit;

import dev.baton.identity.Acting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gathers the trail entries of a transaction and writes them in one batch just before it commits, in the same
 * transaction: record and trail stand or fall together.
 */
@Component
class TrailWriter {

    private static final String INSERT =
            """
            insert into audit_entry (tx, at, zone, person, username, role, site, act, record_type, record_id,
              record_label, transfer_id, item_id, version, field, old_value, new_value, unit, reason, address, session)
            values (pg_current_xact_id()::text::bigint, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Map<SessionImplementor, List<Row>> pending = new ConcurrentHashMap<>();
    private final Clock clock;

    TrailWriter(Clock clock) {
        this.clock = clock;
    }

    /** One row to come: the act, its subject, the field (or none), and who stood behind it when it happened. */
    private record Row(String act, TrailRef subject, @Nullable FieldChange change, Who who) {}

    /** Who, why and from where, as of the moment of the act. */
    private record Who(
            String username,
            String name,
            String role,
            String site,
            String zone,
            @Nullable String reason,
            @Nullable String address,
            @Nullable String session) {

        static Who now() {
            var actor = Acting.current();
            return new Who(
                    actor.username(),
                    actor.name(),
                    actor.roleText(),
                    actor.site(),
                    actor.zone().getId(),
                    Acting.reason(),
                    actor.address(),
                    actor.session());
        }
    }

    /** Adds an act to the trail of the session's transaction: one row for each changed field, or one without a field. */
    void add(SessionImplementor session, String act, TrailRef subject, List<FieldChange> changes) {
        var rows = pending.computeIfAbsent(session, this::registered);
        var who = Who.now();
        if (changes.isEmpty()) {
            rows.add(new Row(act, subject, null, who));
        }
        for (var change : changes) {
            rows.add(new Row(act, subject, change, who));
        }
    }

    private List<Row> registered(SessionImplementor session) {
        var queue = session.getActionQueue();
        queue.registerProcess(s -> session.doWork(connection -> write(connection, session)));
        queue.registerProcess((success, s) -> pending.remove(session));
        return new ArrayList<>();
    }

    private void write(Connection connection, SessionImplementor session) throws SQLException {
        var rows = pending.getOrDefault(session, List.of());
        if (rows.isEmpty()) {
            return;
        }
        var at = Timestamp.from(clock.instant());
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var row : rows) {
                fill(insert, row, at);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        rows.clear();
    }

    private static void fill(PreparedStatement insert, Row row, Timestamp at) throws SQLException {
        var who = row.who();
        var subject = row.subject();
        var change = row.change();
        int i = 0;
        insert.setTimestamp(++i, at);
        insert.setString(++i, who.zone());
        insert.setString(++i, who.name());
        insert.setString(++i, who.username());
        insert.setString(++i, who.role());
        insert.setString(++i, who.site());
        insert.setString(++i, row.act());
        insert.setString(++i, subject.type());
        insert.setString(++i, subject.id());
        insert.setString(++i, subject.label());
        insert.setObject(++i, subject.transfer(), Types.OTHER);
        insert.setObject(++i, subject.item(), Types.OTHER);
        insert.setObject(++i, subject.version(), Types.INTEGER);
        insert.setString(++i, change == null ? null : change.field());
        insert.setString(++i, change == null ? null : change.oldValue());
        insert.setString(++i, change == null ? null : change.newValue());
        insert.setString(++i, change == null ? null : change.unit());
        insert.setString(++i, who.reason());
        insert.setString(++i, who.address());
        insert.setString(++i, who.session());
    }
}
