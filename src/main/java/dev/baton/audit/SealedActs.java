package dev.baton.audit;

import dev.baton.audit.ledger.Checkpoint;
import dev.baton.audit.ledger.Ledger;
import dev.baton.audit.ledger.LedgerRefusals.NoCheckpoint;
import dev.baton.audit.ledger.LedgerRefusals.NotSealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to the trail for those who review it: acts in the order of their numbers, by their places in the ledger. */
@Service
@Transactional(readOnly = true)
public class SealedActs {

    private static final Logger LOG = LoggerFactory.getLogger(SealedActs.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ROWS_AT_ONCE = 1_000;

    /** The condition that entry {@code e} is of the same act as entry {@code h}. */
    static final String SAME_ACT =
            """
            (e.tx, e.act, e.record_type, e.record_id, e.username, coalesce(e.reason, '')) =
              (h.tx, h.act, h.record_type, h.record_id, h.username, coalesce(h.reason, ''))""";

    private static final String DIGEST =
            "encode(sha256(convert_to(string_agg(encode(l.hash, 'hex'), ' ' order by e.no), 'UTF8')), 'hex')";

    private static final String ACTS =
            """
            select max(e.no) as no, min(e.at) as at, e.act, e.record_type, e.record_id, min(e.record_label) as label,
              min(e.item_id::text) as item, e.username, e.reason is not null as reasoned,
              array_agg(e.field order by e.no) as fields, array_agg(left(e.new_value, 64) order by e.no) as nows,
              %s as digest
            from audit_entry e %s join ledger_leaf l on l.no = e.no
            where %s and (e.transfer_id = ? or e.transfer_id is null and
              (e.record_type = 'person' and e.record_id = any(?) or e.record_type = any(?)))
            group by e.tx, e.act, e.record_type, e.record_id, e.username, e.reason
            order by 1""";

    private final JdbcTemplate jdbc;
    private final Ledger ledger;

    SealedActs(JdbcTemplate jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /** How far the trail is sealed: the ledger's size and the root that is signed for it. */
    public record Extent(long size, String rootHash) {}

    /**
     * Whose entries are meant: those of a transfer, those about these people's accounts, and those of records that concern
     * every transfer.
     *
     * @param people user names
     * @param everywhere sorts of record that belong to no transfer
     */
    public record Scope(UUID transfer, Set<String> people, Set<String> everywhere) {}

    /** How far the trail is sealed now; nothing before the first checkpoint. */
    public Extent extent() {
        try {
            Checkpoint latest = ledger.latest();
            return new Extent(latest.size(), latest.rootHash());
        } catch (NoCheckpoint e) {
            return new Extent(0, "");
        }
    }

    /** Waits a few seconds until everything that is entered now is sealed; goes on without when it is not. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void settle() {
        var newest = jdbc.queryForObject("select max(no) from audit_entry", Long.class);
        if (newest != null) {
            try {
                ledger.sealUpTo(newest, PATIENCE);
            } catch (NotSealed e) {
                LOG.info(
                        "Entry {} of the trail is not sealed yet; what is newer than the last seal has to wait",
                        newest);
            }
        }
    }

    /** Hands over the acts that are sealed from leaf {@code from} up to, but not including, leaf {@code to}. */
    public void between(Scope scope, long from, long to, Consumer<SealedAct> acts) {
        each(String.format(ACTS, DIGEST, "", "l.index >= ? and l.index < ?"), acts, from, to, scope);
    }

    /** Hands over the acts that are sealed from leaf {@code from} on or not sealed yet. */
    public void since(Scope scope, long from, Consumer<SealedAct> acts) {
        each(String.format(ACTS, "''", "left", "(l.index is null or l.index >= ?)"), acts, from, null, scope);
    }

    /** When the trail of a transfer begins; empty when it has none. */
    public Optional<Instant> beginning(UUID transfer) {
        return jdbc
                .query(
                        "select at from audit_entry where transfer_id = ? order by no limit 1",
                        (row, n) -> row.getTimestamp(1).toInstant(),
                        transfer)
                .stream()
                .findFirst();
    }

    /** The leaf with which the sealed trail of a transfer begins; the next one to come while nothing of it is sealed. */
    public long firstLeaf(UUID transfer) {
        var first = jdbc.queryForObject(
                "select coalesce((select index from ledger_leaf where transfer_id = ? and transfer_no = 1),"
                        + " (select count(*) from ledger_leaf))",
                Long.class,
                transfer);
        return first == null ? 0 : first;
    }

    /** The number of the first entry of each item with this act in which the field came to that value. */
    public Map<UUID, Long> firsts(UUID transfer, String act, String field, String value) {
        var firsts = new HashMap<UUID, Long>();
        jdbc.query(
                "select item_id, min(no) from audit_entry where transfer_id = ? and item_id is not null and act = ?"
                        + " and field = ? and new_value = ? group by item_id",
                row -> {
                    firsts.put(row.getObject(1, UUID.class), row.getLong(2));
                },
                transfer,
                act,
                field,
                value);
        return firsts;
    }

    /** The digest of each act that has one of these numbers, as its leaves in the ledger give it now. */
    public Map<Long, String> digests(Collection<Long> numbers) {
        var digests = new HashMap<Long, String>();
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement("select h.no, " + DIGEST
                            + " from audit_entry h join audit_entry e on " + SAME_ACT
                            + " join ledger_leaf l on l.no = e.no where h.no = any(?) group by h.no");
                    statement.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
                    return statement;
                },
                row -> {
                    digests.put(row.getLong(1), row.getString(2));
                });
        return digests;
    }

    private void each(String sql, Consumer<SealedAct> acts, long from, @Nullable Long to, Scope scope) {
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(sql);
                    statement.setFetchSize(ROWS_AT_ONCE);
                    int i = 0;
                    statement.setLong(++i, from);
                    if (to != null) {
                        statement.setLong(++i, to);
                    }
                    statement.setObject(++i, scope.transfer());
                    statement.setArray(
                            ++i, connection.createArrayOf("text", scope.people().toArray()));
                    statement.setArray(
                            ++i,
                            connection.createArrayOf("text", scope.everywhere().toArray()));
                    return statement;
                },
                row -> {
                    acts.accept(act(row));
                });
    }

    private static SealedAct act(ResultSet row) throws SQLException {
        var fields = (@Nullable String[]) row.getArray("fields").getArray();
        var values = (@Nullable String[]) row.getArray("nows").getArray();
        var changes = new ArrayList<SealedAct.Change>();
        for (int i = 0; i < fields.length; i++) {
            var field = fields[i];
            if (field != null) {
                changes.add(new SealedAct.Change(field, values[i]));
            }
        }
        var item = row.getString("item");
        return new SealedAct(
                row.getLong("no"),
                row.getTimestamp("at").toInstant(),
                row.getString("act"),
                row.getString("record_type"),
                row.getString("record_id"),
                row.getString("label"),
                item == null ? null : UUID.fromString(item),
                row.getString("username"),
                row.getBoolean("reasoned"),
                List.copyOf(changes),
                row.getString("digest"));
    }
}
