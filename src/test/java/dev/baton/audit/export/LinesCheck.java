package dev.baton.audit.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;

/** Computes the root that an export as JSON Lines leads to, from its text alone (section 3.5 of the evidence format). */
final class LinesCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TreeMap<Long, byte[]> known;
    private final Iterator<byte[]> path;

    private LinesCheck(TreeMap<Long, byte[]> known, Iterator<byte[]> path) {
        this.known = known;
        this.path = path;
    }

    static String root(List<String> lines) throws IOException {
        var known = new TreeMap<Long, byte[]>();
        for (var line : lines.subList(1, lines.size() - 1)) {
            var begin = line.indexOf("\"leaf\":") + 7;
            var leaf = line.substring(begin, line.indexOf("\"}", begin) + 2);
            known.put(JSON.readTree(line).path("index").asLong(), hash(0, leaf.getBytes(StandardCharsets.UTF_8)));
        }
        var proof = JSON.readTree(lines.get(lines.size() - 1));
        var path = new java.util.ArrayList<byte[]>();
        proof.path("path").forEach(node -> path.add(HexFormat.of().parseHex(node.asText())));
        var check = new LinesCheck(known, path.iterator());
        var root = check.hash(0, proof.path("checkpoint").path("size").asLong());
        if (check.path.hasNext()) {
            throw new AssertionError("hashes left over");
        }
        return HexFormat.of().formatHex(root);
    }

    private byte[] hash(long from, long to) {
        if (known.subMap(from, to).isEmpty()) {
            return path.next();
        }
        if (to - from == 1) {
            return known.get(from);
        }
        long split = from + Long.highestOneBit(to - from - 1);
        return hash(1, hash(from, split), hash(split, to));
    }

    private static byte[] hash(int prefix, byte[]... parts) {
        var digest = Digests.sha256();
        digest.update((byte) prefix);
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
