package dev.baton.audit.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the sealer reads and writes, on its own connection. */
final class SealerRows {

    private final Connection connection;

    SealerRows(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /**
     * How far to look back.
     *
     * @param cluster the system identifier of the cluster of databases: in another one, into which a backup was restored,
     *     transaction numbers start anew
     * @param from transactions below were all sealed before
     * @param floor transactions below are all over by now, so after this run they are all sealed
     * @param isNewCluster whether the ledger was sealed in another cluster up to now
     */
    record Horizon(long cluster, long from, long floor, boolean isNewCluster) {}

    /** A root of a complete subtree. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Node(int level, long index, byte[] hash) {}

    /** Leaves to come, column by column. */
    static final class Leaves {

        private final Long[] index;
        private final Long[] no;
        private final @Nullable UUID[] transfer;
        private final @Nullable Long[] place;
        private final byte[][] hash;
        private int count;

        Leaves(int size) {
            index = new Long[size];
            no = new Long[size];
            transfer = new UUID[size];
            place = new Long[size];
            hash = new byte[size][];
        }

        void add(long at, long entry, @Nullable UUID of, @Nullable Long placed, byte[] leafHash) {
            index[count] = at;
            no[count] = entry;
            transfer[count] = of;
            place[count] = placed;
            hash[count++] = leafHash;
        }
    }

    Horizon horizon() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        """
                        select s.system_identifier, pg_snapshot_xmin(pg_current_snapshot())::text::bigint, f.cluster, f.floor
                        from pg_control_system() s
                          left join lateral (select cluster, floor from ledger_floor order by id desc limit 1) f on true""")) {
            row.next();
            long cluster = row.getLong(1);
            long floor = row.getLong(2);
            long sealedIn = row.getLong(3);
            var known = !row.wasNull() && sealedIn == cluster;
            long from = known ? row.getLong(4) : Long.MIN_VALUE;
            return new Horizon(cluster, from, floor, !known);
        }
    }

    /** Takes one entry. */
    @FunctionalInterface
    interface Taker {
        void take(LedgerEntry entry) throws SQLException;
    }

    /**
     * Hands over committed entries that are not in the ledger, by transaction; the last transaction as a whole. However
     * large an act was, only as much of it is in memory as is read at once.
     */
    void unsealed(long fromTx, int atLeast, Taker taker) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select " + LedgerEntry.COLUMNS
                        + """
                   from (
                    select x.no from audit_entry x
                    where x.tx >= ? and not exists (select from ledger_leaf l where l.no = x.no)
                    order by x.tx fetch first ? rows with ties) p
                  join audit_entry e on e.no = p.no order by e.tx, e.no""")) {
            statement.setLong(1, fromTx);
            statement.setInt(2, atLeast);
            statement.setFetchSize(atLeast);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    taker.take(LedgerEntry.read(row, null));
                }
            }
        }
    }

    long lastPlace(UUID transfer) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select coalesce(max(transfer_no), 0) from ledger_leaf where transfer_id = ?")) {
            statement.setObject(1, transfer);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    void insert(Leaves leaves) throws SQLException {
        try (var statement =
                connection.prepareStatement("insert into ledger_leaf (index, no, transfer_id, transfer_no, hash)"
                        + " select * from unnest(?::bigint[], ?::bigint[], ?::uuid[], ?::bigint[], ?::bytea[])")) {
            statement.setArray(1, connection.createArrayOf("bigint", leaves.index));
            statement.setArray(2, connection.createArrayOf("bigint", leaves.no));
            statement.setArray(3, connection.createArrayOf("uuid", leaves.transfer));
            statement.setArray(4, connection.createArrayOf("bigint", leaves.place));
            statement.setArray(5, connection.createArrayOf("bytea", leaves.hash));
            statement.executeUpdate();
        }
    }

    void insert(List<Node> nodes) throws SQLException {
        if (nodes.isEmpty()) {
            return;
        }
        try (var statement =
                connection.prepareStatement("insert into ledger_node (level, index, hash) values (?, ?, ?)")) {
            for (var node : nodes) {
                statement.setInt(1, node.level());
                statement.setLong(2, node.index());
                statement.setBytes(3, node.hash());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void checkpoint(long size, byte[] root, Instant at, String keyId, byte[] signature) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into ledger_checkpoint (size, root_hash, at, key_id, signature) values (?, ?, ?, ?, ?)")) {
            statement.setLong(1, size);
            statement.setBytes(2, root);
            statement.setTimestamp(3, Timestamp.from(at));
            statement.setString(4, keyId);
            statement.setBytes(5, signature);
            statement.executeUpdate();
        }
    }

    void floor(Horizon horizon) throws SQLException {
        try (var statement = connection.prepareStatement("insert into ledger_floor (cluster, floor) values (?, ?)")) {
            statement.setLong(1, horizon.cluster());
            statement.setLong(2, horizon.floor());
            statement.executeUpdate();
        }
    }
}
