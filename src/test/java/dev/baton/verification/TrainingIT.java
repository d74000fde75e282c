package dev.baton.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.identity.Acting;
import dev.baton.identity.TrainingView;
import dev.baton.identity.Trainings;
import dev.baton.support.Browser;
import dev.baton.support.PlayedOverHttp;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Training gates review and demonstration at the receiving site, and never telling. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingIT extends PlayedOverHttp {

    private static final String NEW_PASSWORD = "kettle orbit walnut fjord";

    @Autowired
    private Trainings trainings;

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

    @Test
    void whoMayDoWhatSaysWhyNotAndWhereItIsMadeGood() {
        var item = tell(transfer, "expert1", "Decides who may");
        approve(item);
        land(item);
        var before = authority("lead", newcomer);
        assertThat(before.at("/review/may").asBoolean()).isFalse();
        assertThat(before.at("/review/why").asText()).isEqualTo("not-trained");
        assertThat(before.at("/review/todo").asText()).isEqualTo("/transfers/" + transfer + "/briefing");
        assertThat(before.at("/demonstrate/why").asText()).isEqualTo("not-trained");
        assertThat(before.at("/use/why").asText()).isEqualTo("not-read");
        assertThat(before.at("/use/todo").asText()).isEqualTo("/transfers/" + transfer + "/readings");
        assertThat(unread(before)).contains(item);
        assertThat(before.path("tell").isNull()).isTrue();

        ok(as("POST", "/api/transfers/" + transfer + "/briefing", proof(null)));
        var briefed = authority(newcomer, newcomer);
        assertThat(briefed.at("/review/why").asText()).isEqualTo("trained");
        assertThat(briefed.at("/review/until").isNull()).isFalse();
        assertThat(briefed.at("/demonstrate/why").asText())
                .as("the texts of the step are still to be read")
                .isEqualTo("not-read");
        readTheRest();
        var read = authority(newcomer, newcomer);
        assertThat(read.at("/demonstrate/may").asBoolean()).isTrue();
        assertThat(read.at("/use/may").asBoolean()).isTrue();
        assertThat(read.at("/steps/0/use").asBoolean()).isTrue();
        assertThat(unread(read)).isEmpty();

        var everybody = ok(call("lead", "GET", "/api/transfers/" + transfer + "/authority", null));
        assertThat(everybody.path("items"))
                .extracting(line -> line.path("username").asText())
                .contains("receiver1", "receiver2", newcomer, "expert1");
        assertThat(authority("lead", "expert1").at("/tell/may").asBoolean())
                .as("telling needs no training")
                .isTrue();
        assertThat(ok(call("expert1", "GET", "/api/transfers/" + transfer + "/authority", null))
                        .path("items"))
                .as("others see their own line alone")
                .hasSize(1);
    }

    @Test
    void whatEndsIsRenewedBeforeItsEndAndMissedAfterIt() {
        var item = tell(transfer, "expert1", "Read again before it ends");
        approve(item);
        ok(as("POST", "/api/transfers/" + transfer + "/briefing", proof(null)));
        ok(as("POST", "/api/items/" + item + "/read", proof(1)));
        endAt(TrainingView.Kind.READING, Instant.now().plus(Duration.ofDays(10)));
        endAt(TrainingView.Kind.BRIEFING, Instant.now().plus(Duration.ofDays(10)));
        assertThat(reading(item).path("renew").asBoolean()).isTrue();
        assertThat(authority(newcomer, newcomer).at("/review/why").asText()).isEqualTo("ends-soon");

        ok(as("POST", "/api/items/" + item + "/read", proof(1)));
        assertThat(reading(item).path("renew").asBoolean()).isFalse();
        assertThat(Instant.parse(reading(item).path("until").asText()))
                .isAfter(Instant.now().plus(Duration.ofDays(365)));
        assertThat(as("POST", "/api/items/" + item + "/read", proof(1)).statusCode())
                .as("once more is for before its end")
                .isEqualTo(409);

        var ended = Instant.now().minus(Duration.ofMinutes(1));
        endAt(TrainingView.Kind.READING, ended);
        endAt(TrainingView.Kind.BRIEFING, ended);
        var after = authority(newcomer, newcomer);
        assertThat(after.at("/review/may").asBoolean()).isFalse();
        assertThat(after.at("/review/why").asText()).isEqualTo("training-ended");
        assertThat(unread(after)).contains(item);
        assertThat(Instant.parse(reading(item).path("dueAt").asText()))
                .as("nobody had to read anew while it was valid")
                .isAfter(ended.minus(Duration.ofMinutes(1)));
    }

    @Test
    void whoHasNotReadIsToldAtTheMachineAndTakesNoCopyAlong() {
        var item = tell(transfer, "expert1", "Worked by at the machine");
        approve(item);
        land(item);
        var step = ok(call("lead", "GET", "/api/items/" + item, null))
                .path("stepId")
                .asText();

        var card = ok(as("GET", "/api/steps/" + step + "/floor-card", null));
        assertThat(card.path("items").toString())
                .as("nothing is kept from them")
                .contains("Worked by at the machine");
        assertThat(card.at("/training/trained").asBoolean(true)).isFalse();
        assertThat(card.at("/training/unread").toString()).contains(item, "/items/" + item + "/read");
        ok(as("GET", "/api/steps/" + step + "/floor-card", null));
        var noted = opened();
        assertThat(noted).as("once in a shift").hasSize(1);
        assertThat(noted.get(0).path("userName").asText()).isEqualTo(newcomer);
        assertThat(noted.get(0).path("newValue").asText()).contains("Worked by at the machine, version 1");
        assertThat(authority("lead", newcomer).path("openedUnread").asInt()).isEqualTo(1);

        var refused = as("POST", "/api/steps/" + step + "/paper-copies", null);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(refused.body()).contains("Worked by at the machine", "/transfers/" + transfer + "/readings");
        var others = call("receiver1", "POST", "/api/steps/" + step + "/paper-copies", null);
        assertThat(others.statusCode()).as(others.body()).isEqualTo(201);
        var code = json(others).path("code").asText();
        assertThat(ok(as("GET", "/api/paper-copies/" + code, null))
                        .at("/training/trained")
                        .asBoolean(true))
                .as("somebody else's paper trains nobody")
                .isFalse();
        var browser = new Browser(url("")).login(newcomer, NEW_PASSWORD);
        assertThat(browser.ask("GET", "/floor/paper/" + code + "/sheet", null).statusCode())
                .isEqualTo(403);

        readTheRest();
        assertThat(ok(as("GET", "/api/steps/" + step + "/floor-card", null))
                        .at("/training/trained")
                        .asBoolean())
                .isTrue();
        assertThat(as("POST", "/api/steps/" + step + "/paper-copies", null).statusCode())
                .isEqualTo(201);
        assertThat(opened()).hasSize(1);
        assertThat(ok(call("expert1", "GET", "/api/steps/" + step + "/floor-card", null))
                        .at("/training/trained")
                        .isNull())
                .as("nobody is asked at the sending site")
                .isTrue();
    }

    private void land(String item) {
        var landed = call(
                "receiver1",
                "POST",
                "/api/items/" + item + "/landing",
                "{\"document\":\"SOP-LIV-0412\",\"section\":\"6.2\",\"effectiveOn\":\"2026-01-01\"}");
        assertThat(landed.statusCode()).as(landed.body()).isEqualTo(201);
    }

    private void endAt(TrainingView.Kind kind, Instant end) {
        trainings.of(newcomer).stream()
                .filter(record -> record.kind() == kind)
                .forEach(record -> Acting.because("a shorter time", () -> trainings.endAt(record.id(), end)));
    }

    private JsonNode authority(String reader, String person) {
        var answer = reader.equals(newcomer)
                ? as("GET", "/api/transfers/" + transfer + "/authority", null)
                : call(reader, "GET", "/api/transfers/" + transfer + "/authority", null);
        return StreamSupport.stream(ok(answer).path("items").spliterator(), false)
                .filter(line -> line.path("username").asText().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> unread(JsonNode authority) {
        return StreamSupport.stream(authority.path("steps").spliterator(), false)
                .flatMap(step -> StreamSupport.stream(step.path("unread").spliterator(), false))
                .map(text -> text.path("itemId").asText())
                .toList();
    }

    private JsonNode reading(String item) {
        var mine = ok(as("GET", "/api/transfers/" + transfer + "/readings?limit=200", null));
        return StreamSupport.stream(mine.path("items").spliterator(), false)
                .filter(reading -> reading.path("itemId").asText().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> opened() {
        var page = ok(call(
                "quality",
                "GET",
                "/api/transfers/" + transfer + "/audit-trail?act=opened-unread&person=" + newcomer + "&limit=200",
                null));
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    private void readTheRest() {
        ok(as("GET", "/api/transfers/" + transfer + "/readings?limit=200", null))
                .path("items")
                .forEach(reading -> as(
                        "POST",
                        "/api/items/" + reading.path("itemId").asText() + "/read",
                        proof(reading.path("version").asInt())));
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
