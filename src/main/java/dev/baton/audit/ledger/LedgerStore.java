package dev.baton.audit.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads the ledger's tables. */
@Component
class LedgerStore implements TreeNodes.Source {

    private static final String CHECKPOINT =
            """
            select (select id from ledger), size, root_hash, at, key_id, signature from ledger_checkpoint
            """;

    private final JdbcTemplate jdbc;

    LedgerStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** This installation's ledger; empty before the first start has made it. */
    Optional<UUID> id() {
        return jdbc.queryForList("select id from ledger", UUID.class).stream().findFirst();
    }

    /** How many leaves there are. */
    long size() {
        return number("select coalesce(max(index) + 1, 0) from ledger_leaf");
    }

    Optional<Checkpoint> latest() {
        return checkpoint("order by size desc limit 1");
    }

    /** The first checkpoint of at least that size. */
    Optional<Checkpoint> covering(long size) {
        return checkpoint("where size >= ? order by size limit 1", size);
    }

    List<Checkpoint> checkpointsFrom(long size) {
        return jdbc.query(CHECKPOINT + "where size >= ? order by size", checkpoints, size);
    }

    /** The root of a complete subtree; null when it is not there. */
    byte @Nullable [] node(int level, long index) {
        return jdbc
                .query(
                        "select hash from ledger_node where level = ? and index = ?",
                        (row, n) -> row.getBytes(1),
                        level,
                        index)
                .stream()
                .findFirst()
                .orElse(null);
    }

    Optional<LedgerLeaf> leaf(long index) {
        return leaf("index", index);
    }

    Optional<LedgerLeaf> leafOf(long no) {
        return leaf("no", no);
    }

    List<PublishedKey> keys() {
        return jdbc.query(
                """
                select public_key, valid_from, lead(valid_from) over (order by valid_from) from ledger_key
                order by valid_from""",
                (row, n) -> {
                    var to = row.getObject(3, OffsetDateTime.class);
                    return PublishedKey.of(
                            row.getBytes(1),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            to == null ? null : to.toInstant());
                });
    }

    @Override
    public byte[][] tile(int level, long tile) {
        long first = tile << CompactTree.TILE_BITS;
        long end = first + (1 << CompactTree.TILE_BITS);
        var rows = new ArrayList<byte[]>();
        var table = level == 0 ? "ledger_leaf where" : "ledger_node where level = " + level + " and";
        jdbc.query(
                "select index, hash from " + table + " index >= ? and index < ? order by index",
                row -> {
                    if (row.getLong(1) == first + rows.size()) {
                        rows.add(row.getBytes(2));
                    }
                },
                first,
                end);
        return rows.toArray(byte[][]::new);
    }

    TreeNodes nodes() {
        return new TreeNodes(this);
    }

    private long number(String sql) {
        var number = jdbc.queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }

    private Optional<Checkpoint> checkpoint(String where, @Nullable Object... values) {
        return jdbc.query(CHECKPOINT + where, checkpoints, values).stream().findFirst();
    }

    private Optional<LedgerLeaf> leaf(String column, long value) {
        return jdbc
                .query(
                        "select index, no, transfer_id, transfer_no, hash from ledger_leaf where " + column + " = ?",
                        (row, n) -> new LedgerLeaf(
                                row.getLong(1),
                                row.getLong(2),
                                row.getObject(3, UUID.class),
                                row.getObject(4, Long.class),
                                Sha256.hex(row.getBytes(5))),
                        value)
                .stream()
                .findFirst();
    }

    private final RowMapper<Checkpoint> checkpoints = (row, n) -> checkpoint(row);

    private static Checkpoint checkpoint(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getObject(1, UUID.class),
                row.getLong(2),
                Sha256.hex(row.getBytes(3)),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                Base64.getEncoder().encodeToString(row.getBytes(6)));
    }
}
