package dev.baton.audit.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings committed entries into the ledger, each once, those of a transaction side by side, and signs a checkpoint.
 * Among many nodes one seals at a time. Every entry that a statement sees belongs to a committed transaction and is seen
 * with all the others of it, so a long transaction elsewhere holds nobody up; how far back to look for latecomers is the
 * {@linkplain SealerRows#horizon floor}.
 */
@Component
class Sealer {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final long LOCK = 0x6c65646765720aL;
    static final int ENTRIES_AT_ONCE = 2_000;

    private final DataSource database;
    private final LedgerStore store;
    private final LedgerKeys keys;
    private final Clock clock;

    Sealer(DataSource database, LedgerStore store, LedgerKeys keys, Clock clock) {
        this.database = database;
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Seals what is committed and not yet in the ledger, unless another node is at it.
     *
     * @throws LedgerBroken when the stored ledger does not fit its last checkpoint; nothing is signed then
     */
    void seal() throws SQLException {
        try (var connection = database.getConnection()) {
            if (!lock(connection, "select pg_try_advisory_lock(?)")) {
                return;
            }
            try {
                seal(connection);
            } finally {
                connection.setAutoCommit(true);
                lock(connection, "select pg_advisory_unlock(?)");
            }
        }
    }

    private void seal(Connection connection) throws SQLException {
        var rows = new SealerRows(connection);
        var horizon = rows.horizon();
        connection.setAutoCommit(false);
        try {
            var run = new Run(rows, store);
            run.sealFrom(horizon.from());
            sign(rows, run, horizon);
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    private void sign(SealerRows rows, Run run, SealerRows.Horizon horizon) throws SQLException {
        var last = store.latest();
        long size = run.tree.size();
        if (last.isEmpty() || last.get().size() < size) {
            var key = keys.signing().orElse(null);
            if (key == null) {
                LOG.error("The ledger's key was changed by another node and is not here yet: nothing is signed");
                return;
            }
            var ledger = store.id().orElseThrow();
            var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var root = run.tree.root();
            var text = Checkpoint.text(ledger, size, Sha256.hex(root), at, key.keyId());
            rows.checkpoint(
                    size, root, at, key.keyId(), key.sign(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            rows.floor(horizon);
        } else if (horizon.isNewCluster()) {
            rows.floor(horizon);
        }
    }

    private static boolean lock(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** One go of the sealer: the tree as it grows, and the places within transfers. */
    static final class Run {

        private final SealerRows rows;
        private final Map<UUID, Long> places = new HashMap<>();
        private final List<SealerRows.Node> complete = new ArrayList<>();
        private final List<LedgerEntry> waiting = new ArrayList<>();
        private long lastTx;
        private int taken;
        final CompactTree tree;

        Run(SealerRows rows, LedgerStore store) {
            this.rows = rows;
            long size = store.size();
            var nodes = store.nodes();
            store.latest().ifPresent(last -> {
                if (last.size() > size
                        || !Sha256.hex(new Proofs(nodes).root(last.size())).equals(last.rootHash())) {
                    throw new LedgerBroken("The stored ledger does not fit its checkpoint of " + last.size()
                            + " leaves; nothing is sealed until it is put right");
                }
            });
            this.tree = new CompactTree(
                    (level, index, hash) -> complete.add(new SealerRows.Node(level, index, hash)), size, nodes);
        }

        /** In portions of whole transactions, each committed by itself. */
        void sealFrom(long tx) throws SQLException {
            long from = tx;
            do {
                taken = 0;
                rows.unsealed(from, ENTRIES_AT_ONCE, this::take);
                seal();
                rows.connection().commit();
                from = lastTx + 1;
            } while (taken >= ENTRIES_AT_ONCE);
        }

        private void take(LedgerEntry entry) throws SQLException {
            waiting.add(entry);
            lastTx = entry.tx();
            taken++;
            if (waiting.size() == ENTRIES_AT_ONCE) {
                seal();
            }
        }

        private void seal() throws SQLException {
            if (waiting.isEmpty()) {
                return;
            }
            var leaves = new SealerRows.Leaves(waiting.size());
            for (var entry : waiting) {
                var place = place(entry.transfer());
                var hash = Leaf.hash(entry.placed(place));
                leaves.add(tree.size(), entry.no(), entry.transfer(), place, hash);
                tree.append(hash);
            }
            rows.insert(leaves);
            rows.insert(complete);
            complete.clear();
            waiting.clear();
        }

        private @Nullable Long place(@Nullable UUID transfer) throws SQLException {
            if (transfer == null) {
                return null;
            }
            var last = places.get(transfer);
            long place = (last == null ? rows.lastPlace(transfer) : last) + 1;
            places.put(transfer, place);
            return place;
        }
    }
}
