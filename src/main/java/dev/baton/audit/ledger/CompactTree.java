package dev.baton.audit.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Merkle tree of which only the right edge is kept: one hash for each set bit of its size. Leaves are appended one by
 * one; the root can be asked for at any time.
 */
final class CompactTree {

    /** Takes the roots of complete subtrees of 256, 65,536, … leaves as they come about. */
    interface Tiles {

        /** The subtree of {@code 256^level} leaves with this number at its level is complete. */
        void complete(int level, long index, byte[] hash);
    }

    /** Leaves of a tile: {@code 1 << TILE_BITS}. */
    static final int TILE_BITS = 8;

    /** By height: the hash of the complete subtree there, or null. */
    private final List<byte @Nullable []> edge = new ArrayList<>();

    private final Tiles tiles;
    private long size;

    CompactTree(Tiles tiles) {
        this.tiles = tiles;
    }

    /** Goes on from a tree of that size. */
    CompactTree(Tiles tiles, long size, TreeNodes nodes) {
        this(tiles);
        this.size = size;
        long end = size;
        for (int height = 0; (size >> height) > 0; height++) {
            byte[] hash = null;
            if (((size >> height) & 1) == 1) {
                hash = nodes.subtree(end - (1L << height), height);
                end -= 1L << height;
            }
            edge.add(hash);
        }
    }

    long size() {
        return size;
    }

    void append(byte[] leafHash) {
        var hash = leafHash;
        int height = 0;
        for (; ((size >> height) & 1) == 1; height++) {
            hash = Sha256.node(java.util.Objects.requireNonNull(edge.set(height, null)), hash);
            tell(height + 1, hash);
        }
        if (height == edge.size()) {
            edge.add(hash);
        } else {
            edge.set(height, hash);
        }
        size++;
    }

    byte[] root() {
        byte[] root = null;
        for (var hash : edge) {
            if (hash != null) {
                root = root == null ? hash : Sha256.node(hash, root);
            }
        }
        return root == null ? Sha256.of(new byte[0]) : root;
    }

    private void tell(int height, byte[] hash) {
        if (height % TILE_BITS == 0) {
            tiles.complete(height / TILE_BITS, size >> height, hash);
        }
    }
}
