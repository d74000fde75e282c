package dev.baton.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Baton as a process of its own on a data directory, reached over HTTP, that can be killed. */
final class BatonProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(8);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Process process;
    private final URI root;
    private final Path log;

    private BatonProcess(Process process, URI root, Path log) {
        this.process = process;
        this.root = root;
        this.log = log;
    }

    /** Starts it and waits until its health is UP. */
    static BatonProcess on(Path data) throws IOException, InterruptedException {
        Files.createDirectories(data);
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var log = data.resolveSibling(data.getFileName() + ".log");
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // Each process lives for a few requests: what the second compiler would win, it does not live to enjoy.
        var builder = new ProcessBuilder(
                        java, "-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", classPath, "dev.baton.BatonApplication")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().remove("SPRING_DATASOURCE_URL");
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("BATON_DATA_DIR", data.toAbsolutePath().toString());
        var baton = new BatonProcess(builder.start(), URI.create("http://127.0.0.1:" + port), log);
        baton.waitUntilUp();
        return baton;
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    /** What the call answers with a status of 2xx. */
    JsonNode get(String path, String user) throws IOException, InterruptedException {
        return ok(client.send(request(path, user).GET().build(), BodyHandlers.ofString()));
    }

    JsonNode put(String path, String user, JsonNode body) throws IOException, InterruptedException {
        return ok(client.send(
                request(path, user)
                        .PUT(BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString()));
    }

    CompletableFuture<HttpResponse<String>> post(String path, String user, JsonNode body) {
        return client.sendAsync(
                request(path, user)
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Stops it in good order, its database with it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private HttpRequest.Builder request(String path, @Nullable String user) {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
        if (user != null) {
            var login = user + ":" + KillRun.PASSWORD;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        }
        return request;
    }

    private static JsonNode ok(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private void waitUntilUp() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new AssertionError("Baton ended with " + process.exitValue() + "; see " + log);
            }
            try {
                var health = client.send(request("/actuator/health", null).GET().build(), BodyHandlers.ofString());
                if (health.statusCode() == 200) {
                    return;
                }
            } catch (ConnectException notYet) {
                // not listening yet
            }
            Thread.sleep(250);
        }
        process.destroyForcibly();
        throw new AssertionError("Baton did not come up; see " + log);
    }
}
