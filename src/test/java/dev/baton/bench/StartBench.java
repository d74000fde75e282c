package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P9: from the start of the process to the first answer, on a database that is there already, against the application
 * that Camunda's starter makes; and that it does not take longer where there are many records.
 */
@Tag("bench")
class StartBench {

    private static final int RECORDS = Scale.of(2_000, 200_000);
    private static final double TARGET = 1 / 1.3;
    private static final double MOST_WITH_RECORDS = 1.1;
    private static final long LONGEST_SECONDS = 300;
    private static final String FILL =
            """
            insert into audit_entry (tx, at, zone, person, username, role, site, act, record_type, record_id, record_label,
              transfer_id, item_id, version, field, old_value, new_value, reason, address, session)
            select pg_current_xact_id()::text::bigint, now(), 'Europe/London', 'Expert One', 'expert1', 'expert', 'California', 'changed', 'item',
              gen_random_uuid()::text, 'Candle twice', null, null, 1, 'whatIsDone', md5(i::text), md5(i::text),
              'Measured again', '192.0.2.7', 'abcdef' from generate_series(1, %d) i""";

    @TempDir
    Path folder;

    private BenchDatabase database;

    @BeforeEach
    void createDatabases() throws Exception {
        database = new BenchDatabase(folder.resolve("pg"));
        database.run(
                "create role baton_owner login",
                "create role baton_app login",
                "create database baton owner baton_owner",
                "create database bare");
        database.runIn(
                "baton", "alter schema public owner to baton_owner", "grant usage on schema public to baton_app");
    }

    @AfterEach
    void stopDatabase() throws IOException {
        database.close();
    }

    @Test
    void readyNearlyAsSoonAsABareApplicationAndWithManyRecordsAsSoon() throws Exception {
        var product = new Application("dev.baton.BatonApplication", product(), "/actuator/health");
        var bare = new Application("bare.BareCamunda", bare(), "/camunda/app/welcome/default/");
        for (var application : new Application[] {product, bare}) {
            application.run();
            application.after();
        }
        var empty = compare(product, bare);
        database.runIn("baton", FILL.formatted(RECORDS), "vacuum analyze audit_entry");
        product.run();
        awaitSealed();
        product.after();
        var busy = new ArrayList<Double>();
        for (int i = 0; i < Scale.of(1, 5); i++) {
            long begin = product.nanos();
            product.run();
            busy.add((product.nanos() - begin) / 1e6);
            product.after();
        }
        Comparison.figure(
                "P9",
                "restart with records through restart without, by processor time",
                Map.of("records", (long) RECORDS),
                "times",
                Measured.median(busy) / empty.processor().medianOurs(),
                MOST_WITH_RECORDS);
    }

    private static Measured compare(Application product, Application bare) throws Exception {
        return Comparison.of("P9", "restart")
                .counting(() -> product.nanos() + bare.nanos())
                .within(Duration.ZERO)
                .target(TARGET)
                .reference(bare)
                .ours(product)
                .measure();
    }

    private void awaitSealed() throws Exception {
        for (int i = 0; i < 1_200; i++) {
            if (database.number(
                            "baton",
                            "select count(*) from audit_entry e where not exists"
                                    + " (select 1 from ledger_leaf l where l.no = e.no)")
                    == 0) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new AssertionError("the records are not sealed in time");
    }

    private Map<String, String> product() {
        return Map.of(
                "SPRING_DATASOURCE_URL", url("baton"),
                "SPRING_DATASOURCE_USERNAME", "baton_app",
                "SPRING_DATASOURCE_PASSWORD", "app",
                "BATON_DB_OWNER_USERNAME", "baton_owner",
                "BATON_DB_OWNER_PASSWORD", "owner",
                "BATON_DATA_DIR", folder.resolve("data").toString(),
                "BATON_ADMIN_USERNAME", "first.admin",
                "BATON_ADMIN_PASSWORD", "kettle orbit walnut fjord");
    }

    /** Without a user: owner and application come by the same address. */
    private String url(String name) {
        return "jdbc:postgresql://localhost:" + database.postgres().getPort() + "/" + name;
    }

    private Map<String, String> bare() {
        return Map.of(
                "SPRING_CONFIG_LOCATION", "classpath:bench/bare.properties",
                "SPRING_DATASOURCE_URL", url("bare"),
                "SPRING_DATASOURCE_USERNAME", "postgres");
    }

    /** A process of its own, from its start to its first answer. */
    private final class Application implements Comparison.Arm {

        private final String main;
        private final Map<String, String> environment;
        private final String ready;
        private Process process;
        private long before;

        Application(String main, Map<String, String> environment, String ready) {
            this.main = main;
            this.environment = new HashMap<>(environment);
            this.ready = ready;
        }

        @Override
        public void run() throws Exception {
            int port;
            try (var socket = new ServerSocket(0)) {
                port = socket.getLocalPort();
            }
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            main)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(main + ".log").toFile());
            builder.environment().putAll(environment);
            builder.environment().put("SERVER_PORT", String.valueOf(port));
            process = builder.start();
            var address = URI.create("http://127.0.0.1:" + port + ready);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
            while (!answers(address)) {
                assertThat(process.isAlive()).as("see %s.log", main).isTrue();
                assertThat(System.nanoTime()).as("see %s.log", main).isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }

        @Override
        public void after() throws Exception {
            before = nanos();
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            process = null;
        }

        /** What all its starts have cost so far. */
        long nanos() {
            return before
                    + (process == null
                            ? 0
                            : process.info()
                                    .totalCpuDuration()
                                    .orElse(Duration.ZERO)
                                    .toNanos());
        }

        private boolean answers(URI address) throws IOException {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setReadTimeout(30_000);
            try {
                return connection.getResponseCode() < 400;
            } catch (IOException notYet) {
                return false;
            } finally {
                connection.disconnect();
            }
        }
    }
}
