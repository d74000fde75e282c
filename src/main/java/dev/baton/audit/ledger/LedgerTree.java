package dev.baton.audit.ledger;

/** A reader's view of the tree that keeps the tiles it last read; for one thread, from left to right. */
public final class LedgerTree {

    private final Proofs proofs;

    LedgerTree(Proofs proofs) {
        this.proofs = proofs;
    }

    /**
     * The hash of a subtree of a tree of any size.
     *
     * @param from its first leaf
     * @param to the leaf after its last
     */
    public byte[] subtree(long from, long to) {
        return proofs.hash(from, to);
    }
}
