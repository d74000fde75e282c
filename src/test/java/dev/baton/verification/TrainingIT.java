package dev.baton.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.Browser;
import dev.baton.support.PlayedOverHttp;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Training gates review and demonstration at the receiving site, and never telling. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingIT extends PlayedOverHttp {

    private static final String NEW_PASSWORD = "kettle orbit walnut fjord";

    private String transfer = "";
    private String newcomer = "";

    @BeforeAll
    void begins() {
        transfer = startedTransfer("Trained " + UUID.randomUUID());
    }

    @BeforeEach
    void aNewReceiverJoins() {
        newcomer = "new-" + UUID.randomUUID().toString().substring(0, 8);
        hire(newcomer, "receiver");
        join(newcomer, "receiver");
    }

    @Test
    void withoutTrainingNobodyReviewsAndTheRefusalSaysWhatToRead() {
        var item = tell(transfer, "expert1", "Read before reviewing");
        decide("expert2", item, "peer-review", "accept");
        var task = taskOf(item);

        var claim = as("POST", "/api/tasks/" + task + "/claim", null);
        assertThat(claim.statusCode()).as(claim.body()).isEqualTo(403);
        assertThat(claim.body()).contains("/transfers/" + transfer + "/briefing");
        var tasklist = new Browser(url(""))
                .login(newcomer, NEW_PASSWORD)
                .ask(
                        "POST",
                        "/camunda/api/engine/engine/default/task/" + task + "/claim",
                        "{\"userId\":\"" + newcomer + "\"}");
        assertThat(tasklist.statusCode()).as(tasklist.body()).isEqualTo(403);
        assertThat(tasklist.body()).contains("/briefing");
        var handed = call(
                "lead",
                "POST",
                "/api/tasks/" + task + "/assign",
                "{\"username\":\"" + newcomer + "\",\"reason\":\"he is free\"}");
        assertThat(handed.statusCode()).as(handed.body()).isEqualTo(403);
        assertThat(permission().path("may").asBoolean()).isFalse();

        var signed = as("POST", "/api/transfers/" + transfer + "/briefing", proof(null));

        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(200);
        assertThat(json(signed).at("/signatures/0/meaning").asText()).isEqualTo("review");
        assertThat(permission().path("may").asBoolean()).isTrue();
        assertThat(as("POST", "/api/tasks/" + task + "/claim", null).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsInForceIsReadBeforeAFormalRunAndANewVersionAnew() {
        var item = tell(transfer, "expert1", "Read before showing");
        approve(item);
        as("POST", "/api/transfers/" + transfer + "/briefing", proof(null));
        var unread = begin();
        assertThat(unread.statusCode()).as(unread.body()).isEqualTo(403);
        assertThat(unread.body()).contains("Read before showing", "/transfers/" + transfer + "/readings");
        assertThat(open(newcomer)).contains(item);
        assertThat(open("receiver1")).as("who has not read, whoever they are").contains(item);

        var read = as("POST", "/api/items/" + item + "/read", proof(1));

        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(json(read).at("/signatures/0/meaning").asText()).isEqualTo("review");
        assertThat(as("POST", "/api/items/" + item + "/read", proof(1)).statusCode())
                .as("once")
                .isEqualTo(409);
        assertThat(open(newcomer)).doesNotContain(item);
        readTheRest();
        var run = begin();
        assertThat(run.statusCode()).as(run.body()).isEqualTo(201);
        as("POST", "/api/demonstrations/" + json(run).path("id").asText() + "/stop", "{\"reason\":\"The alarm\"}");

        ok(call("expert1", "POST", "/api/items/" + item + "/revise", "{\"reason\":\"a new rig\"}"));
        changeAndAnswer("expert1", item);
        approve(item);
        assertThat(open(newcomer)).as("the next version").contains(item);
        assertThat(as("POST", "/api/items/" + item + "/read", proof(1)).statusCode())
                .as("not in force any more")
                .isEqualTo(409);
        assertThat(begin().statusCode()).isEqualTo(403);
    }

    @Test
    void tellingNeedsNoTraining() {
        var expert = "teller-" + UUID.randomUUID().toString().substring(0, 8);
        hire(expert, "expert");
        join(expert, "expert");
        var begun = call(expert, NEW_PASSWORD, "POST", "/api/steps/" + firstStep(transfer) + "/capture-tasks", "{}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
    }

    @Test
    void othersSeeTheirOwnLineAlone() {
        assertThat(ok(call("receiver2", "GET", "/api/transfers/" + transfer + "/training", null))
                        .path("items"))
                .singleElement()
                .satisfies(line -> assertThat(line.path("username").asText()).isEqualTo("receiver2"));
        assertThat(ok(call("expert1", "GET", "/api/transfers/" + transfer + "/readings", null))
                        .path("items"))
                .isEmpty();
    }

    private void readTheRest() {
        for (var item : open(newcomer)) {
            as("POST", "/api/items/" + item + "/read", proof(1));
        }
    }

    private HttpResponse<String> begin() {
        var body = JSON.createObjectNode()
                .put("kind", "teach-back")
                .put("formal", true)
                .put("receiver", newcomer)
                .put("expert", "expert1");
        body.putArray("agreedBy").add(newcomer).add("expert1");
        return as("POST", "/api/steps/" + firstStep(transfer) + "/demonstrations", body.toString());
    }

    private List<String> open(String who) {
        var readings = ok(call("lead", "GET", "/api/transfers/" + transfer + "/readings?limit=200", null))
                .path("items");
        return StreamSupport.stream(readings.spliterator(), false)
                .filter(reading -> reading.path("username").asText().equals(who)
                        && reading.path("readAt").isNull())
                .map(reading -> reading.path("itemId").asText())
                .toList();
    }

    private JsonNode permission() {
        return ok(as("GET", "/api/transfers/" + transfer + "/training", null)).at("/items/0");
    }

    private String taskOf(String item) {
        return StreamSupport.stream(
                        ok(as("GET", "/api/tasks?limit=200", null))
                                .path("items")
                                .spliterator(),
                        false)
                .filter(task -> task.path("itemId").asText().equals(item))
                .map(task -> task.path("taskId").asText())
                .findFirst()
                .orElseThrow();
    }

    private String proof(Integer version) {
        var body = JSON.createObjectNode().put("username", newcomer).put("password", NEW_PASSWORD);
        if (version != null) {
            body.put("version", version);
        }
        return body.toString();
    }

    private HttpResponse<String> as(String method, String path, String body) {
        return call(newcomer, NEW_PASSWORD, method, path, body);
    }

    private void join(String username, String role) {
        var team = JSON.createArrayNode();
        ok(call("lead", "GET", "/api/transfers/" + transfer + "/team", null)).forEach(team::add);
        team.addObject().put("username", username).put("role", role).putNull("leavingDate");
        ok(call("lead", "PUT", "/api/transfers/" + transfer + "/team?reason=joins", team.toString()));
    }

    private void hire(String username, String role) {
        var hired = call(
                "admin",
                "POST",
                "/api/people",
                "{\"username\":\"" + username + "\",\"name\":\"New Comer\",\"site\":\""
                        + (role.equals("expert") ? "California" : "Liverpool") + "\",\"roles\":[\"" + role
                        + "\"],\"identityCheckedBy\":\"admin\",\"identityCheckedHow\":\"passport\","
                        + "\"identityCheckedOn\":\"2026-01-15\"}");
        assertThat(hired.statusCode()).as(hired.body()).isEqualTo(201);
        var oneTime = json(hired).path("oneTimePassword").asText();
        call(
                username,
                oneTime,
                "POST",
                "/api/me/password",
                "{\"old\":\"" + oneTime + "\",\"new\":\"" + NEW_PASSWORD + "\"}");
        call(username, NEW_PASSWORD, "POST", "/api/me/statement", null);
    }
}
