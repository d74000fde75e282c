package dev.baton.audit.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.function.Consumer;

/** Roots and proofs of a tree of which every complete subtree can be looked up (RFC 6962, 2.1). */
final class Proofs {

    private static final long NONE = -1;

    private final TreeNodes nodes;

    Proofs(TreeNodes nodes) {
        this.nodes = nodes;
    }

    /** The root of the first {@code size} leaves. */
    byte[] root(long size) {
        return size == 0 ? Sha256.of(new byte[0]) : hash(0, size);
    }

    /** The path from a leaf to the root of the first {@code size} leaves, lowest first; {@code leaf < size}. */
    List<byte[]> inclusion(long leaf, long size) {
        var path = new ArrayList<byte[]>();
        include(leaf, 0, size, path);
        return path;
    }

    private void include(long leaf, long lo, long hi, List<byte[]> path) {
        if (hi - lo == 1) {
            return;
        }
        long middle = lo + split(hi - lo);
        if (leaf < middle) {
            include(leaf, lo, middle, path);
            path.add(hash(middle, hi));
        } else {
            include(leaf, middle, hi, path);
            path.add(hash(lo, middle));
        }
    }

    /** That the tree of {@code to} leaves goes on from the tree of {@code from} leaves; {@code 0 < from <= to}. */
    List<byte[]> consistency(long from, long to) {
        var path = new ArrayList<byte[]>();
        consist(from, 0, to, true, path);
        return path;
    }

    private void consist(long from, long lo, long hi, boolean whole, List<byte[]> path) {
        if (from == hi) {
            if (!whole) {
                path.add(hash(lo, hi));
            }
            return;
        }
        long middle = lo + split(hi - lo);
        if (from <= middle) {
            consist(from, lo, middle, whole, path);
            path.add(hash(middle, hi));
        } else {
            consist(from, middle, hi, false, path);
            path.add(hash(lo, middle));
        }
    }

    /**
     * The hashes that lead from known leaves to the root, in the order in which a check needs them; nothing but the
     * path from root to leaf stands in memory.
     *
     * @param known numbers of the known leaves, growing
     */
    void path(long size, PrimitiveIterator.OfLong known, Consumer<byte[]> path) {
        if (size > 0) {
            new Walk(known, path).over(0, size);
        }
    }

    /** One pass over the known leaves. */
    private final class Walk {

        private final PrimitiveIterator.OfLong known;
        private final Consumer<byte[]> path;
        private long next;

        Walk(PrimitiveIterator.OfLong known, Consumer<byte[]> path) {
            this.known = known;
            this.path = path;
            this.next = known.hasNext() ? known.nextLong() : NONE;
        }

        void over(long lo, long hi) {
            if (next == NONE || next >= hi) {
                path.accept(hash(lo, hi));
            } else if (hi - lo == 1) {
                advance(lo);
            } else {
                long middle = lo + split(hi - lo);
                over(lo, middle);
                over(middle, hi);
            }
        }

        private void advance(long leaf) {
            if (next != leaf) {
                throw new IllegalArgumentException("Known leaves must grow: " + next + " after " + leaf);
            }
            next = known.hasNext() ? known.nextLong() : NONE;
        }
    }

    /** The hash over the leaves from {@code lo} to before {@code hi}, as they lie in a tree that splits there. */
    byte[] hash(long lo, long hi) {
        long width = hi - lo;
        if (Long.bitCount(width) == 1) {
            return nodes.subtree(lo, Long.numberOfTrailingZeros(width));
        }
        long middle = lo + split(width);
        return Sha256.node(hash(lo, middle), hash(middle, hi));
    }

    /** The largest power of two smaller than the number of leaves. */
    private static long split(long width) {
        return Long.highestOneBit(width - 1);
    }
}
