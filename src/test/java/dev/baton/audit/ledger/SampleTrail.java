package dev.baton.audit.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A database with the trail and the ledger alone, its writes on the disk as in production, without the application: for
 * measuring.
 */
public final class SampleTrail implements AutoCloseable {

    private static final String SAMPLE =
            """
            insert into audit_entry (tx, at, zone, person, username, role, site, act, record_type, record_id, record_label,
              transfer_id, item_id, version, field, old_value, new_value, unit, reason, address, session)
            select pg_current_xact_id()::text::bigint, now(), 'America/Los_Angeles', 'Expert One', 'expert1', 'expert',
              'California', 'changed', 'item', gen_random_uuid()::text, 'Candle twice before the transfer ' || i,
              ('00000000-0000-4000-8000-00000000000' || i %% 10)::uuid, gen_random_uuid(), 1, 'whatIsDone',
              repeat('old ', 10), repeat('new ', 12), null, 'Measured again', '192.0.2.7', 'abcdef0123456789'
            from generate_series(1, %d) i""";

    private static final int MOST_IN_ONE = 10_000;

    private final EmbeddedPostgres server;
    private final String url;

    /** An empty trail. */
    public SampleTrail(Path directory) throws Exception {
        Files.createDirectories(directory);
        server = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        url = server.getJdbcUrl("postgres", "postgres");
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create role baton_app");
            for (var name : new String[] {"V1__audit_and_identity", "V70__ledger"}) {
                try (var sql = SampleTrail.class.getResourceAsStream("/db/migration/" + name + ".sql")) {
                    statement.execute(
                            new String(sql.readAllBytes(), StandardCharsets.UTF_8).replace("${app_role}", "baton_app"));
                }
            }
        }
    }

    /** A connection of its own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** Adds entries, by transactions that are large, but no larger than one act of a person makes them. */
    public void fill(int entries) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (int left = entries; left > 0; left -= MOST_IN_ONE) {
                statement.execute(String.format(SAMPLE, Math.min(left, MOST_IN_ONE)));
            }
            statement.execute("vacuum analyze");
        }
    }

    /** Seals everything with a key of its own. */
    public void seal() throws SQLException {
        var store = store();
        var jdbc = new JdbcTemplate(new DriverManagerDataSource(url));
        var key = Ed25519.generate();
        if (store.id().isEmpty()) {
            jdbc.update("insert into ledger values (gen_random_uuid(), now())");
        }
        jdbc.update("insert into ledger_key values (?, ?, now())", key.keyId(), key.publicKey());
        try (var connection = connect()) {
            var rows = new SealerRows(connection);
            var horizon = rows.horizon();
            connection.setAutoCommit(false);
            var run = new Sealer.Run(rows, store);
            run.sealFrom(horizon.from());
            var at = Instant.now(Clock.systemUTC()).truncatedTo(java.time.temporal.ChronoUnit.MICROS);
            var root = run.tree.root();
            var text = Checkpoint.text(store.id().orElseThrow(), run.tree.size(), Sha256.hex(root), at, key.keyId());
            rows.checkpoint(run.tree.size(), root, at, key.keyId(), key.sign(text.getBytes(StandardCharsets.UTF_8)));
            rows.floor(horizon);
            connection.commit();
        }
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    /** Computes everything again from that leaf on; fails on a finding. How many leaves there are. */
    public long verify(long from) throws SQLException {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            return new LedgerVerification(connection, store(connection), from, new LedgerVerification.Findings() {
                        @Override
                        public void found(String where, String kind, String... args) {
                            throw new AssertionError(where + " " + kind);
                        }

                        @Override
                        public void looked(long done, long of) {}
                    })
                    .run();
        }
    }

    private static LedgerStore store(Connection connection) {
        return new LedgerStore(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
    }

    private LedgerStore store() {
        return new LedgerStore(new JdbcTemplate(new DriverManagerDataSource(url)));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
