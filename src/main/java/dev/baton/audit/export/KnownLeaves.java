package dev.baton.audit.export;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;

/** Which leaves of the ledger an export shows, as runs; and the hashes of the subtrees that it does not show. */
final class KnownLeaves {

    /** Begin and end of each run, in ascending order. */
    private long[] runs = new long[16];

    private int used;

    /** Adds a leaf with a higher number than those before. */
    void add(long index) {
        if (used > 0 && runs[used - 1] == index) {
            runs[used - 1] = index + 1;
            return;
        }
        if (used > 0 && runs[used - 1] > index) {
            throw new IllegalArgumentException("leaf " + index + " is out of order");
        }
        if (used == runs.length) {
            runs = Arrays.copyOf(runs, used * 2);
        }
        runs[used++] = index;
        runs[used++] = index + 1;
    }

    /** Hands over the hashes of the largest subtrees without a known leaf, from left to right, in hex. */
    void path(long size, Notary notary, Consumer<String> hashes) {
        long free = 0;
        for (int i = 0; i < used; i += 2) {
            gap(0, size, free, runs[i], notary, hashes);
            free = runs[i + 1];
        }
        gap(0, size, free, size, notary, hashes);
    }

    /** The largest subtrees of [low, high) that lie within [from, to). */
    private static void gap(long low, long high, long from, long to, Notary notary, Consumer<String> hashes) {
        if (from >= to || high <= from || to <= low) {
            return;
        }
        if (from <= low && high <= to) {
            hashes.accept(HexFormat.of().formatHex(notary.subtree(low, high)));
            return;
        }
        long split = low + Long.highestOneBit(high - low - 1);
        gap(low, split, from, to, notary, hashes);
        gap(split, high, from, to, notary, hashes);
    }
}
