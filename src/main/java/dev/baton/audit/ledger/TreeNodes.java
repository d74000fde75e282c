package dev.baton.audit.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hashes of complete subtrees, put together from stored tiles of up to 256 hashes: leaves at level 0, roots of 256
 * leaves at level 1, and so on. Tiles last read are kept, so that a walk from left to right reads each once. Not for
 * use by several threads.
 */
final class TreeNodes {

    /** Where tiles are stored. */
    interface Source {

        /** The hashes that are there of the tile: numbers {@code tile * 256} and up to 255 more at that level. */
        byte[][] tile(int level, long tile);
    }

    private static final int TILE_BITS = CompactTree.TILE_BITS;
    private static final int KEPT = 16;

    private record Key(int level, long tile) {}

    private final Source source;
    private final Map<Key, byte[][]> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[][]> eldest) {
            return size() > KEPT;
        }
    };

    TreeNodes(Source source) {
        this.source = source;
    }

    /** The hash of the complete subtree of {@code 1 << height} leaves that begins at leaf {@code first}. */
    byte[] subtree(long first, int height) {
        int level = height / TILE_BITS;
        int inTile = height % TILE_BITS;
        long index = first >> (level * TILE_BITS);
        var tile =
                kept.computeIfAbsent(new Key(level, index >> TILE_BITS), key -> source.tile(key.level(), key.tile()));
        int from = (int) (index & ((1 << TILE_BITS) - 1));
        if (tile.length < from + (1 << inTile)) {
            throw new LedgerBroken("The ledger lacks hashes at level " + level + " from number " + index + " on");
        }
        return combined(tile, from, inTile);
    }

    private static byte[] combined(byte[][] tile, int from, int height) {
        if (height == 0) {
            return tile[from];
        }
        int half = 1 << (height - 1);
        return Sha256.node(combined(tile, from, height - 1), combined(tile, from + half, height - 1));
    }
}
