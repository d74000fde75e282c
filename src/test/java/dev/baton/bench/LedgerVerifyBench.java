package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.audit.ledger.SampleTrail;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P7: verifying a ledger against the bare reading of the same rows by a cursor; and what only the new rows cost. */
@Tag("bench")
class LedgerVerifyBench {

    private static final int ENTRIES = Integer.getInteger("bench.entries", 1_000_000);
    private static final int NEW = 1_000;
    private static final double TARGET = 0.6;
    private static final double MOST_MILLIS = 10_000;

    @TempDir
    Path directory;

    @Test
    void verifyingIsNearlyAsFastAsReading() throws Exception {
        try (var trail = new SampleTrail(directory.resolve("pg"))) {
            trail.fill(ENTRIES);
            trail.seal();
            var result = Comparison.of("P7-verify-" + ENTRIES, () -> read(trail), () -> trail.verify(0));
            trail.fill(NEW);
            trail.seal();
            long begin = System.nanoTime();
            trail.verify(ENTRIES);
            double millis = (System.nanoTime() - begin) / 1e6;
            Comparison.write("P7-verify-new-rows", Map.of("entries", ENTRIES, "new", NEW, "millis", millis), Map.of());
            assertThat(result.isVoid()).as("control %s", result).isFalse();
            assertThat(result.speed()).as("%s", result).isGreaterThanOrEqualTo(TARGET);
            assertThat(result.medianB()).isLessThanOrEqualTo(MOST_MILLIS * Math.max(1, ENTRIES / 1e6));
        }
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
