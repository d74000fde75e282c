package dev.baton.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database server whose writes are on the disk when it says so, as in production. */
class BenchDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Path directory;

    BenchDatabase(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
        server = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    Path directory() {
        return directory;
    }

    EmbeddedPostgres postgres() {
        return server;
    }

    /** Does these one after another, each in a transaction of its own. */
    void run(String... statements) throws SQLException {
        runIn("postgres", statements);
    }

    /** The same in another database of the server. */
    void runIn(String name, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", name));
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The number that this selects in that database. */
    long number(String name, String select) throws SQLException {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", name));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(select)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
