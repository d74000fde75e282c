package dev.baton.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** What demo people do over the API, in the words of the domain: import, tell, decide, answer. Each must succeed. */
public abstract class PlayedOverHttp extends RunningBaton {

    protected static final ObjectMapper JSON = new ObjectMapper();

    /** Passwords of the people whom tests hired. */
    private static final Map<String, String> HIRED = new ConcurrentHashMap<>();

    private static final String HIRED_PASSWORD = "kettle orbit walnut fjord";

    private static final Path TWO_STEPS = Path.of("src/main/resources/sample/potency-assay-steps.xlsx");

    /** Hires somebody who may sign from now on. */
    protected void hire(String username, String name, String site, String role) {
        var hired = call(
                "admin",
                "POST",
                "/api/people",
                JSON.createObjectNode()
                        .put("username", username)
                        .put("name", name)
                        .put("site", site)
                        .put("identityCheckedBy", "admin")
                        .put("identityCheckedHow", "passport")
                        .put("identityCheckedOn", "2026-01-15")
                        .set("roles", JSON.createArrayNode().add(role))
                        .toString());
        assertThat(hired.statusCode()).as(hired.body()).isEqualTo(201);
        var oneTime = json(hired).path("oneTimePassword").asText();
        var passwords = "{\"old\":\"" + oneTime + "\",\"new\":\"" + HIRED_PASSWORD + "\"}";
        assertThat(call(username, oneTime, "POST", "/api/me/password", passwords)
                        .statusCode())
                .isEqualTo(204);
        HIRED.put(username, HIRED_PASSWORD);
        assertThat(call(username, "POST", "/api/me/statement", null).statusCode())
                .isEqualTo(204);
    }

    /** The password of a demo person, or of one who was hired. */
    protected static String passwordOf(String person) {
        return HIRED.getOrDefault(person, DEMO_PASSWORD);
    }

    @Override
    protected HttpResponse<String> call(String person, String method, String path, String json) {
        return call(person, passwordOf(person), method, path, json);
    }

    /** Imports the process of this workbook; it is not started. */
    protected String importTransfer(String name, Path workbook) {
        return json(upload("lead", name, workbook)).path("id").asText();
    }

