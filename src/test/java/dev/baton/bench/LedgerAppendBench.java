package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.audit.ledger.SampleTrail;
import java.nio.file.Path;
import java.sql.SQLException;
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

    private static final int COMMITS = Scale.of(64, 480);
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
        var data = directory.resolve("pg" + writers);
        try (var trail = new SampleTrail(data)) {
            try (var connection = trail.connect();
                    var statement = connection.createStatement()) {
                statement.execute("create table plain_entry (like audit_entry including identity including indexes)");
                statement.execute("alter table plain_entry drop column salt, drop column value_salt");
                statement.execute("drop index plain_entry_tx_no_idx");
            }
            try (var plain = new Writers(trail, "plain_entry", writers);
                    var sealable = new Writers(trail, "audit_entry", writers)) {
                var measured = Comparison.of("P6", "append")
                        .at("writers", writers)
                        .on(data)
                        .target(TARGET)
                        .reference(plain::append)
                        .ours(sealable::append)
                        .measure();
                assertThat(rows(trail, "audit_entry"))
                        .isGreaterThanOrEqualTo(
                                (long) COMMITS * ROWS * measured.wall().ours().size());
            }
        }
    }

    private static long rows(SampleTrail trail, String table) throws SQLException {
        try (var connection = trail.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Those who append to one table, each with a connection that stays open. */
    private static final class Writers implements AutoCloseable {

        private final java.util.concurrent.ExecutorService pool;
        private final ArrayList<java.sql.Connection> connections = new ArrayList<>();
        private final String table;

        Writers(SampleTrail trail, String table, int writers) throws SQLException {
            this.table = table;
            this.pool = Executors.newFixedThreadPool(writers);
            for (int i = 0; i < writers; i++) {
                var connection = trail.connect();
                connection.setAutoCommit(false);
                connections.add(connection);
            }
        }

        void append() throws Exception {
            var work = new ArrayList<Callable<Integer>>();
            for (var connection : connections) {
                work.add(() -> append(connection));
            }
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        }

        private int append(java.sql.Connection connection) throws SQLException {
            int commits = COMMITS / connections.size();
            try (var insert = connection.prepareStatement("insert into " + table + VALUES)) {
                for (int i = 0; i < commits; i++) {
                    var record = UUID.randomUUID().toString();
                    for (int row = 0; row < ROWS; row++) {
                        insert.setString(1, record);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                    connection.commit();
                }
            }
            return commits;
        }

        @Override
        public void close() throws SQLException {
            pool.shutdownNow();
            for (var connection : connections) {
                connection.close();
            }
        }
    }
}
