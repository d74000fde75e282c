package dev.baton.audit.ledger;

import dev.baton.audit.ledger.LedgerRefusals.KeyUnknown;
import dev.baton.audit.ledger.LedgerRefusals.NoCheckpoint;
import dev.baton.audit.ledger.LedgerRefusals.NotSealed;
import dev.baton.audit.ledger.LedgerRefusals.OutOfRange;
import java.time.Duration;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the ledger: checkpoints, proofs, and waiting until an entry is sealed. Whoever writes many entries out joins
 * {@code ledger_leaf} ({@code index}, {@code no}, {@code transfer_no}, {@code hash}) to {@code audit_entry} by
 * {@code no}; see {@link LedgerEntry#COLUMNS}.
 */
@Service
@Transactional(readOnly = true)
public class Ledger {

    private static final long LOOK_AGAIN_MILLIS = 50;

    private final LedgerStore store;
    private final SealerThread sealer;
    private final JdbcTemplate jdbc;

    Ledger(LedgerStore store, SealerThread sealer, JdbcTemplate jdbc) {
        this.store = store;
        this.sealer = sealer;
        this.jdbc = jdbc;
    }

    /** A leaf and a checkpoint that covers it. */
    public record Sealed(LedgerLeaf leaf, Checkpoint checkpoint) {}

    /** This installation's ledger. */
    public UUID id() {
        return store.id().orElseThrow(NoCheckpoint::new);
    }

    /** All public keys, oldest first, retired ones too. */
    public List<PublishedKey> keys() {
        return store.keys();
    }

    /** The key with this id. */
    public PublishedKey key(String keyId) {
        return store.keys().stream()
                .filter(key -> key.keyId().equals(keyId))
                .findFirst()
                .orElseThrow(() -> new KeyUnknown(keyId));
    }

    /**
     * The latest checkpoint.
     *
     * @throws NoCheckpoint before the first one
     */
    public Checkpoint latest() {
        return store.latest().orElseThrow(NoCheckpoint::new);
    }

    /**
     * The first checkpoint that covers the leaf.
     *
     * @throws NotSealed when there is none yet
     */
    public Checkpoint covering(long index) {
        return store.covering(index + 1).orElseThrow(NotSealed::new);
    }

    /**
     * Waits until the trail's entry with this number, committed before, is in the ledger and covered by a checkpoint. What the
     * caller's own transaction has written cannot be sealed, so it is set aside.
     *
     * @throws NotSealed when that does not happen in time
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Sealed sealUpTo(long no, Duration timeout) {
        return waitFor(() -> no, timeout);
    }

    /** As {@link #sealUpTo(long, Duration)}, for the newest entry of this act on this record. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Sealed sealUpTo(String act, String recordType, String recordId, Duration timeout) {
        return waitFor(
                () -> jdbc.queryForObject(
                        "select max(no) from audit_entry where record_type = ? and record_id = ? and act = ?",
                        Long.class,
                        recordType,
                        recordId,
                        act),
                timeout);
    }

    /**
     * The path from the leaf to the root of the first {@code size} leaves, lowest first (RFC 6962, 2.1.1).
     *
     * @throws OutOfRange unless {@code 0 <= leaf < size} and a checkpoint covers {@code size}
     */
    public List<String> inclusion(long leaf, long size) {
        requireCovered("size", size);
        if (leaf < 0 || leaf >= size) {
            throw new OutOfRange("leaf", 0, size - 1);
        }
        return hex(proofs().inclusion(leaf, size));
    }

    /**
     * The proof that the tree of {@code to} leaves goes on from that of {@code from} (RFC 6962, 2.1.2).
     *
     * @throws OutOfRange unless {@code 1 <= from <= to} and a checkpoint covers {@code to}
     */
    public List<String> consistency(long from, long to) {
        requireCovered("to", to);
        if (from < 1 || from > to) {
            throw new OutOfRange("from", 1, to);
        }
        return hex(proofs().consistency(from, to));
    }

    /**
     * The hashes that lead from known leaves to the root of the first {@code size} leaves, in the order of
     * {@code docs/evidence-format.md}, 3.4. Reads along with the known leaves and keeps next to nothing in memory.
     *
     * @param known numbers of the known leaves, strictly growing
     * @param path takes each hash in lower-case hexadecimal
     */
    public void path(long size, PrimitiveIterator.OfLong known, Consumer<String> path) {
        requireCovered("size", size);
        proofs().path(size, known, hash -> path.accept(Sha256.hex(hash)));
    }

    /** The tree, for a reader that puts together a path itself. */
    public LedgerTree tree() {
        return new LedgerTree(proofs());
    }

    /** The place of the trail's entry with this number; null while it is not sealed. */
    public @Nullable LedgerLeaf leafOf(long no) {
        return store.leafOf(no).orElse(null);
    }

    /**
     * The leaf with this number.
     *
     * @throws OutOfRange when there is none
     */
    public LedgerLeaf leaf(long index) {
        return store.leaf(index).orElseThrow(() -> new OutOfRange("leaf", 0, store.size() - 1));
    }

    private Proofs proofs() {
        return new Proofs(store.nodes());
    }

    private void requireCovered(String where, long size) {
        long largest = latest().size();
        if (size < 1 || size > largest) {
            throw new OutOfRange(where, 1, largest);
        }
    }

    private Sealed waitFor(Supplier<@Nullable Long> entry, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            var no = entry.get();
            var leaf = no == null ? null : leafOf(no);
            if (leaf != null) {
                var checkpoint = store.covering(leaf.index() + 1);
                if (checkpoint.isPresent()) {
                    return new Sealed(leaf, checkpoint.get());
                }
            }
            if (System.nanoTime() > deadline) {
                throw new NotSealed();
            }
            sealer.wake();
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSealed();
        }
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(Sha256::hex).toList();
    }
}
