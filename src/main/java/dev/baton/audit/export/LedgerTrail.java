package dev.baton.audit.export;

import dev.baton.audit.TrailQuery;
import dev.baton.audit.ledger.Ledger;
import dev.baton.audit.ledger.LedgerEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;

/** The sealed trail in the database: entries joined to their leaves, straight from a cursor. */
@Component
class LedgerTrail implements SealedTrail {

    private static final int ROWS_AT_ONCE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SELECT = "select " + LedgerEntry.COLUMNS
            + ", l.transfer_no, l.index, l.hash from audit_entry e" + " join ledger_leaf l on l.no = e.no where ";

    private final JdbcTemplate jdbc;
    private final Ledger ledger;

    LedgerTrail(JdbcTemplate jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    @Override
    public UUID ledger() {
        return ledger.id();
    }

    @Override
    public SealedEntry sealed(UUID export, String act) {
        var place = ledger.sealUpTo(act, "export", export.toString(), PATIENCE).leaf();
        return java.util.Objects.requireNonNull(
                jdbc.queryForObject(SELECT + "l.index = ?", (row, n) -> entry(row, Set.of()), place.index()));
    }

    @Override
    public long count(Range range) {
        var query = query(range);
        var count = jdbc.queryForObject(
                "select count(*) from audit_entry e join ledger_leaf l on l.no = e.no where l.index <= " + range.last()
                        + " and " + query.condition(),
                Long.class,
                query.values());
        return count == null ? 0 : count;
    }

    @Override
    public void entries(Range range, Consumer<SealedEntry> entries) {
        var query = query(range);
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            SELECT + "l.index <= " + range.last() + " and " + query.condition() + " order by l.index");
                    statement.setFetchSize(ROWS_AT_ONCE);
                    var values = query.values();
                    for (int i = 0; i < values.length; i++) {
                        statement.setObject(i + 1, values[i]);
                    }
                    return statement;
                },
                (ResultSetExtractor<Boolean>) rows -> {
                    ReadAhead.each(() -> rows.next() ? entry(rows, range.withheld()) : null, entries);
                    return true;
                });
    }

    @Override
    public SignedState covering(long index) {
        var checkpoint = ledger.covering(index);
        var key = ledger.key(checkpoint.keyId());
        return new SignedState(
                checkpoint.size(), checkpoint.text(), checkpoint.signature(), key.keyId(), key.publicKey());
    }

    @Override
    public Subtrees tree() {
        return ledger.tree()::subtree;
    }

    private static TrailQuery query(Range range) {
        return new TrailQuery("e.", range.transfer(), range.people(), range.filter());
    }

    private static SealedEntry entry(ResultSet row, Set<String> withheld) throws SQLException {
        int more = LedgerEntry.COLUMN_COUNT;
        var entry = LedgerEntry.read(row, row.getObject(more + 1, Long.class));
        return new SealedEntry(
                row.getLong(more + 2),
                HexFormat.of().formatHex(row.getBytes(more + 3)),
                entry,
                entry.field() != null && withheld.contains(entry.recordType() + "." + entry.field()));
    }
}