    /** What is there to download, or nothing when there is no such address or not for this person. */
    protected byte[] download(String who, String path) {
        try {
            var answer = java.net.http.HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(url(path)))
                                    .header("Authorization", basic(who, passwordOf(who)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? answer.body() : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Imports a transfer of two steps, with three experts on its team; it is not started. */
    protected String importTransfer(String name) {
        var transfer = importTransfer(name, TWO_STEPS);
        changeTeam(transfer, "expert1", "expert2", "expert3");
        return transfer;
    }

    /** Makes these the experts of a transfer. */
    protected void changeTeam(String transfer, String... experts) {
        var team = JSON.createArrayNode();
        ok(call("lead", "GET", "/api/transfers/" + transfer + "/team", null)).forEach(member -> {
            if (!member.path("role").asText().equals("expert")) {
                team.add(member);
            }
        });
        List.of(experts).forEach(expert -> team.addObject()
                .put("username", expert)
                .put("role", "expert")
                .putNull("leavingDate"));
        ok(call("lead", "PUT", "/api/transfers/" + transfer + "/team?reason=who-is-there", team.toString()));
    }

    /** Starts it. */
    protected void start(String transfer) {
        ok(call("lead", "POST", "/api/transfers/" + transfer + "/start", "{}"));
    }

    /** Imports and starts one. */
    protected String startedTransfer(String name) {
        var transfer = importTransfer(name);
        start(transfer);
        return transfer;
    }

    /** The transfer's first step. */
    protected String firstStep(String transfer) {
        return ok(call("lead", "GET", "/api/transfers/" + transfer + "/steps?limit=1", null))
                .at("/items/0/id")
                .asText();
    }

    /** An expert begins to tell unasked; the task's id. */
    protected String begin(String transfer, String expert) {
        var begun = call(expert, "POST", "/api/steps/" + firstStep(transfer) + "/capture-tasks", "{}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return json(begun).path("taskId").asText();
    }

    /** An expert tells something unasked and signs it; the item's id. */
    protected String tell(String transfer, String expert, String title) {
        return tell(transfer, expert, title, "no");
    }

    /** The same, with the author's answer to whether it could be outside of the registered range. */
    protected String tell(String transfer, String expert, String title, String outsideRange) {
        var task = begin(transfer, expert);
        write(expert, task, title, outsideRange);
        return signed(end(expert, task, decision("submit"))).at("/items/0").asText();
    }

    /** Fills the draft of a capture task with one item. */
    protected void write(String expert, String task, String title, String outsideRange) {
        var draft = JSON.createObjectNode()
                .put("version", open(expert, task).path("version").asLong());
        draft.putArray("items")
                .addObject()
                .put("title", title)
                .put("kind", "hidden-step")
                .put("whatIsDone", "What it takes: " + title)
                .put("outsideRange", outsideRange);
        ok(call(expert, "PUT", "/api/tasks/" + task + "/draft", draft.toString()));
    }

    /** A person accepts, asks or refuses at a stage of review. */
    protected void decide(String who, String item, String kind, String decision) {
        ok(end(who, task(who, item, kind), decision(decision).put("comment", "Because I looked at it.")));
    }

    /** Quality finds the item within its range. */
    protected void triage(String item) {
        ok(end("quality", task("quality", item, "triage"), decision("accept").put("triage", "within-range")));
    }

    /** The whole way to an effective version. */
    protected void approve(String item) {
        decide("expert2", item, "peer-review", "accept");
        decide("receiver1", item, "receiver-review", "accept");
        triage(item);
        decide("quality2", item, "approval", "accept");
    }

    /** The author answers every question, without changing the text. */
    protected void answer(String author, String item) {
        var task = open(author, task(author, item, "rework"));
        ok(end(author, task.path("taskId").asText(), answers(task)));
    }

    /** The author changes the text, answers every question and signs the next version. */
    protected void changeAndAnswer(String author, String item) {
        var before = open(author, task(author, item, "rework"));
        var draft =
                JSON.createObjectNode().put("version", before.path("version").asLong());
        ObjectNode content = before.path("content").path("items").get(0).deepCopy();
        draft.putArray("items")
                .add(content.put("whatIsDone", content.path("whatIsDone").asText() + " And more."));
        var taskId = before.path("taskId").asText();
        ok(call(author, "PUT", "/api/tasks/" + taskId + "/draft", draft.toString()));
        signed(end(author, taskId, answers(open(author, taskId))));
    }

    private static ObjectNode answers(JsonNode task) {
        var body = decision("submit");
        var answers = body.putArray("answers");
        task.path("questions").forEach(question -> {
            if (question.path("answer").isNull()) {
                answers.addObject()
                        .put("questionId", question.path("id").asText())
                        .put("text", "By ear.");
            }
        });
        return body;
    }

    /** The body of a decision without what is typed to sign it. */
    protected static ObjectNode decision(String decision) {
        return JSON.createObjectNode().put("decision", decision);
    }

    /** Ends a task as read just now, with user name and password. */
    protected HttpResponse<String> end(String who, String taskId, ObjectNode body) {
        if (!body.has("version")) {
            body.put("version", open(who, taskId).path("version").asLong());
        }
        body.put("username", who).put("password", passwordOf(who));
        return call(who, "POST", "/api/tasks/" + taskId + "/complete", body.toString());
    }

    /** The task as its reader sees it. */
    protected JsonNode open(String who, String taskId) {
        return ok(call(who, "GET", "/api/tasks/" + taskId, null));
    }

    /** Id of the person's open task of that kind on the item; fails when there is none. */
    protected String task(String who, String item, String kind) {
        var found = findTask(who, item, kind);
        assertThat(found).as(kind + " of " + item + " for " + who).isPresent();
        return found.orElseThrow();
    }

    /** Id of the person's open task of that kind on the item, or empty. */
    protected Optional<String> findTask(String who, String item, String kind) {
        return tasks(who).stream()
                .filter(task -> task.path("itemId").asText().equals(item)
                        && task.path("kind").asText().equals(kind))
                .map(task -> task.path("taskId").asText())
                .findFirst();
    }

    /** Ids of the person's open capture tasks of a transfer. */
    protected List<String> captures(String who, String transfer) {
        return tasks(who).stream()
                .filter(task -> task.path("transferId").asText().equals(transfer)
                        && task.path("kind").asText().equals("capture"))
                .map(task -> task.path("taskId").asText())
                .toList();
    }

    /** All open tasks of a person, page by page. */
    protected List<JsonNode> tasks(String who) {
        var tasks = new ArrayList<JsonNode>();
        var path = "/api/tasks?limit=200";
        while (path != null) {
            var page = ok(call(who, "GET", path, null));
            page.path("items").forEach(tasks::add);
            var next = page.path("next").asText(null);
            path = next == null ? null : "/api/tasks?limit=200&after=" + next;
        }
        return tasks;
    }

    /** The item as quality sees it. */
    protected JsonNode item(String item) {
        return ok(call("quality", "GET", "/api/items/" + item, null));
    }

    /** A person's notices. */
    protected List<JsonNode> notices(String who) {
        var page = ok(call(who, "GET", "/api/notices", null));
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    /** The answer as JSON; it must be 200. */
    protected static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as(answer.request().method() + " " + answer.uri() + " " + answer.body())
                .isEqualTo(200);
        return json(answer);
    }

    /** The answer as JSON; it must be 200 and carry signatures. */
    protected static JsonNode signed(HttpResponse<String> answer) {
        var signed = ok(answer);
        assertThat(signed.path("signatures")).isNotEmpty();
        return signed;
    }

    /** The answer's body. */
    protected static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private HttpResponse<String> upload(String who, String name, Path workbook) {
        var boundary = "baton-played";
        var body = new ByteArrayOutputStream();
        var fields = List.of(
                new String[] {"name", name},
                new String[] {"product", "LAIV"},
                new String[] {"sendingSite", "California"},
                new String[] {"receivingSite", "Liverpool"},
                new String[] {"purpose", "Safe vaccine for those who need it"});
        fields.forEach(field -> body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                        + field[0] + "\"\r\n\r\n" + field[1] + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"steps.xlsx\""
                        + "\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        try {
            body.writeBytes(Files.readAllBytes(workbook));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var answer = send(HttpRequest.newBuilder(URI.create(url("/api/transfers/import")))
                .header("Authorization", basic(who, DEMO_PASSWORD))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }
}
