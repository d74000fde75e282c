package dev.baton.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole product in evaluation mode on a free port with a database of its own: one for all integration tests of a
 * run. Tests that need people or transfers of their own make them through the API.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TakenPaths.class, Statements.class, SteppedClock.class})
@Tag("running")
public abstract class RunningBaton {

    /** Password of every demo person. */
    public static final String DEMO_PASSWORD = "Baton-demo-2026";

    /** The directory of its data. */
    protected static final Path DATA =
            Path.of("target", "it-data", "run-" + ProcessHandle.current().pid());

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry registry) {
        registry.add("baton.data.directory", DATA::toString);
        registry.add("baton.methods.directory", () -> GeneratedMethods.into(
                        DATA.resolveSibling(DATA.getFileName() + "-methods"))
                .toString());
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", MailCatcher::port);
        // What is mailed in a test does not hang on the hour at which it runs; the story of quiet hours sets its own.
        registry.add("baton.mail.quiet-from", () -> "00:00");
        registry.add("baton.mail.quiet-until", () -> "00:00");
    }

    /** Address of a path of the running product. */
    protected String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** A request as this demo person by HTTP Basic, with or without a JSON body. */
    protected HttpResponse<String> call(String person, String method, String path, String json) {
        return call(person, DEMO_PASSWORD, method, path, json);
    }

    /** A request by HTTP Basic with that password. */
    protected HttpResponse<String> call(String person, String password, String method, String path, String json) {
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", basic(person, password))
                .header("Accept", "application/json")
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.build());
    }

    /** The header value of HTTP Basic. */
    protected static String basic(String person, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a request and reads the answer as text. */
    protected static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
