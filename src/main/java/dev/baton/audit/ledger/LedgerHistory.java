package dev.baton.audit.ledger;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the ledger was before, as its tables have it now: for comparing it with what was said outside. */
@Service
@Transactional(readOnly = true)
public class LedgerHistory {

    private final LedgerStore store;

    LedgerHistory(LedgerStore store) {
        this.store = store;
    }

    /** How many leaves there are. */
    public long size() {
        return store.size();
    }

    /** Whether the first leaves have this root; false also where the tree is torn. */
    public boolean hasRoot(long size, String rootHash) {
        try {
            return Sha256.hex(new Proofs(store.nodes()).root(size)).equals(rootHash);
        } catch (LedgerBroken e) {
            return false;
        }
    }

    /** The checkpoint of exactly that size; null when there is none. */
    public @Nullable Checkpoint of(long size) {
        return store.covering(size).filter(found -> found.size() == size).orElse(null);
    }
}
