package dev.baton.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.capture.ItemId;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.Reauthentication;
import dev.baton.support.PlayedOverHttp;
import dev.baton.transfer.TransferId;
import dev.baton.verification.VerificationEvent.StepDemonstrated;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Two people at a bench: practice, formal runs, two signatures, and who gets to see what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@RecordApplicationEvents
class DemonstrationIT extends PlayedOverHttp {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EmbeddedPostgres server;

    @Autowired
    private DemonstrationStates states;

    @Autowired
    private Demonstrations door;

    @Autowired
    private People people;

    @Autowired
    private Reauthentication reauthentication;

    private String transfer = "";
    private String item = "";

    @BeforeAll
    void tellAndApprove() {
        transfer = startedTransfer("Shown " + UUID.randomUUID());
        item = tell(transfer, "expert1", "Tilt before you mark");
        approve(item);
    }

    @Test
    void practiceLeavesACountAndNothingElse() {
        var other = startedTransfer("Practised " + UUID.randomUUID());
        var before = entries(other);

        var counted = call("receiver1", "POST", demonstrations(other), "{\"kind\":\"reverse-shadow\"}");

        assertThat(counted.statusCode()).as(counted.body()).isEqualTo(201);
        assertThat(json(counted).path("practiceRuns").asInt()).isEqualTo(1);
        assertThat(json(counted).path("state").asText()).isEqualTo("practising");
        assertThat(entries(other)).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from demonstration_run where transfer_id = ?")
                        .param(UUID.fromString(other))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aRunIsFormalOnlyWhenBothAgreeAndThereIsSomethingToShow() {
        var alone = begin(
                "receiver1", "receiver2", body -> body.putArray("agreedBy").add("receiver2"));
        assertThat(alone.statusCode()).isEqualTo(422);
        var strangers = call(
                "receiver1",
                "POST",
                demonstrations(transfer),
                formal("receiver1", "receiver1").toString());
        assertThat(strangers.statusCode()).isEqualTo(422);
        assertThat(strangers.body()).contains("receiver1 is not an expert");
        var others = call(
                "receiver1",
                "POST",
                demonstrations(transfer),
                formal("receiver2", "expert1").toString());
        assertThat(others.statusCode()).as(others.body()).isEqualTo(403);
        var untold = startedTransfer("Nothing told " + UUID.randomUUID());
        var nothing = call(
                "receiver1",
                "POST",
                demonstrations(untold),
                formal("receiver1", "expert1").toString());
        assertThat(nothing.statusCode()).as(nothing.body()).isEqualTo(409);
    }

    @Test
    void threeUnaidedRunsSignedByBothPassTheStep(ApplicationEvents events) {
        var step = firstStep(transfer);
        var notYet = signedRun("receiver2", 0, 0, true);
        assertThat(notYet.path("result").asText()).isEqualTo("not-yet");
        assertThat(signedRun("receiver2", 1, 1, true).path("result").asText()).isEqualTo("with-prompts");
        for (int i = 0; i < 2; i++) {
            assertThat(state(step).path("unaided").asInt()).isEqualTo(i);
            var run = signedRun("receiver2", 0, 3, true);
            assertThat(run.path("result").asText()).isEqualTo("unaided");
            assertThat(run.path("state").asText()).isEqualTo("signed");
        }
        assertThat(state(step).path("state").asText()).isEqualTo("shown-unaided");
        var last = id(begun("receiver2", 0, 3, true));
        ok(sign("receiver2", last, "receiver2", DEMO_PASSWORD));
        assertThat(state(step).path("state").asText()).as("one signature alone").isEqualTo("practising");
        signInThisThread("expert1", last);

        assertThat(state(step).path("state").asText()).isEqualTo("passed");
        assertThat(state(step).path("toShow")).isEmpty();
        assertThat(states.demonstrated(TransferId.of(transfer))).containsExactly(ItemId.of(item));
        var passed = events.stream(StepDemonstrated.class).toList();
        assertThat(passed).singleElement().satisfies(event -> {
            assertThat(event.receiver()).isEqualTo("receiver2");
            assertThat(event.items()).containsExactly(ItemId.of(item));
            assertThat(event.shares())
                    .filteredOn(share -> share.act().equals("demonstrated"))
                    .hasSize(3)
                    .allMatch(share -> share.username().equals("receiver2"));
            assertThat(event.shares())
                    .filteredOn(share -> share.act().equals("witnessed"))
                    .hasSize(3)
                    .allMatch(share -> share.username().equals("expert1"));
        });
    }

    @Test
    void othersDoNotKnowOfARun() {
        var run = id(begun("receiver1", 0, 3, true));
        for (var other : List.of("receiver2", "expert2", "auditor", "admin")) {
            assertThat(call(other, "GET", "/api/demonstrations/" + run, null).statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
        for (var seer : List.of("receiver1", "expert1", "quality2", "lead")) {
            assertThat(call(seer, "GET", "/api/demonstrations/" + run, null).statusCode())
                    .as(seer)
                    .isEqualTo(200);
        }
        assertThat(call("expert2", "GET", demonstrations(transfer), null).body())
                .doesNotContain(run);
        assertThat(call("expert2", "GET", "/api/transfers/" + transfer + "/audit-trail", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(call("expert2", "GET", "/api/search?q=teach-back&transfer=" + transfer, null)
                        .body())
                .doesNotContain(run);
        assertThat(call("receiver2", "GET", "/api/tasks?limit=200", null).body())
                .doesNotContain(run)
                .doesNotContain("receiver1");
        ok(call("receiver1", "POST", "/api/demonstrations/" + run + "/stop", "{\"reason\":\"The alarm went off\"}"));
    }

    @Test
    void theTwoSignOneAfterTheOtherAtOneTablet() {
        var run = id(begun("receiver1", 0, 3, null));
        var open = sign("receiver1", run, "receiver1", DEMO_PASSWORD);
        assertThat(open.statusCode()).as("not complete").isEqualTo(422);
        assertThat(open.body()).contains("rightFirstTime");
        ok(call(
                "receiver1",
                "PUT",
                "/api/demonstrations/" + run,
                "{\"version\":1,\"prompts\":1,\"rightFirstTime\":true,\"cues\":[{\"itemId\":\"" + item
                        + "\",\"score\":2}]}"));
        assertThat(call("receiver1", "PUT", "/api/demonstrations/" + run, "{\"version\":1}")
                        .statusCode())
                .as("stale")
                .isEqualTo(409);
        assertThat(sign("receiver1", run, "expert2", DEMO_PASSWORD).statusCode())
                .as("not of the pair")
                .isEqualTo(403);
        assertThat(sign("receiver1", run, "expert1", "not my password 1").statusCode())
                .isEqualTo(403);
        var first = ok(sign("receiver1", run, "receiver1", DEMO_PASSWORD));
        assertThat(first.at("/signatures/0/meaning").asText()).isEqualTo("responsibility");
        assertThat(first.at("/run/state").asText()).isEqualTo("waiting");
        assertThat(sign("receiver1", run, "receiver1", DEMO_PASSWORD).statusCode())
                .as("once each")
                .isEqualTo(409);
        assertThat(call("receiver1", "PUT", "/api/demonstrations/" + run, "{\"version\":2}")
                        .statusCode())
                .as("written")
                .isEqualTo(409);

        var second = ok(sign("receiver1", run, "expert1", DEMO_PASSWORD));

        assertThat(second.at("/signatures/0/meaning").asText()).isEqualTo("witness");
        assertThat(second.at("/signatures/0/username").asText()).isEqualTo("expert1");
        assertThat(second.at("/signatures/0/site").asText()).isEqualTo("California");
        assertThat(second.at("/run/state").asText()).isEqualTo("signed");
        assertThat(jdbc.sql("select count(*) from audit_entry where act = 'signed' and username = 'expert1'"
                                + " and record_label like '%teach-back%' and transfer_id = ?")
                        .param(UUID.fromString(transfer))
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void anAlteredRunReadsNotSigned() throws SQLException {
        var run = signedRun("receiver1", 2, 3, true).path("id").asText();
        alter("update demonstration_run set prompts = 0 where id = '" + run + "'");
        try {
            var altered = ok(call("quality", "GET", "/api/demonstrations/" + run, null));
            assertThat(altered.path("unaltered").asBoolean()).isFalse();
            assertThat(altered.path("signatures")).hasSize(2).allSatisfy(signature -> assertThat(
                            signature.path("valid").asBoolean())
                    .isFalse());
            assertThat(altered.path("state").asText()).isEqualTo("waiting");
        } finally {
            alter("update demonstration_run set prompts = 2 where id = '" + run + "'");
        }
        assertThat(ok(call("quality", "GET", "/api/demonstrations/" + run, null))
                        .path("state")
                        .asText())
                .isEqualTo("signed");
    }

    @Test
    void aMissedCueBecomesAQuestionAndItsAnswerComesBack() {
        var asked = startedTransfer("Asked at the bench " + UUID.randomUUID());
        var unclear = tell(asked, "expert1", "Wait for the shadow");
        approve(unclear);
        var body = "{\"itemId\":\"" + unclear + "\",\"text\":\"How long is a moment?\"}";

        var answer = call("receiver1", "POST", "/api/steps/" + firstStep(asked) + "/missed-cues", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var back = item(unclear);
        assertThat(back.path("state").asText()).as("stays in force").isEqualTo("approved");
        assertThat(back.path("inRework").asBoolean()).isTrue();
        assertThat(back.at("/questions/0/text").asText()).isEqualTo("How long is a moment?");
        answer("expert1", unclear);
        assertThat(item(unclear).path("inRework").asBoolean()).isFalse();
        assertThat(item(unclear).path("version").asInt()).isEqualTo(1);
        assertThat(item(unclear).at("/questions/0/answer").asText()).isEqualTo("By ear.");
        assertThat(findTask("expert1", unclear, "rework")).isEmpty();

        call("receiver1", "POST", "/api/steps/" + firstStep(asked) + "/missed-cues", body);
        changeAndAnswer("expert1", unclear);
        assertThat(item(unclear).path("version").asInt()).isEqualTo(2);
        var inWork = call("receiver1", "POST", "/api/steps/" + firstStep(asked) + "/missed-cues", body);
        assertThat(inWork.statusCode()).as(inWork.body()).isEqualTo(409);
    }

    @Test
    void aSurpriseBecomesACaptureTaskOfTheExpert() {
        var before = captures("expert1", transfer);

        var seen = call(
                "receiver1",
                "POST",
                "/api/steps/" + firstStep(transfer) + "/surprises",
                "{\"expert\":\"expert1\",\"text\":\"You turned the tray twice.\"}");

        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(201);
        var task = captures("expert1", transfer).stream()
                .filter(each -> !before.contains(each))
                .findFirst();
        assertThat(task).isPresent();
        assertThat(open("expert1", task.orElseThrow()).path("note").asText()).isEqualTo("You turned the tray twice.");
    }

    @Test
    void theCriticalCuesAreThePairsToSayAndOneStays() {
        var marked = startedTransfer("Marked " + UUID.randomUUID());
        var one = tell(marked, "expert1", "One");
        var two = tell(marked, "expert1", "Two");
        approve(one);
        approve(two);
        var path = "/api/steps/" + firstStep(marked) + "/critical-cues";
        var without = "{\"cues\":[{\"itemId\":\"" + one + "\",\"critical\":false}]}";
        assertThat(call("expert1", "PUT", path, without).statusCode())
                .as("no reason")
                .isEqualTo(422);
        var because = without.replace("]}", "],\"reason\":\"A help, no must\"}");
        var now = ok(call("expert1", "PUT", path, because));
        assertThat(now.at("/cues/0/critical").asBoolean()).isFalse();
        assertThat(call("expert1", "PUT", path, because.replace(one, two)).statusCode())
                .as("one stays")
                .isEqualTo(422);
    }

    private String demonstrations(String of) {
        return "/api/steps/" + firstStep(of) + "/demonstrations";
    }

    private JsonNode state(String step) {
        return ok(call("expert2", "GET", "/api/steps/" + step + "/demonstrations", null));
    }

    private static ObjectNode formal(String receiver, String expert) {
        var body = JSON.createObjectNode()
                .put("kind", "teach-back")
                .put("formal", true)
                .put("receiver", receiver)
                .put("expert", expert);
        body.putArray("agreedBy").add(receiver).add(expert);
        return body;
    }

    private HttpResponse<String> begin(String who, String receiver, Consumer<ObjectNode> change) {
        var body = formal(receiver, "expert1");
        change.accept(body);
        return call(who, "POST", demonstrations(transfer), body.toString());
    }

    private JsonNode begun(String receiver, int prompts, int score, Boolean right) {
        var answer = begin(receiver, receiver, body -> {
            body.put("prompts", prompts).put("rightFirstTime", right);
            body.putArray("cues").addObject().put("itemId", item).put("score", score);
        });
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private JsonNode signedRun(String receiver, int prompts, int score, boolean right) {
        var run = id(begun(receiver, prompts, score, right));
        ok(sign(receiver, run, receiver, DEMO_PASSWORD));
        return ok(sign("expert1", run, "expert1", DEMO_PASSWORD)).path("run");
    }

    private HttpResponse<String> sign(String who, String run, String signer, String password) {
        return call(
                who,
                "POST",
                "/api/demonstrations/" + run + "/sign",
                JSON.createObjectNode()
                        .put("username", signer)
                        .put("password", password)
                        .toString());
    }

    /** Events are recorded of the test's own thread alone. */
    private void signInThisThread(String who, String run) {
        Acting.as(people.require(who).acting(null, null), () -> {
            door.sign(RunId.of(run), reauthentication.prove(who, DEMO_PASSWORD));
            return who;
        });
    }

    private static String id(JsonNode run) {
        return run.path("id").asText();
    }

    private List<String> entries(String of) {
        return jdbc.sql("select act from audit_entry where transfer_id = ? order by no")
                .param(UUID.fromString(of))
                .query(String.class)
                .list();
    }

    /** Past the application, past its triggers. */
    private void alter(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"));
                var altering = connection.createStatement()) {
            altering.execute("set session_replication_role = replica");
            assertThat(altering.executeUpdate(statement)).isEqualTo(1);
        }
    }
}
