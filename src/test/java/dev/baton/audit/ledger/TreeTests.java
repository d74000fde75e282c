package dev.baton.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The tree is that of RFC 6962, whatever its size, and its proofs lead where they should. */
class TreeTests {

    private static final HexFormat HEX = HexFormat.of();
    private static final long SEED = 20_260_301;

    /** Leaves of the reference vectors of Certificate Transparency. */
    private static final List<String> VECTOR =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    /** The roots of the first 0, 1, … 8 of them. */
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootsAreThoseOfTheReferenceVectors() {
        var tree = new CompactTree((level, index, hash) -> {});
        assertThat(HEX.formatHex(tree.root())).isEqualTo(ROOTS.get(0));
        for (int i = 0; i < VECTOR.size(); i++) {
            tree.append(Sha256.leaf(HEX.parseHex(VECTOR.get(i))));
            assertThat(HEX.formatHex(tree.root())).isEqualTo(ROOTS.get(i + 1));
        }
    }

    @Test
    void pathsAreThoseOfTheReferenceVectors() {
        var forest = new Forest(
                VECTOR.stream().map(leaf -> Sha256.leaf(HEX.parseHex(leaf))).toList());
        assertThat(hex(forest.proofs().inclusion(0, 8)))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(forest.proofs().inclusion(5, 8)))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(forest.proofs().consistency(2, 5)))
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
        assertThat(forest.proofs().consistency(5, 5)).isEmpty();
    }

    @Test
    void proofsOfRandomTreesLeadToTheRoot() {
        var random = new Random(SEED);
        for (int round = 0; round < 60; round++) {
            var leaves = leaves(1 + random.nextInt(round % 3 == 0 ? 1_500 : 40), random);
            int size = leaves.size();
            var proofs = new Forest(leaves).proofs();
            var root = NaiveTree.root(leaves);
            assertThat(proofs.root(size)).as("size %d", size).isEqualTo(root);
            for (int i = 0; i < 12; i++) {
                int leaf = random.nextInt(size);
                assertThat(NaiveTree.rootFrom(leaves.get(leaf), leaf, size, proofs.inclusion(leaf, size)))
                        .as("leaf %d of %d", leaf, size)
                        .isEqualTo(root);
                int from = 1 + random.nextInt(size);
                var first = NaiveTree.root(leaves.subList(0, from));
                assertThat(NaiveTree.rootsFrom(from, size, first, proofs.consistency(from, size)))
                        .as("%d to %d", from, size)
                        .containsExactly(first, root);
            }
        }
    }

    @Test
    void thePathOfManyKnownLeavesLeadsToTheRoot() {
        var random = new Random(SEED);
        for (int round = 0; round < 60; round++) {
            var leaves = leaves(1 + random.nextInt(600), random);
            var known = new TreeSet<Long>();
            int wanted = random.nextInt(round % 2 == 0 ? leaves.size() + 1 : 4);
            for (int i = 0; i < wanted; i++) {
                known.add((long) random.nextInt(leaves.size()));
            }
            var path = new ArrayList<byte[]>();
            new Forest(leaves)
                    .proofs()
                    .path(
                            leaves.size(),
                            LongStream.of(known.stream().mapToLong(i -> i).toArray())
                                    .iterator(),
                            path::add);
            assertThat(NaiveTree.rootFrom(leaves, known, path))
                    .as("%s of %d", known, leaves.size())
                    .isEqualTo(NaiveTree.root(leaves));
        }
    }

    @Test
    void knownLeavesMustGrow() {
        var proofs = new Forest(leaves(9, new Random(SEED))).proofs();
        assertThatThrownBy(() -> proofs.path(9, LongStream.of(4, 3).iterator(), hash -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTreeTakenUpAgainGoesOnWhereItStopped() {
        var random = new Random(SEED);
        var leaves = leaves(1_300, random);
        for (int stop : new int[] {0, 1, 255, 256, 257, 600, 1_024, 1_299}) {
            var again = new CompactTree((l, i, h) -> {}, stop, new TreeNodes(new Forest(leaves.subList(0, stop))));
            leaves.subList(stop, leaves.size()).forEach(again::append);
            assertThat(again.root()).as("from %d on", stop).isEqualTo(NaiveTree.root(leaves));
        }
    }

    @Test
    void aRemovedHashIsNoticed() {
        var forest = new Forest(leaves(700, new Random(SEED)));
        forest.nodes.remove(1L << 32);
        assertThatThrownBy(() -> forest.proofs().root(700)).isInstanceOf(LedgerBroken.class);
    }

    private static List<byte[]> leaves(int count, Random random) {
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            leaves.add(Sha256.leaf(
                    ByteBuffer.allocate(8).putLong(random.nextLong()).array()));
        }
        return leaves;
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).toList();
    }

    /** Tiles in memory, as the tables hold them. */
    private static final class Forest implements TreeNodes.Source {

        private final List<byte[]> leaves;
        private final Map<Long, byte[]> nodes = new HashMap<>();

        Forest(List<byte[]> leaves) {
            this.leaves = leaves;
            var tree = new CompactTree((level, index, hash) -> nodes.put(((long) level << 32) + index, hash));
            leaves.forEach(tree::append);
        }

        Proofs proofs() {
            return new Proofs(new TreeNodes(this));
        }

        @Override
        public byte[][] tile(int level, long tile) {
            var hashes = new ArrayList<byte[]>();
            for (long i = tile << 8; i < (tile + 1) << 8; i++) {
                var hash = level == 0
                        ? (i < leaves.size() ? leaves.get((int) i) : null)
                        : nodes.get(((long) level << 32) + i);
                if (hash == null) {
                    break;
                }
                hashes.add(hash);
            }
            return hashes.toArray(byte[][]::new);
        }
    }
}
