package dev.baton.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    /** Does these one after another, each in a transaction of its own. */
    void run(String... statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
