package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.support.RunningBaton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The life of knowledge items over the API alone, by HTTP Basic, as a partner's script would do it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiStoryIT extends RunningBaton {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WRONG_PASSWORD = "not-the-password-1";

    private String transfer = "";

    @BeforeAll
    void importAndStart() throws Exception {
        var imported = upload(
                "lead",
                "/api/transfers/import",
                Map.of(
                        "name", "Story over the API",
                        "product", "LAIV",
                        "sendingSite", "California",
                        "receivingSite", "Liverpool",
                        "purpose", "Safe vaccine for those who need it"),
                Path.of("src/main/resources/sample/laiv-process-steps.xlsx"));
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(201);
        assertThat(json(imported).path("steps").asInt()).isEqualTo(24);
        transfer = json(imported).path("id").asText();
        var started = call("lead", "POST", "/api/transfers/" + transfer + "/start", "{}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        var seen = json(call("lead", "GET", "/api/transfers/" + transfer, null));
        assertThat(seen.path("phase").asText()).isEqualTo("planning");
    }

    @Test
    void fromDraftToTheAuditorsWorkbook() throws Exception {
        var item = submit("expert1", "Candle twice on humid days", "no");
        signed(review("expert2", item, "peer-review", "accept"));
        signed(review("receiver1", item, "receiver-review", "accept"));
        signed(triage(item, "within-range", null));
        signed(review("quality", item, "approval", "accept"));

        var approved = json(call("receiver1", "GET", "/api/items/" + item, null));
        assertThat(approved.path("state").asText()).isEqualTo("approved");
        assertThat(approved.path("signatures")).hasSize(5);
        assertThat(approved.path("signatures"))
                .allSatisfy(signature ->
                        assertThat(signature.path("valid").asBoolean()).isTrue());

        var export = download("auditor", "/api/transfers/" + transfer + "/audit-trail.xlsx");
        try (var workbook = WorkbookFactory.create(new ByteArrayInputStream(export))) {
            var signatures = rows(workbook.getSheet("Signatures")).stream()
                    .filter(row -> row.contains(item))
                    .toList();
            assertThat(signatures).hasSize(5);
            var names = rows(workbook.getSheet("Signatures")).get(0);
            assertThat(signatures.stream().map(row -> row.get(names.indexOf("Meaning"))))
                    .containsExactlyInAnyOrder("authorship", "review", "review", "responsibility", "approval");
            assertThat(new LinkedHashSet<>(signatures.stream()
                            .map(row -> row.get(names.indexOf("User name")))
                            .toList()))
                    .containsExactlyInAnyOrder("expert1", "expert2", "receiver1", "quality");
            assertThat(rows(workbook.getSheet("Audit trail")).stream().flatMap(List::stream))
                    .contains("Candle twice on humid days", "What Candle twice on humid days takes");
        }
    }

    @Test
    void aQuestionAnsweredWithoutChangeGoesBackToTheAskerAlone() throws Exception {
        var item = submit("expert1", "Listen to the pump", "no");
        var ask = complete("expert2", task("expert2", item, "peer-review"), body("expert2", "ask"));
        assertThat(ask.statusCode()).as("a question needs words: " + ask.body()).isEqualTo(422);
        assertThat(ask.body()).contains("comment");
        var asked = review("expert2", item, "peer-review", "ask");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        assertThat(json(asked).path("signatures")).isEmpty();

        var rework = task("expert1", item, "rework");
        var question = rework.path("questions").get(0).path("id").asText();
        var answer = body("expert1", "submit");
        answer.putArray("answers").addObject().put("questionId", question).put("text", "By ear, at the housing.");
        var answered = complete("expert1", rework, answer);
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
        assertThat(json(answered).path("signatures")).isEmpty();

        var again = task("expert2", item, "peer-review");
        assertThat(again.path("assignee").asText()).isEqualTo("expert2");
        assertThat(again.path("content").path("version").asInt()).isEqualTo(1);
        assertThat(findTask("expert3", item, "peer-review")).isNull();
        signed(review("expert2", item, "peer-review", "accept"));
    }

    @Test
    void aQuestionAnsweredWithAChangeBeginsTheNextRound() throws Exception {
        var item = submit("expert1", "Warm the buffer first", "no");
        signed(review("expert2", item, "peer-review", "accept"));
        assertThat(review("receiver1", item, "receiver-review", "ask").statusCode())
                .isEqualTo(200);

        var rework = task("expert1", item, "rework");
        changeDraft("expert1", rework, "Warm the buffer to hand temperature");
        rework = task("expert1", item, "rework");
        var answer = body("expert1", "submit");
        answer.putArray("answers")
                .addObject()
                .put("questionId", rework.path("questions").get(0).path("id").asText())
                .put("text", "I wrote down how warm.");
        var answered = complete("expert1", rework, answer);
        signed(answered);

        assertThat(findTask("receiver1", item, "receiver-review")).isNull();
        var peer = anyPeer(item);
        assertThat(peer.path("content").path("version").asInt()).isEqualTo(2);
        assertThat(peer.path("previous").path("version").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedIsRevisedByItsAuthor() throws Exception {
        var item = submit("expert1", "Skip the second rinse", "no");
        signed(review("expert2", item, "peer-review", "refuse"));
        assertThat(findTask("quality", item, "triage")).isNull();

        var rework = task("expert1", item, "rework");
        var unchanged = complete("expert1", rework, body("expert1", "submit"));
        assertThat(unchanged.statusCode()).as(unchanged.body()).isBetween(400, 499);
        changeDraft("expert1", rework, "Do the second rinse with half the volume");
        signed(complete("expert1", task("expert1", item, "rework"), body("expert1", "submit")));
        assertThat(anyPeer(item).path("content").path("version").asInt()).isEqualTo(2);
    }

    @Test
    void qualityLooksFirstWhereSomethingCouldBeOutsideTheRange() throws Exception {
        var item = submit("expert1", "Hold at 9 degrees", "not-sure");
        assertThat(findTask("expert2", item, "peer-review")).isNull();
        assertThat(call("receiver1", "GET", "/api/items/" + item, null).statusCode())
                .isEqualTo(404);
        var noReference = complete(
                "quality",
                task("quality", item, "triage"),
                body("quality", "accept").put("triage", "deviation"));
        assertThat(noReference.statusCode()).as(noReference.body()).isEqualTo(422);
        signed(triage(item, "deviation", "DEV-2026-117"));
        signed(review("expert2", item, "peer-review", "accept"));
        signed(review("receiver1", item, "receiver-review", "accept"));
        signed(review("quality", item, "approval", "accept"));
        assertThat(json(call("quality", "GET", "/api/items/" + item, null))
                        .path("onHold")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void nobodyTakesTwoOfTheFourPlaces() throws Exception {
        var item = submit("expert1", "Tap the filter housing", "no");
        assertThat(findTask("expert1", item, "peer-review")).isNull();
        var peer = task("expert2", item, "peer-review");
        assertThat(complete("expert1", peer, body("expert1", "accept")).statusCode())
                .isEqualTo(404);
        var toAuthor = call(
                "lead",
                "POST",
                "/api/tasks/" + peer.path("taskId").asText() + "/assign",
                "{\"username\":\"expert1\",\"reason\":\"in a hurry\"}");
        assertThat(toAuthor.statusCode()).as(toAuthor.body()).isEqualTo(409);
        var withoutReason = call(
                "lead", "POST", "/api/tasks/" + peer.path("taskId").asText() + "/assign", "{\"username\":\"expert2\"}");
        assertThat(withoutReason.statusCode()).as(withoutReason.body()).isEqualTo(422);
    }

    @Test
    void wrongPasswordStaleReadAndRepeatSignNothing() throws Exception {
        var item = submit("expert1", "Smell the allantoic fluid", "no");
        var peer = task("expert2", item, "peer-review");
        var wrong = complete("expert2", peer, body("expert2", "accept").put("password", WRONG_PASSWORD));
        assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(403);
        var stale = complete("expert2", peer, body("expert2", "accept").put("version", 99));
        assertThat(stale.statusCode()).as(stale.body()).isEqualTo(409);
        var unknown = complete("expert2", peer, body("expert2", "shrug"));
        assertThat(unknown.statusCode()).as(unknown.body()).isEqualTo(422);
        assertThat(json(call("quality", "GET", "/api/items/" + item, null)).path("signatures"))
                .hasSize(1);

        var first = complete("expert2", peer, body("expert2", "accept"));
        signed(first);
        var repeat = complete("expert2", peer, body("expert2", "accept"));
        assertThat(repeat.statusCode()).as(repeat.body()).isEqualTo(409);
        assertThat(json(repeat).path("signatures").get(0).path("id"))
                .isEqualTo(json(first).path("signatures").get(0).path("id"));
        assertThat(complete("expert3", peer, body("expert3", "accept")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void ofTwoSigningsAtOnceOneSucceeds() throws Exception {
        var item = submit("expert1", "Wait for the foam to settle", "no");
        var peer = task("expert2", item, "peer-review");
        var both = Stream.of("expert2", "expert2")
                .map(who -> CompletableFuture.supplyAsync(() -> complete(who, peer, body(who, "accept"))))
                .toList();
        assertThat(both.stream().map(answer -> answer.join().statusCode())).containsExactlyInAnyOrder(200, 409);
        assertThat(json(call("quality", "GET", "/api/items/" + item, null)).path("signatures"))
                .hasSize(2);
    }

    @Test
    void nothingHiddenIsSignedAndAskingSomebodyElseIsNot() throws Exception {
        var tasks = tasks("expert2", "capture");
        var nothing = open("expert2", tasks.get(0));
        signed(complete("expert2", nothing, body("expert2", "nothing-hidden")));
        var before = tasks("expert1", "capture").size();
        var passOn = body("expert2", "pass-on").put("to", "expert1").put("comment", "You built that rig.");
        passOn.remove("password");
        var passed = complete("expert2", open("expert2", tasks.get(1)), passOn);
        assertThat(passed.statusCode()).as(passed.body()).isEqualTo(200);
        assertThat(tasks("expert1", "capture")).hasSize(before + 1);
    }

    @Test
    void anApprovedItemIsRevisedAndWithdrawn() throws Exception {
        var item = submit("expert1", "Turn the trays by hand", "no");
        signed(review("expert2", item, "peer-review", "accept"));
        signed(review("receiver1", item, "receiver-review", "accept"));
        signed(triage(item, "within-range", null));
        signed(review("quality", item, "approval", "accept"));
        var revised = call("expert1", "POST", "/api/items/" + item + "/revise", "{\"reason\":\"New trays\"}");
        assertThat(revised.statusCode()).as(revised.body()).isEqualTo(200);
        var rework = task("expert1", item, "rework");
        assertThat(rework.path("taskId").asText())
                .isEqualTo(json(revised).path("taskId").asText());
        changeDraft("expert1", rework, "Turn the trays by hand, every hour");
        signed(complete("expert1", task("expert1", item, "rework"), body("expert1", "submit")));
        var withdrawal =
                "{\"reason\":\"Trays are gone\",\"username\":\"quality\",\"password\":\"" + DEMO_PASSWORD + "\"}";
        var withdrawn = call("quality", "POST", "/api/items/" + item + "/withdraw", withdrawal);
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
        assertThat(findTask("quality", item, "triage")).isNull();
        assertThat(json(call("quality", "GET", "/api/items/" + item, null))
                        .path("state")
                        .asText())
                .isEqualTo("withdrawn");
    }

    @Test
    void anExpertTellsUnasked() throws Exception {
        var steps = json(call("expert3", "GET", "/api/transfers/" + transfer + "/steps?limit=200", null));
        var step = steps.path("items").get(0).path("id").asText();
        var begun = call("expert3", "POST", "/api/steps/" + step + "/capture-tasks", "{}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        assertThat(tasks("expert3", "capture"))
                .contains(json(begun).path("taskId").asText());
        assertThat(call("receiver1", "POST", "/api/steps/" + step + "/capture-tasks", "{}")
                        .statusCode())
                .isBetween(403, 404);
    }

    @Test
    void aLoneExpertsItemGetsASubstitutePeerNamedByQuality() throws Exception {
        var others = transfer;
        try {
            importAndStart();
            var team = JSON.createArrayNode();
            json(call("lead", "GET", "/api/transfers/" + transfer + "/team", null))
                    .forEach(member -> {
                        var username = member.path("username").asText();
                        if (!username.equals("expert2") && !username.equals("expert3")) {
                            team.add(member);
                        }
                    });
            var changed =
                    call("lead", "PUT", "/api/transfers/" + transfer + "/team?reason=one-expert-left", team.toString());
            assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);

            var item = submit("expert1", "Listen to the setter", "no");
            assertThat(findTask("quality", item, "peer-review")).isNull();
            var naming = task("quality", item, "name-peer");
            assertThat(naming.path("possiblePeers").findValuesAsText("username"))
                    .contains("lead")
                    .doesNotContain("expert1");
            var noReason = complete("quality", naming, body("quality", "name").put("to", "lead"));
            assertThat(noReason.statusCode()).as(noReason.body()).isEqualTo(422);
            signed(complete(
                    "quality",
                    task("quality", item, "name-peer"),
                    body("quality", "name").put("to", "lead").put("comment", "The second expert has left.")));
            signed(review("lead", item, "peer-review", "accept"));
            signed(review("receiver1", item, "receiver-review", "accept"));
            signed(triage(item, "within-range", null));
            signed(review("quality2", item, "approval", "accept"));
            assertThat(json(call("lead", "GET", "/api/items/" + item, null))
                            .path("state")
                            .asText())
                    .isEqualTo("approved");
        } finally {
            transfer = others;
        }
    }

    private String submit(String expert, String title, String outsideRange) throws Exception {
        var begun = call(expert, "POST", "/api/steps/" + anyStep() + "/capture-tasks", "{}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        var task = open(expert, json(begun).path("taskId").asText());
        var draft = JSON.createObjectNode().put("version", task.path("version").asLong());
        draft.putArray("items")
                .addObject()
                .put("title", title)
                .put("kind", "hidden-step")
                .put("whatIsDone", "What " + title + " takes")
                .put("cue", "I hear it")
                .put("outsideRange", outsideRange);
        var saved = call(expert, "PUT", "/api/tasks/" + task.path("taskId").asText() + "/draft", draft.toString());
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        task = open(expert, task.path("taskId").asText());
        assertThat(task.path("content").path("items")).hasSize(1);
        var submitted = complete(expert, task, body(expert, "submit"));
        signed(submitted);
        assertThat(json(submitted).path("next").path("kind").asText()).isNotEmpty();
        return json(submitted).path("items").get(0).asText();
    }

    private String anyStep() throws Exception {
        return json(call("lead", "GET", "/api/transfers/" + transfer + "/steps?limit=1", null))
                .at("/items/0/id")
                .asText();
    }

    private void changeDraft(String expert, JsonNode rework, String whatIsDone) throws Exception {
        var draft =
                JSON.createObjectNode().put("version", rework.path("version").asLong());
        var item = (ObjectNode) rework.path("content").path("items").get(0).deepCopy();
        item.put("whatIsDone", whatIsDone);
        draft.putArray("items").add(item);
        var saved = call(expert, "PUT", "/api/tasks/" + rework.path("taskId").asText() + "/draft", draft.toString());
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    }

    private HttpResponse<String> review(String who, String item, String kind, String decision) throws Exception {
        return complete(who, task(who, item, kind), body(who, decision).put("comment", "Because I looked at it."));
    }

    private HttpResponse<String> triage(String item, String outcome, String reference) throws Exception {
        var body = body("quality", "accept").put("triage", outcome);
        if (reference != null) {
            body.put("reference", reference);
        }
        return complete("quality", task("quality", item, "triage"), body);
    }

    private static ObjectNode body(String who, String decision) {
        return JSON.createObjectNode()
                .put("decision", decision)
                .put("username", who)
                .put("password", DEMO_PASSWORD);
    }

    private HttpResponse<String> complete(String who, JsonNode task, ObjectNode body) {
        if (!body.has("version")) {
            body.put("version", task.path("version").asLong());
        }
        return call(who, "POST", "/api/tasks/" + task.path("taskId").asText() + "/complete", body.toString());
    }

    private static void signed(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("signatures")).isNotEmpty();
    }

    private JsonNode task(String who, String item, String kind) throws Exception {
        var found = findTask(who, item, kind);
        assertThat(found).as(kind + " of " + item + " for " + who).isNotNull();
        return open(who, found);
    }

    private JsonNode anyPeer(String item) throws Exception {
        for (var who : List.of("expert2", "expert3")) {
            var found = findTask(who, item, "peer-review");
            if (found != null) {
                return open(who, found);
            }
        }
        throw new AssertionError("nobody has a peer review of " + item);
    }

    private String findTask(String who, String item, String kind) throws Exception {
        for (var task : json(call(who, "GET", "/api/tasks?limit=200", null)).get("items")) {
            if (task.path("itemId").asText().equals(item)
                    && task.path("kind").asText().equals(kind)) {
                return task.path("taskId").asText();
            }
        }
        return null;
    }

    private List<String> tasks(String who, String kind) throws Exception {
        var found = new ArrayList<String>();
        for (var task : json(call(who, "GET", "/api/tasks?limit=200", null)).get("items")) {
            if (task.path("transferId").asText().equals(transfer)
                    && task.path("kind").asText().equals(kind)) {
                found.add(task.path("taskId").asText());
            }
        }
        return found;
    }

    private JsonNode open(String who, String taskId) throws Exception {
        var answer = call(who, "GET", "/api/tasks/" + taskId, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) throws JsonProcessingException {
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> upload(String who, String path, Map<String, String> fields, Path file)
            throws IOException {
        var boundary = "baton-story";
        var body = new ByteArrayOutputStream();
        for (var field : new LinkedHashMap<>(fields).entrySet()) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                            + "\"\r\n\r\n" + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"steps.xlsx\""
                        + "\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Files.readAllBytes(file));
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", basic(who, DEMO_PASSWORD))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private byte[] download(String who, String path) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url(path)))
                                .header("Authorization", basic(who, DEMO_PASSWORD))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static List<List<String>> rows(Sheet sheet) {
        var format = new DataFormatter();
        var rows = new ArrayList<List<String>>();
        sheet.forEach(row -> {
            var cells = new ArrayList<String>();
            for (var i = 0; i < row.getLastCellNum(); i++) {
                cells.add(format.formatCellValue(row.getCell(i)));
            }
            rows.add(cells);
        });
        return rows;
    }
}
