package dev.baton.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.support.RunningBaton;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A story that people play in headless Chromium on the running product. What is no part of it goes over the API. */
abstract class BrowserStory extends RunningBaton {

    /** What the experts of these stories tell when it does not matter what. */
    static final String TITLE = "Wait until the shadow settles";

    static final String WHAT = "I tilt the whole tray about a hand\u2019s width and wait for the shadow to settle.";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Chromium chromium;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    static Chromium chromium() {
        return chromium;
    }

    /** A demo person, logged in. */
    TasklistPerson at(String username) {
        return at(username, DEMO_PASSWORD);
    }

    TasklistPerson at(String username, String password) {
        return new TasklistPerson(chromium, url(""), username, password);
    }

    /** The person's open task of that kind in that transfer. */
    String taskOf(String person, String transfer, String kind) {
        return tasks(person, transfer, kind).stream()
                .map(task -> task.path("taskId").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " for " + person));
    }

    /** The person's open tasks of that kind in that transfer. */
    List<JsonNode> tasks(String person, String transfer, String kind) {
        return StreamSupport.stream(
                        read(person, "/api/tasks?limit=200").path("items").spliterator(), false)
                .filter(task -> task.path("transferId").asText().equals(transfer))
                .filter(task -> task.path("kind").asText().equals(kind))
                .toList();
    }

    /** What the API answers. */
    JsonNode read(String person, String path) {
        var answer = call(person, "GET", path, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    /** The main transfer that ships with the product. */
    String sampleTransfer() {
        return sampleTransfer("LAIV bulk and fill");
    }

    /** The transfer that ships with the product and whose name begins so. */
    String sampleTransfer(String name) {
        return StreamSupport.stream(
                        read("lead", "/api/transfers?limit=200").path("items").spliterator(), false)
                .filter(transfer -> transfer.path("name").asText().startsWith(name))
                .map(transfer -> transfer.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    /** A transfer of its own, so that nothing seeded is in the way: one step for each entry, the experts named on it. */
    String startedTransfer(String name, String... experts) {
        var imported = importedTransfer(name, experts);
        var started = call("lead", "POST", "/api/transfers/" + imported + "/start", null);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        return imported;
    }

    /** The same, not started yet. */
    String importedTransfer(String name, String... experts) {
        return upload(name, ProcessWorkbook.of(experts));
    }

    /** The expert tells one item in that transfer and signs it, over the API; answers the item. */
    String told(String expert, String transfer) {
        var task = taskOf(expert, transfer, "capture");
        var version = read(expert, "/api/tasks/" + task).path("version").asInt();
        var draft = call(
                expert,
                "PUT",
                "/api/tasks/" + task + "/draft",
                """
                {"version": %d, "items": [{"title": "%s", "kind": "sensory-cue", "whatIsDone": "%s"}]}"""
                        .formatted(version, TITLE, WHAT));
        assertThat(draft.statusCode()).as(draft.body()).isEqualTo(200);
        return complete(
                        expert,
                        task,
                        """
                        {"version": %d, "decision": "submit"}"""
                                .formatted(json(draft.body()).path("version").asInt()))
                .path("items")
                .path(0)
                .asText();
    }

    /** The person accepts the one task of that kind in that transfer, over the API. */
    void accepted(String person, String transfer, String kind) {
        var task = taskOf(person, transfer, kind);
        var version = read(person, "/api/tasks/" + task).path("version").asInt();
        complete(
                person,
                task,
                kind.equals("triage")
                        ? "{\"version\": " + version + ", \"decision\": \"accept\", \"triage\": \"within-range\"}"
                        : "{\"version\": " + version + ", \"decision\": \"accept\"}");
    }

    private JsonNode complete(String person, String task, String decision) {
        var signed = decision.substring(0, decision.length() - 1) + ", \"username\": \"" + person
                + "\", \"password\": \"" + DEMO_PASSWORD + "\"}";
        var answer = call(person, "POST", "/api/tasks/" + task + "/complete", signed);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    private String upload(String name, byte[] workbook) {
        var boundary = "story-boundary";
        var body = new ByteArrayOutputStream();
        Map.of(
                        "name", name,
                        "product", "Live attenuated influenza vaccine",
                        "sendingSite", "California",
                        "receivingSite", "Liverpool",
                        "purpose", "Children in Europe get their nasal vaccine in time, as safe as it is from here.")
                .forEach((field, value) -> write(
                        body,
                        "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value
                                + "\r\n"));
        write(
                body,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"steps.xlsx\"\r\n"
                        + "Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\r\n\r\n");
        body.writeBytes(workbook);
        write(body, "\r\n--" + boundary + "--\r\n");
        var answer = send(HttpRequest.newBuilder(URI.create(url("/api/transfers/import")))
                .header("Authorization", basic("lead", DEMO_PASSWORD))
                .header("Accept", "application/json")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer.body()).path("id").asText();
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
