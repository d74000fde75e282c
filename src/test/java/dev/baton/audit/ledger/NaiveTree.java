package dev.baton.audit.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** RFC 6962, section 2.1, word for word and without any cleverness: what the ledger's tree is compared with. */
final class NaiveTree {

    private NaiveTree() {}

    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Sha256.of(new byte[0]);
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = split(leaves.size());
        return Sha256.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    /** Follows RFC 9162, 2.1.3.2: from the leaf up. */
    static byte[] rootFrom(byte[] leaf, long index, long size, List<byte[]> path) {
        long fn = index;
        long sn = size - 1;
        var hash = leaf;
        for (var p : path) {
            if (sn == 0) {
                throw new AssertionError("path too long");
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = Sha256.node(p, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = Sha256.node(hash, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        if (sn != 0) {
            throw new AssertionError("path too short");
        }
        return hash;
    }

    /** Follows RFC 9162, 2.1.4.2: both roots from the proof. */
    static List<byte[]> rootsFrom(long from, long to, byte[] first, List<byte[]> proof) {
        if (from == to) {
            return List.of(first, first);
        }
        var path = new ArrayList<>(proof);
        if (Long.bitCount(from) == 1) {
            path.add(0, first);
        }
        long fn = from - 1;
        long sn = to - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        var fr = path.get(0);
        var sr = path.get(0);
        for (var c : path.subList(1, path.size())) {
            if (sn == 0) {
                throw new AssertionError("proof too long");
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = Sha256.node(c, fr);
                sr = Sha256.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = Sha256.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        if (sn != 0) {
            throw new AssertionError("proof too short");
        }
        return List.of(fr, sr);
    }

    /** Evidence format, 3.4: from known leaves and the path. */
    static byte[] rootFrom(List<byte[]> leaves, Set<Long> known, List<byte[]> path) {
        var rest = new ArrayList<>(path);
        var root = over(leaves, known, rest, 0, leaves.size());
        if (!rest.isEmpty()) {
            throw new AssertionError(rest.size() + " hashes left over");
        }
        return root;
    }

    private static byte[] over(List<byte[]> leaves, Set<Long> known, List<byte[]> path, int lo, int hi) {
        if (known.stream().noneMatch(leaf -> leaf >= lo && leaf < hi)) {
            return path.remove(0);
        }
        if (hi - lo == 1) {
            return leaves.get(lo);
        }
        int middle = lo + split(hi - lo);
        var left = over(leaves, known, path, lo, middle);
        return Sha256.node(left, over(leaves, known, path, middle, hi));
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
