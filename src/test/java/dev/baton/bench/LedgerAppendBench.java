package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.audit.ledger.SampleTrail;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P6: what it costs that an entry can be sealed: against the plain insert and commit of the same bytes. */
@Tag("bench")
class LedgerAppendBench {

    private static final int COMMITS = Integer.getInteger("bench.commits", 3_200);
    private static final int ROWS = 5;
    private static final double TARGET = 0.8;
    private static final String VALUES =
            """
             (tx, at, zone, person, username, role, site, act, record_type, record_id, record_label, transfer_id, version,
              field, old_value, new_value, reason, address, session)
            values (pg_current_xact_id()::text::bigint, now(), 'America/Los_Angeles', 'Expert One', 'expert1', 'expert',
              'California', 'changed', 'item', ?, 'Candle twice', '00000000-0000-4000-8000-000000000001', 1, 'whatIsDone',
              repeat('old ', 10), repeat('new ', 12), 'Measured again', '192.0.2.7', 'abcdef0123456789')""";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void appendingIsNearlyAsFastAsThePlainInsert(int writers) throws Exception {
        try (var trail = new SampleTrail(directory.resolve("pg" + writers))) {
            try (var connection = trail.connect();
                    var statement = connection.createStatement()) {
                statement.execute("create table plain_entry (like audit_entry including identity including indexes)");
                statement.execute("alter table plain_entry drop column salt, drop column value_salt");
                statement.execute("drop index plain_entry_tx_no_idx");
            }
            var result = Comparison.of(
                    "P6-append-" + writers,
                    () -> append(trail, "plain_entry", writers),
                    () -> append(trail, "audit_entry", writers));
            assertThat(result.isVoid()).as("control %s", result).isFalse();
            assertThat(result.speed()).as("%s", result).isGreaterThanOrEqualTo(TARGET);
        }
    }

    private static void append(SampleTrail trail, String table, int writers) throws Exception {
        var pool = Executors.newFixedThreadPool(writers);
        try {
            var work = new ArrayList<Callable<Integer>>();
            for (int w = 0; w < writers; w++) {
                work.add(() -> {
                    try (var connection = trail.connect()) {
                        connection.setAutoCommit(false);
                        try (var insert = connection.prepareStatement("insert into " + table + VALUES)) {
                            for (int i = 0; i < COMMITS / writers; i++) {
                                var record = UUID.randomUUID().toString();
                                for (int r = 0; r < ROWS; r++) {
                                    insert.setString(1, record);
                                    insert.addBatch();
                                }
                                insert.executeBatch();
                                connection.commit();
                            }
                        }
                    }
                    return 0;
                });
            }
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
