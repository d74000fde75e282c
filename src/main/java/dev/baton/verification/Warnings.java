package dev.baton.verification;

import dev.baton.capture.ItemId;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.verification.VerificationRefusals.OutOfTurn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to warnings: whoever read and understood a version, or has shown it, is told when it is withdrawn or another
 * one takes its place, and takes note.
 */
@Service
@Transactional
public class Warnings {

    /** Trained on a version: read it, or was scored on it in a run that both sites signed. */
    private static final String GONE =
            """
            select distinct t.username, coalesce(p.name, t.username) as name, i.id, i.title, t.version,
              i.state = 'withdrawn' as withdrawn, i.effective_version, w.seen_at
            from (
              select username, item_id, item_version as version from training_record
                where kind = 'reading' and item_id is not null
              union
              select r.receiver, (cue ->> 'itemId')::uuid, (cue ->> 'version')::int from demonstration_run r,
                jsonb_array_elements(r.cues::jsonb -> 'cues') cue where r.result <> 'stopped') t
              join knowledge_item i on i.id = t.item_id
              left join person p on p.username = t.username
              left join lateral (select min(seen_at) as seen_at from training_warning w where w.username = t.username
                and w.item_id = t.item_id and w.item_version = t.version) w on true
            where t.version is not null and %s and (i.state = 'withdrawn' or i.effective_version <> t.version)
            order by name, i.title, t.version""";

    private final TrainingWarnings log;
    private final Transfers transfers;
    private final JdbcClient jdbc;
    private final Clock clock;

    Warnings(TrainingWarnings log, Transfers transfers, JdbcClient jdbc, Clock clock) {
        this.log = log;
        this.transfers = transfers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The warnings of a transfer: everybody's for its lead and quality, else the person's own. */
    @Transactional(readOnly = true)
    public List<Warning> of(TransferId id) {
        transfers.requireKnown(id);
        var me = Acting.current();
        var all = jdbc.sql(GONE.formatted("i.transfer_id = ?"))
                .param(id.value())
                .query((row, n) -> warning(row))
                .list();
        return transfers.isLead(id) || me.is(Role.QUALITY)
                ? all
                : all.stream()
                        .filter(warning -> warning.username().equals(me.username()))
                        .toList();
    }

    /** Who is to be warned about an item and has not taken note, without asking who wants to know: for notices. */
    @Transactional(readOnly = true)
    public List<Warning> open(ItemId id) {
        return jdbc.sql(GONE.formatted("i.id = ?")).param(id.value()).query((row, n) -> warning(row)).list().stream()
                .filter(warning -> warning.seenAt() == null)
                .toList();
    }

    /** The current actor has taken note of everything they are warned of about that item. */
    public void seen(TransferId transfer, ItemId id) {
        var me = Acting.current().username();
        var mine = of(transfer).stream()
                .filter(warning ->
                        warning.itemId().equals(id) && warning.username().equals(me) && warning.seenAt() == null)
                .toList();
        if (mine.isEmpty()) {
            throw new OutOfTurn("verification.no-warning");
        }
        mine.forEach(warning -> log.saveAndFlush(new TrainingWarning(transfer, warning, clock.instant())));
    }

    private static Warning warning(ResultSet row) throws SQLException {
        Timestamp seen = row.getTimestamp("seen_at");
        return new Warning(
                row.getString("username"),
                row.getString("name"),
                new ItemId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getInt("version"),
                row.getBoolean("withdrawn"),
                row.getObject("effective_version", Integer.class),
                seen == null ? null : seen.toInstant());
    }
}
