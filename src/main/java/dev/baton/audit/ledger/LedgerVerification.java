package dev.baton.audit.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Computes every leaf again from its entry and the tree from the leaves, in one pass over a database cursor, and compares
 * with what is stored. Two threads' worth of work: the database reads while this one hashes.
 */
final class LedgerVerification {

    /** What is wrong, first bad leaf first. */
    interface Findings {

        /** One finding; kinds as in {@code messages/ledger.properties}. */
        void found(String where, String kind, String... args);

        /** How far it has come. */
        void looked(long done, long of);
    }

    private static final int PORTION = 4_096;
    private static final int INDEX = LedgerEntry.COLUMN_COUNT + 1;

    private static final String SELECT = "select " + LedgerEntry.COLUMNS
            + ", l.index, l.no, l.transfer_id, l.transfer_no, l.hash from ledger_leaf l"
            + " left join audit_entry e on e.no = l.no where l.index >= ? order by l.index";

    private final Connection connection;
    private final LedgerStore store;
    private final Findings findings;
    private final Map<Long, Checkpoint> checkpoints = new HashMap<>();
    private final Map<UUID, Long> places = new HashMap<>();
    private final long from;
    private final long of;
    private CompactTree tree;
    private long stray;

    /**
     * Prepares a pass over the connection, which must not be in auto-commit mode.
     *
     * @param from first leaf to look at; those before are taken as they are stored
     */
    LedgerVerification(Connection connection, LedgerStore store, long from, Findings findings) {
        this.connection = connection;
        this.store = store;
        this.findings = findings;
        this.from = from;
        this.of = store.size();
        this.tree = new CompactTree(this::compare, from, store.nodes());
        store.checkpointsFrom(from).forEach(checkpoint -> checkpoints.put(checkpoint.size(), checkpoint));
    }

    /** A row of the cursor: the leaf as stored, and the entry it stands for unless that is gone. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Row(
            @Nullable LedgerEntry entry,
            long index,
            long no,
            @Nullable UUID transfer,
            @Nullable Long place,
            byte[] stored) {}

    /** Looks at every leaf from the first on; how many there were. */
    long run() throws SQLException {
        compareCheckpoint();
        try (var statement = connection.prepareStatement(SELECT)) {
            statement.setFetchSize(PORTION);
            statement.setLong(1, from);
            try (var result = statement.executeQuery()) {
                var portion = new ArrayList<Row>(PORTION);
                while (result.next()) {
                    portion.add(row(result));
                    if (portion.size() == PORTION) {
                        look(portion);
                    }
                }
                look(portion);
            }
        }
        checkpoints.values().stream()
                .sorted(java.util.Comparator.comparingLong(Checkpoint::size))
                .forEach(checkpoint -> findings.found(
                        "ledger_checkpoint " + checkpoint.size(),
                        "ledger-shrunk",
                        String.valueOf(checkpoint.size()),
                        String.valueOf(tree.size())));
        return tree.size();
    }

    private static Row row(ResultSet result) throws SQLException {
        var place = result.getObject(INDEX + 3, Long.class);
        result.getLong(1);
        var entry = result.wasNull() ? null : LedgerEntry.read(result, place);
        return new Row(
                entry,
                result.getLong(INDEX),
                result.getLong(INDEX + 1),
                result.getObject(INDEX + 2, UUID.class),
                place,
                result.getBytes(INDEX + 4));
    }

    private void look(List<Row> portion) {
        var computed = IntStream.range(0, portion.size())
                .parallel()
                .mapToObj(i -> {
                    var entry = portion.get(i).entry();
                    return entry == null ? null : Leaf.hash(entry);
                })
                .toArray(byte[][]::new);
        for (int i = 0; i < computed.length; i++) {
            look(portion.get(i), computed[i]);
        }
        portion.clear();
        findings.looked(Math.min(tree.size(), of), of);
    }

    private void look(Row row, byte @Nullable [] computed) {
        var where = "audit_entry no. " + row.no();
        if (row.index() != tree.size() + stray) {
            findings.found("ledger_leaf " + (tree.size() + stray), "ledger-leaf-missing", String.valueOf(row.index()));
            stray = row.index() - tree.size();
        }
        if (computed == null) {
            findings.found(where, "entry-missing", String.valueOf(row.index()));
        } else if (!java.util.Arrays.equals(computed, row.stored())) {
            findings.found(where, "entry-altered", String.valueOf(row.index()));
        } else if (!Objects.equals(Objects.requireNonNull(row.entry()).transfer(), row.transfer())) {
            findings.found("ledger_leaf " + row.index(), "ledger-leaf-altered", String.valueOf(row.no()));
        }
        if (row.transfer() != null && from == 0) {
            long place = places.merge(row.transfer(), 1L, Long::sum);
            if (!Objects.equals(row.place(), place)) {
                findings.found("ledger_leaf " + row.index(), "ledger-leaf-altered", String.valueOf(row.no()));
                places.put(row.transfer(), row.place() == null ? place : row.place());
            }
        }
        tree.append(row.stored());
        compareCheckpoint();
    }

    private void compareCheckpoint() {
        var checkpoint = checkpoints.remove(tree.size());
        if (checkpoint != null && !Sha256.hex(tree.root()).equals(checkpoint.rootHash())) {
            findings.found(
                    "ledger_checkpoint " + checkpoint.size(), "ledger-root-differs", String.valueOf(checkpoint.size()));
        }
    }

    private void compare(int level, long index, byte[] hash) {
        var stored = store.node(level, index);
        if (stored == null || !java.util.Arrays.equals(stored, hash)) {
            findings.found("ledger_node " + level + "/" + index, "ledger-node-differs", String.valueOf(index));
        }
    }
}
