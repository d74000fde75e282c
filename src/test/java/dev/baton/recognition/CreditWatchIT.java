package dev.baton.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.PlayedOverHttp;
import dev.baton.support.Statements;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Who showed a step and who saw it shown keep their credits as long as the run is what they signed, and no longer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreditWatchIT extends PlayedOverHttp {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private EmbeddedPostgres server;

    @Autowired
    private CreditWatch watch;

    private String transfer = "";
    private String item = "";
    private List<JsonNode> runs = List.of();

    @BeforeAll
    void showAStep() {
        transfer = startedTransfer("Watched " + UUID.randomUUID());
        item = tell(transfer, "expert1", "Shake it twice");
        approve(item);
        runs = shown("receiver1");
    }

    @Test
    void anAlteredRunTakesTheCreditsOfShowerAndWitnessAndOfNobodyElse() throws SQLException {
        var fallen = runs.get(0);
        watch.look();
        runs.forEach(run -> assertThat(isCredited(run)).as("it stands").isTrue());

        alter("update demonstration_run set prompts = 7 where id = '" + id(fallen) + "'");
        try {
            watch.look();
            watch.look();
        } finally {
            alter("update demonstration_run set prompts = 0 where id = '" + id(fallen) + "'");
        }

        for (var person : List.of("receiver1", "expert1")) {
            assertThat(credits(person, "credits", fallen)).as(person).isEmpty();
            assertThat(credits(person, "withdrawn", fallen))
                    .as(person)
                    .singleElement()
                    .satisfies(
                            credit -> assertThat(credit.path("cause").asText()).isEqualTo("altered"));
        }
        assertThat(credits("receiver1", "withdrawn", fallen).get(0).path("act").asText())
                .isEqualTo("demonstrated");
        assertThat(credits("expert1", "withdrawn", fallen).get(0).path("act").asText())
                .isEqualTo("witnessed");
        assertThat(runs.subList(1, 3)).allMatch(this::isCredited);
    }

    @Test
    void moreCreditsAreLookedAtWithAsManyStatements() {
        watch.look();
        var few = Statements.of(watch::look).size();

        shown("receiver2");

        assertThat(Statements.of(watch::look)).hasSize(few).hasSizeLessThanOrEqualTo(6);
    }

    /** Three unaided runs, signed by both and credited to both. */
    private List<JsonNode> shown(String receiver) {
        var signed = new ArrayList<JsonNode>();
        for (int i = 0; i < 3; i++) {
            var body = JSON.createObjectNode()
                    .put("kind", "teach-back")
                    .put("formal", true)
                    .put("receiver", receiver)
                    .put("expert", "expert1")
                    .put("prompts", 0)
                    .put("rightFirstTime", true);
            body.putArray("agreedBy").add(receiver).add("expert1");
            body.putArray("cues").addObject().put("itemId", item).put("score", 3);
            var begun =
                    call(receiver, "POST", "/api/steps/" + firstStep(transfer) + "/demonstrations", body.toString());
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
            sign(receiver, id(json(begun)));
            signed.add(sign("expert1", id(json(begun))).path("run"));
        }
        await().atMost(SOON).until(() -> signed.stream().allMatch(this::isCredited));
        return signed;
    }

    private JsonNode sign(String who, String run) {
        var typed = JSON.createObjectNode().put("username", who).put("password", passwordOf(who));
        return ok(call(who, "POST", "/api/demonstrations/" + run + "/sign", typed.toString()));
    }

    private boolean isCredited(JsonNode run) {
        return StreamSupport.stream(run.path("signatures").spliterator(), false)
                .map(signature -> signature.path("username").asText())
                .allMatch(person -> credits(person, "credits", run).size() == 1);
    }

    private List<JsonNode> credits(String person, String list, JsonNode run) {
        var signatures = StreamSupport.stream(run.path("signatures").spliterator(), false)
                .map(signature -> signature.path("id").asText())
                .toList();
        var record = ok(call(person, "GET", "/api/people/" + person + "/recognition", null));
        return StreamSupport.stream(record.path(list).spliterator(), false)
                .filter(credit -> signatures.contains(credit.path("signatureId").asText()))
                .toList();
    }

    private static String id(JsonNode run) {
        return run.path("id").asText();
    }

    /** As a superuser of the database, past every trigger. */
    private void alter(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"));
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
