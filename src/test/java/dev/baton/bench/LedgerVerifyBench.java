package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.audit.ledger.SampleTrail;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P7: verifying a ledger against the bare reading of the same rows by a cursor, and against SHA-256 of as many bytes in
 * memory; and that looking at the new rows alone costs only those.
 */
@Tag("bench")
class LedgerVerifyBench {

    private static final int ENTRIES = Scale.of(20_000, 1_000_000);
    private static final int NEW = Scale.of(200, 1_000);
    private static final int BYTES_OF_LEAF = 640;
    private static final double TARGET = 0.6;
    private static final double MOST_MILLIS = 10_000;
    private static final double MOST_SLOPE = 0.1;

    @TempDir
    Path directory;

    @Test
    void verifyingIsNearlyAsFastAsReading() throws Exception {
        try (var trail = new SampleTrail(directory.resolve("pg"))) {
            var newest = new TreeMap<Integer, Double>();
            trail.fill(ENTRIES / 10);
            trail.seal();
            newest.put(ENTRIES / 10, newRows(trail, ENTRIES / 10));
            trail.fill(ENTRIES - ENTRIES / 10 - NEW);
            trail.seal();
            newest.put(ENTRIES, newRows(trail, ENTRIES));
            var measured = Comparison.of("P7", "verify")
                    .at("events", ENTRIES)
                    .on(directory.resolve("pg"))
                    .within(Scale.seconds(60))
                    .target(TARGET)
                    .reference(() -> read(trail))
                    .ours(() -> assertThat(trail.verify(0)).isEqualTo(ENTRIES + NEW))
                    .measure();
            Comparison.figure(
                    "P7",
                    "verify everything",
                    Map.of("events", (long) ENTRIES),
                    "ms",
                    measured.wall().medianOurs(),
                    MOST_MILLIS * Math.min(1, ENTRIES / 1e6));
            Comparison.figure(
                    "P7", "bare SHA-256 of as many bytes", Map.of("events", (long) ENTRIES), "ms", hash(), null);
            Comparison.figure(
                    "P7",
                    "verify new rows, slope in the size of the ledger",
                    Map.of("new rows", (long) NEW),
                    "slope",
                    Slope.of(newest),
                    MOST_SLOPE);
        }
    }

    /** The least of several, in milliseconds. */
    private static double newRows(SampleTrail trail, int before) throws Exception {
        trail.fill(NEW);
        trail.seal();
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 15; i++) {
            long begin = System.nanoTime();
            assertThat(trail.verify(before)).isEqualTo(before + NEW);
            least = Math.min(least, (System.nanoTime() - begin) / 1e6);
        }
        Comparison.figure(
                "P7", "verify new rows", Map.of("events", (long) before, "new rows", (long) NEW), "ms", least, null);
        return least;
    }

    private static double hash() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        var leaf = new byte[BYTES_OF_LEAF];
        long begin = System.nanoTime();
        for (int i = 0; i < ENTRIES; i++) {
            leaf[i % BYTES_OF_LEAF] = digest.digest(leaf)[0];
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void read(SampleTrail trail) throws Exception {
        try (var connection = trail.connect()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(
                    "select e.*, l.* from ledger_leaf l left join audit_entry e on e.no = l.no order by l.index")) {
                statement.setFetchSize(4_096);
                try (var rows = statement.executeQuery()) {
                    int columns = rows.getMetaData().getColumnCount();
                    long seen = 0;
                    while (rows.next()) {
                        for (int i = 1; i <= columns; i++) {
                            seen += rows.getString(i) == null ? 0 : 1;
                        }
                    }
                    assertThat(seen).isPositive();
                }
            }
        }
    }
}
