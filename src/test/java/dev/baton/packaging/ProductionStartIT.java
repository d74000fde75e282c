package dev.baton.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Baton as a process of its own on a database that is given to it, as in production. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProductionStartIT {

    private static final String ADMINISTRATOR = "first.admin";
    private static final String PASSWORD = "kettle orbit walnut fjord";

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();

    private Path folder;
    private EmbeddedPostgres server;
    private Path log;
    private int port;

    @BeforeAll
    void createDatabase() throws IOException, SQLException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "it-data")), "production")
                .toAbsolutePath();
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("pg"))
                .start();
        run(
                server.getJdbcUrl("postgres", "postgres"),
                "create role baton_owner login password 'owner'",
                "create role baton_app login password 'app'",
                "create database baton owner baton_owner encoding 'UTF8' template template0",
                "revoke all on database baton from public",
                "grant connect, temporary on database baton to baton_app");
        run(
                server.getJdbcUrl("postgres", "baton"),
                "revoke all on schema public from public",
                "alter schema public owner to baton_owner",
                "grant usage on schema public to baton_app");
    }

    @AfterEach
    void stopProcesses() throws InterruptedException {
        for (var process : started) {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
        started.clear();
    }

    @AfterAll
    void stopDatabase() throws IOException {
        server.close();
    }

    @Test
    @Order(1)
    void anEmptyDatabaseAsksForItsFirstAdministrator() throws Exception {
        var baton = start(Map.of());
        assertThat(baton.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(baton.exitValue()).isNotZero();
        assertThat(said()).contains("BATON_ADMIN_USERNAME").contains("BATON_ADMIN_PASSWORD");
    }

    @Test
    @Order(2)
    void theFirstStartEndsWithTheAddressAndWhoCanLogIn() throws Exception {
        startUp(Map.of("BATON_ADMIN_USERNAME", ADMINISTRATOR, "BATON_ADMIN_PASSWORD", PASSWORD));

        assertThat(lastWords())
                .contains("http://localhost:" + port + "/")
                .contains("Log in as " + ADMINISTRATOR)
                .doesNotContain("Baton-demo");
        assertThat(said()).doesNotContain(PASSWORD);
        assertThat(ask(ADMINISTRATOR, PASSWORD, "/api/me").body()).contains("\"mustChangePassword\":true");
        assertThat(ask(ADMINISTRATOR, PASSWORD, "/api/people").statusCode())
                .as("nothing before the password is changed")
                .isEqualTo(403);
        assertThat(ask("lead", "Baton-demo-2026", "/api/me").statusCode())
                .as("no demo people")
                .isEqualTo(401);
        var changed = "{\"old\":\"" + PASSWORD + "\",\"new\":\"seven quiet herons fly\"}";
        assertThat(http.send(
                                request(ADMINISTRATOR, PASSWORD, "/api/me/password")
                                        .POST(HttpRequest.BodyPublishers.ofString(changed))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(204);
        assertThat(ask(ADMINISTRATOR, "seven quiet herons fly", "/api/people").statusCode())
                .isEqualTo(200);
    }

    private void startUp(Map<String, String> settings) throws Exception {
        var baton = start(settings);
        var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!said().contains("Baton is ready.")) {
            assertThat(baton.isAlive()).as(said()).isTrue();
            assertThat(System.nanoTime()).as(said()).isLessThan(until);
            Thread.sleep(250);
        }
        var health = ask(null, null, "/actuator/health");
        assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    private Process start(Map<String, String> settings) throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        log = Files.createTempFile(folder, "baton", ".log");
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        // It lives for a few requests: what the second compiler would win, it does not live to enjoy.
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        "dev.baton.BatonApplication")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("BATON_DATA_DIR", folder.resolve("data").toString());
        environment.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:" + server.getPort() + "/baton");
        environment.put("SPRING_DATASOURCE_USERNAME", "baton_app");
        environment.put("SPRING_DATASOURCE_PASSWORD", "app");
        environment.put("BATON_DB_OWNER_USERNAME", "baton_owner");
        environment.put("BATON_DB_OWNER_PASSWORD", "owner");
        environment.putAll(settings);
        var process = builder.start();
        started.add(process);
        return process;
    }

    private String said() throws IOException {
        return Files.readString(log);
    }

    /** What stands on the console from the last message on. */
    private String lastWords() throws IOException {
        var said = said();
        return said.substring(said.lastIndexOf("Baton is ready."));
    }

    private HttpResponse<String> ask(String person, String password, String path) throws Exception {
        for (var tries = 0; ; tries++) {
            try {
                return http.send(request(person, password, path).build(), BodyHandlers.ofString());
            } catch (ConnectException e) {
                assertThat(tries).isLessThan(40);
                Thread.sleep(250);
            }
        }
    }

    private HttpRequest.Builder request(String person, String password, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
        if (person != null) {
            var login = (person + ":" + password).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        }
        return request;
    }

    private static void run(String url, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
