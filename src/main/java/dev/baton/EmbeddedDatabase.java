package dev.baton;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The PostgreSQL server that Baton brings along for evaluation. It lives in the data directory, survives restarts, and
 * after the application was killed its orphaned server is stopped cleanly before a new one starts on the same data.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabase.WhenNoneIsConfigured.class)
class EmbeddedDatabase {

    static final String OWNER = "baton_owner";
    static final String APPLICATION = "baton_app";
    private static final String NAME = "baton";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    static class WhenNoneIsConfigured implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return EvaluationMode.isActive(context.getEnvironment());
        }
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(DataSettings settings) throws IOException, SQLException {
        var directory = settings.directory().toAbsolutePath().resolve("pg");
        Files.createDirectories(directory);
        stopOrphan(directory);
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(LONGEST_WAIT)
                // The library starts servers for tests, which may lose data; this one must not.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .start();
        createRolesAndDatabase(server);
        return server;
    }

    @Bean
    JdbcConnectionDetails applicationConnection(EmbeddedPostgres server) {
        var url = server.getJdbcUrl(APPLICATION, NAME);
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return APPLICATION;
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    @Bean
    FlywayConnectionDetails ownerConnection(EmbeddedPostgres server) {
        return new OwnerConnection(server.getJdbcUrl(OWNER, NAME), OWNER, "");
    }

    /**
     * Whoever holds the lock file is alive; without a holder a running server is an orphan of a killed application.
     */
    private static void stopOrphan(Path directory) throws IOException {
        var pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try (var channel = FileChannel.open(
                        directory.resolve("epg-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw new StartRefused("Another Baton is running on " + directory
                        + ". Stop it first, or set BATON_DATA_DIR to another directory.");
            }
            var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            var orphan = ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
            if (orphan.isPresent()) {
                LOG.info("Stopping the database server that an earlier run left behind (process {})", pid);
                waitFor(orphan.get());
            }
        }
    }

    private static void waitFor(ProcessHandle orphan) throws IOException {
        orphan.destroy();
        try {
            orphan.onExit().get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the orphaned database server was stopping", e);
        } catch (ExecutionException | TimeoutException | CompletionException e) {
            throw new IOException("The orphaned database server " + orphan.pid() + " does not stop", e);
        }
    }

    private static void createRolesAndDatabase(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var role : new String[] {OWNER, APPLICATION}) {
                try (var found = statement.executeQuery("select 1 from pg_roles where rolname = '" + role + "'")) {
                    if (found.next()) {
                        continue;
                    }
                }
                statement.execute("create role " + role + " login");
            }
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + NAME + " owner " + OWNER);
        }
    }
}
