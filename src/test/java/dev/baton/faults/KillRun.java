package dev.baton.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;

/** One signing over HTTP by an expert of the sample, with a title of its own by which it is found again. */
final class KillRun {

    static final String PASSWORD = "Baton-demo-2026";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXPERT = "expert1";

    private final String title;
    private final String taskId;
    private final String transferId;
    private final long version;

    private KillRun(String title, String taskId, String transferId, long version) {
        this.title = title;
        this.taskId = taskId;
        this.transferId = transferId;
        this.version = version;
    }

    /** An expert begins a capture unasked and writes a draft. */
    static KillRun prepare(BatonProcess baton, String title)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var transferId =
                items(baton, "/api/transfers", EXPERT).get(0).path("id").asText();
        var step = items(baton, "/api/transfers/" + transferId + "/steps", EXPERT)
                .get(0)
                .path("id")
                .asText();
        var begun = baton.post("/api/steps/" + step + "/capture-tasks", EXPERT, JSON.createObjectNode())
                .get(60, TimeUnit.SECONDS);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        var taskId = JSON.readTree(begun.body()).path("taskId").asText();
        var version = baton.get("/api/tasks/" + taskId, EXPERT).path("version").asLong();
        ObjectNode draft = JSON.createObjectNode().put("version", version);
        draft.putArray("items")
                .addObject()
                .put("title", title)
                .put("kind", "extra-check")
                .put("whatIsDone", "Signed while the power goes.");
        var saved = baton.put("/api/tasks/" + taskId + "/draft", EXPERT, draft);
        return new KillRun(title, taskId, transferId, saved.path("version").asLong());
    }

    /** Signs, and kills the application after so many milliseconds, negative for never; says whether it was acknowledged. */
    boolean sign(BatonProcess baton, long killAfterMillis)
            throws InterruptedException, ExecutionException, TimeoutException {
        var body = JSON.createObjectNode()
                .put("version", version)
                .put("decision", "submit")
                .put("username", EXPERT)
                .put("password", PASSWORD);
        var answer = baton.post("/api/tasks/" + taskId + "/complete", EXPERT, body);
        if (killAfterMillis >= 0) {
            Thread.sleep(killAfterMillis);
            baton.kill();
        }
        try {
            var signed = answer.get(60, TimeUnit.SECONDS);
            assertThat(signed.statusCode()).as(signed.body()).isEqualTo(200);
            return true;
        } catch (ExecutionException cutOff) {
            if (killAfterMillis < 0) {
                throw cutOff;
            }
            return false;
        }
    }

    /** Task, item, signature and trail agree: all done or none; says which. */
    boolean isSignedConsistently(BatonProcess baton) throws IOException, InterruptedException {
        var open = items(baton, "/api/tasks?limit=200", EXPERT).stream()
                .anyMatch(task -> task.path("taskId").asText().equals(taskId));
        var found = items(baton, "/api/items?limit=200&transfer=" + transferId, EXPERT).stream()
                .filter(item -> item.path("title").asText().equals(title))
                .toList();
        assertThat(found.size())
                .as("items called %s while task open is %s", title, open)
                .isEqualTo(open ? 0 : 1);
        if (open) {
            assertThat(baton.get("/api/tasks/" + taskId, EXPERT)
                            .path("content")
                            .path("items")
                            .path(0)
                            .path("title")
                            .asText())
                    .as("the draft is still there")
                    .isEqualTo(title);
            return false;
        }
        var id = found.get(0).path("itemId").asText();
        var signatures = baton.get("/api/items/" + id, EXPERT).path("signatures");
        assertThat(signatures.size()).as("signatures of %s", title).isEqualTo(1);
        assertThat(signatures.get(0).path("valid").asBoolean()).isTrue();
        assertThat(items(baton, "/api/transfers/" + transferId + "/audit-trail?limit=200&item=" + id, "quality"))
                .as("trail of %s", title)
                .isNotEmpty();
        var reviewing = items(baton, "/api/tasks?limit=200", "quality").stream()
                .filter(task -> task.path("itemId").asText().equals(id))
                .toList();
        assertThat(reviewing).as("triage of %s", title).hasSize(1);
        return true;
    }

    private static List<JsonNode> items(BatonProcess baton, String path, String user)
            throws IOException, InterruptedException {
        return StreamSupport.stream(baton.get(path, user).path("items").spliterator(), false)
                .toList();
    }
}
