package dev.baton.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.identity.People;
import dev.baton.support.OnlyQuality;
import dev.baton.support.PlayedOverHttp;
import dev.baton.support.TrailReviewer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A transfer ends with three signatures of three people, and with nothing less. */
class AcceptanceIT extends PlayedOverHttp {

    private final TrailReviewer reviewer = new TrailReviewer(this::call);

    @Autowired
    private People people;

    @Autowired
    private EmbeddedPostgres server;

    private OnlyQuality only;

    @BeforeEach
    void twoOfQuality() {
        only = new OnlyQuality(people, "quality", "quality2");
    }

    @AfterEach
    void everybodyAgain() {
        only.close();
    }

    @Test
    void bothSitesAndQualityAcceptAndThatClosesTheTransfer() throws SQLException {
        hire("receiving-expert", "Nobody's Side", "Liverpool", "expert");
        var transfer = importTransfer("Accepted");
        changeTeam(transfer, "expert1", "expert2", "expert3", "receiving-expert");
        start(transfer);
        var item = tell(transfer, "expert1", "What is accepted");
        approve(item);
        assertThat(accept("lead", transfer).statusCode())
                .as("not before close-out")
                .isEqualTo(409);
        pass(transfer);
        pass(transfer);
        assertThat(gate(transfer).path("phase").asText()).isEqualTo("close-out");
        await().untilAsserted(() -> assertThat(ok(call("expert1", "GET", "/api/people/expert1/certificates", null))
                        .path("items"))
                .as("whoever gave something gets a certificate at the end")
                .anyMatch(certificate -> certificate.path("transferId").asText().equals(transfer)
                        && certificate.path("occasion").asText().equals("close-out")));
        var missing = texts(gate(transfer).path("missing"), "what");
        assertThat(missing)
                .anyMatch(line -> line.contains("has not landed"))
                .anyMatch(line -> line.contains("not everything that is effective was shown"))
                .anyMatch(line -> line.contains("Quality has not signed the acceptance"));
        assertThat(texts(gate(transfer).path("missing"), "where"))
                .contains("/transfers/" + transfer + "/trail-reviews");

        var early = accept("lead", transfer);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(json(early).path("errors")).hasSize(missing.size() - 3);

        override("lead", transfer);
        override("quality2", transfer);
        assertThat(gate(transfer).path("open").asBoolean())
                .as("no override takes the place of the acceptance")
                .isFalse();
        assertThat(conclude(transfer).statusCode()).isEqualTo(409);
        var opened = ok(call("quality", "GET", "/api/transfers/" + transfer + "/trail-reviews", null))
                .at("/items/0/id")
                .asText();
        review(opened);
        assertThat(texts(gate(transfer).path("missing"), "where"))
                .as("the override is not reviewed")
                .contains("/transfers/" + transfer + "/trail-reviews");
        review(reviewer.open("quality", transfer));
        assertThat(texts(gate(transfer).path("missing"), "where"))
                .doesNotContain("/transfers/" + transfer + "/trail-reviews");

        assertThat(accept("auditor", transfer).statusCode()).isEqualTo(403);
        assertThat(accept("lead", transfer).statusCode()).isEqualTo(201);
        assertThat(accept("expert1", transfer).statusCode())
                .as("the side has signed")
                .isEqualTo(409);
        await().untilAsserted(() -> assertThat(askedToAccept("receiver1")).isTrue());
        assertThat(askedToAccept("quality")).isTrue();
        assertThat(askedToAccept("expert1")).as("their side has signed").isFalse();
        assertThat(askedToAccept("receiving-expert"))
                .as("signs for no side, and is not asked to")
                .isFalse();
        assertThat(accept("receiver1", transfer).statusCode()).isEqualTo(201);
        assertThat(look(transfer).path("acceptedAt").isNull()).isTrue();
        var last = accept("quality", transfer);
        assertThat(last.statusCode()).as(last.body()).isEqualTo(201);

        var accepted = look(transfer);
        assertThat(accepted.path("acceptedAt").isNull()).isFalse();
        assertThat(accepted.at("/sending/username").asText()).isEqualTo("lead");
        assertThat(accepted.at("/receiving/meaning").asText()).isEqualTo("approval");
        assertThat(accepted.at("/quality/valid").asBoolean()).isTrue();
        assertThat(gate(transfer).path("open").asBoolean()).isTrue();
        assertThat(accept("quality2", transfer).statusCode())
                .as("accepted once and for all")
                .isEqualTo(409);
        assertThat(ended(transfer)).as("the process of the transfer has ended").isTrue();

        alter(transfer, "items = items || ' '");
        var altered = look(transfer);
        assertThat(altered.path("acceptedAt").isMissingNode()).isFalse();
        assertThat(altered.path("acceptedAt").isNull())
                .as("nobody has accepted what stands there now")
                .isTrue();
        assertThat(texts(gate(transfer).path("missing"), "what"))
                .anyMatch(line -> line.contains("Quality has not signed the acceptance"));
        alter(transfer, "items = rtrim(items)");
        assertThat(look(transfer).path("acceptedAt").isNull()).isFalse();
    }

    /** As whoever owns the database and goes past every trigger. */
    private void alter(String transfer, String how) throws SQLException {
        try (var attacker = DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"));
                var hand = attacker.createStatement()) {
            hand.execute("set session_replication_role = replica");
            assertThat(hand.executeUpdate("update acceptance set " + how + " where transfer_id = '" + transfer + "'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void whatChangesAfterTheFirstSignatureIsAcceptedAnew() {
        var transfer = startedTransfer("Accepted anew");
        var late = tell(transfer, "expert1", "Approved late");
        pass(transfer);
        pass(transfer);
        override("lead", transfer);
        override("quality2", transfer);
        assertThat(texts(gate(transfer).path("missing"), "what")).contains("“Approved late” is still in review.");
        var begun = accept("lead", transfer);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        approve(late);
        assertThat(look(transfer).path("sending").isNull())
                .as("the lead has signed for less than there is now")
                .isTrue();
        var anew = accept("receiver1", transfer);
        assertThat(anew.statusCode()).as(anew.body()).isEqualTo(201);
        assertThat(accept("expert1", transfer).statusCode()).isEqualTo(201);
        assertThat(look(transfer).path("items").asInt()).isEqualTo(1);
    }

    @Autowired
    private JdbcClient jdbc;

    private boolean askedToAccept(String who) {
        return notices(who).stream()
                .anyMatch(notice -> notice.path("kind").asText().equals("acceptance"));
    }

    private boolean ended(String transfer) {
        return jdbc.sql("select count(*) from act_hi_procinst where business_key_ = ?"
                                + " and proc_def_key_ = 'site-transfer' and end_time_ is not null")
                        .param(transfer)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** By whoever of the two may: which acts are drawn, and so who is independent, is chance. */
    private void review(String review) {
        var who = reviewer.view("quality", review).at("/mayLook/0").asText();
        reviewer.restInOrder(who, review);
        ok(reviewer.sign(who, review, "sign"));
        if (!reviewer.view("quality", review).path("state").asText().equals("signed")) {
            var second = who.equals("quality") ? "quality2" : "quality";
            reviewer.restInOrder(second, review);
            ok(reviewer.sign(second, review, "sign"));
        }
    }

    /** Leaves the present phase, with two people answering for what is missing. */
    private void pass(String transfer) {
        override("lead", transfer);
        override("quality2", transfer);
        ok(conclude(transfer));
    }

    private void override(String who, String transfer) {
        var body = JSON.createObjectNode()
                .put("reason", "The season does not wait.")
                .put("username", who)
                .put("password", DEMO_PASSWORD);
        var answer = call(who, "POST", "/api/transfers/" + transfer + "/gate/override", body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private HttpResponse<String> accept(String who, String transfer) {
        var body = JSON.createObjectNode().put("username", who).put("password", DEMO_PASSWORD);
        return call(who, "POST", "/api/transfers/" + transfer + "/acceptance", body.toString());
    }

    private JsonNode look(String transfer) {
        return ok(call("lead", "GET", "/api/transfers/" + transfer + "/acceptance", null));
    }

    private JsonNode gate(String transfer) {
        return ok(call("lead", "GET", "/api/transfers/" + transfer + "/gate", null));
    }

    private HttpResponse<String> conclude(String transfer) {
        return call("lead", "POST", "/api/transfers/" + transfer + "/conclude-phase", "{\"reason\":\"done\"}");
    }

    private static List<String> texts(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path(field).asText())
                .toList();
    }
}
