package dev.baton.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.Browser;
import dev.baton.support.PlayedOverHttp;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The recognition record: it stands on signatures that hold, says what came of it, and is its person's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordIT extends PlayedOverHttp {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Autowired
    EmbeddedPostgres server;

    @Autowired
    CreditWatch watch;

    private String transfer = "";
    private Browser reader;

    @BeforeAll
    void begin() {
        transfer = startedTransfer("Recognition record");
        reader = new Browser(url("")).login("receiver2", DEMO_PASSWORD);
    }

    @Test
    void whatIsTakenBackTakesItsCreditsBackVisibly() {
        var item = credited("Taken back");
        var signed = "{\"reason\":\"Measured again.\",\"username\":\"quality\",\"password\":\"" + DEMO_PASSWORD + "\"}";
        ok(call("quality", "POST", "/api/items/" + item + "/withdraw", signed));

        await(() -> credits("expert1", "credits", item).isEmpty());
        assertThat(credits("expert1", "withdrawn", item)).singleElement().satisfies(fallen -> {
            assertThat(fallen.path("act").asText()).isEqualTo("authorship");
            assertThat(fallen.path("cause").asText()).isEqualTo("withdrawn");
            assertThat(fallen.path("withdrawnAt").asText()).isNotEmpty();
        });
        assertThat(credits("receiver1", "withdrawn", item)).hasSize(1);
        assertThat(page("/people/expert1")).contains("No longer counted", "Taken back", "The item was taken back on");
        assertThat(trail(item)).contains("credited", "credit-withdrawn");
    }

    @Test
    void aSignatureThatFallsTakesItsCreditWithIt() throws SQLException {
        var item = credited("Bent by hand");
        bend(item, "why = 'bent'");
        try {
            call("quality", "GET", "/api/items/" + item, null);
            await(() -> credits("expert1", "credits", item).isEmpty());
            assertThat(credits("expert1", "withdrawn", item)).singleElement().satisfies(fallen -> assertThat(
                            fallen.path("cause").asText())
                    .isEqualTo("altered"));
            assertThat(trail(item)).contains("credit-fallen");
        } finally {
            bend(item, "why = null");
        }
    }

    @Test
    void whoeverAskedAndWroteItDownHasAPartInIt() {
        var task = begin(transfer, "expert1");
        ok(call("expert1", "POST", "/api/tasks/" + task + "/interview", "{\"interviewer\":\"lead\",\"minutes\":20}"));
        write("lead", task, "Told over coffee", "no");
        var item =
                signed(end("expert1", task, decision("submit"))).at("/items/0").asText();
        approve(item);

        await(() -> acts("lead", item).size() == 2);
        assertThat(acts("lead", item)).containsExactlyInAnyOrder("interviewed", "wrote-out");
        assertThat(acts("expert1", item)).containsExactly("authorship");
        assertThat(page("/people/lead")).contains("Wrote out what was told");

        var alone = begin(transfer, "expert1");
        ok(call("expert1", "POST", "/api/tasks/" + alone + "/interview", "{\"interviewer\":\"lead\"}"));
        write("expert1", alone, "Asked, and written alone", "no");
        var second =
                signed(end("expert1", alone, decision("submit"))).at("/items/0").asText();
        approve(second);
        await(() -> !acts("lead", second).isEmpty());
        assertThat(acts("lead", second)).containsExactly("interviewed");
    }

    @Test
    void whatHoldsOfTwoVoicesFallsWithItsSignature() throws SQLException {
        var one = tell(transfer, "expert1", "Wait for the bell");
        var other = tell(transfer, "expert2", "Do not wait for the bell");
        var marked = call(
                "lead",
                "POST",
                "/api/items/" + one + "/contradictions",
                "{\"other\":\"" + other + "\",\"reason\":\"One waits, one does not\"}");
        assertThat(marked.statusCode()).as(marked.body()).isEqualTo(201);
        var id = json(marked).path("id").asText();
        ok(call(
                "lead",
                "POST",
                "/api/contradictions/" + id + "/arbiter",
                "{\"arbiter\":\"quality2\",\"reason\":\"Knows both lines\"}"));
        var before = arbitrated("credits");
        ok(call(
                "quality2",
                "POST",
                "/api/contradictions/" + id + "/decide",
                "{\"outcome\":\"both\",\"words\":\"Each on its own line\",\"username\":\"quality2\",\"password\":\""
                        + DEMO_PASSWORD + "\"}"));
        await(() -> arbitrated("credits").size() > before.size());
        var signature = arbitrated("credits").stream()
                .filter(credited -> !before.contains(credited))
                .findFirst()
                .orElseThrow();
        watch.look();
        assertThat(arbitrated("credits")).as("it stands").contains(signature);

        alter("update contradiction set words = 'bent' where id = '" + id + "'");
        try {
            watch.look();
            assertThat(arbitrated("credits")).doesNotContain(signature);
            assertThat(withdrawn(signature)).isEqualTo(1);
            assertThat(page("/people/quality2")).contains("what is stored is no longer what was signed");
        } finally {
            alter("update contradiction set words = 'Each on its own line' where id = '" + id + "'");
        }
        watch.look();
        assertThat(withdrawn(signature)).as("once").isEqualTo(1);
    }

    @Test
    void effectsAreCountedByPeopleAndNeverByClicks() {
        var item = credited("Read by three");
        ok(call("receiver2", "GET", "/api/items/" + item, null));
        ok(call("receiver2", "GET", "/api/items/" + item, null));
        ok(call("quality", "GET", "/api/items/" + item, null));

        var effects = credits("expert1", "credits", item).get(0).path("effects");
        // The reviewer, the approver and receiver2; quality sits in California.
        assertThat(effects.path("readBy").asInt()).isEqualTo(3);
        assertThat(effects.path("runs").asInt(-1)).isZero();
        assertThat(effects.path("cueNamed").asInt(-1)).isZero();
        assertThat(credits("receiver1", "credits", item)
                        .get(0)
                        .at("/effects/readBy")
                        .asInt())
                .as("the person's own reading is no effect")
                .isEqualTo(2);
        assertThat(page("/people/expert1")).contains("Read by 3 people at the receiving site");
    }

    @Test
    void eachPersonDecidesWhoSeesTheirRecord() {
        var item = credited("Mine to show");
        choose("expert1", "me");
        try {
            assertThat(record("receiver1", "expert1").path("credits")).isEmpty();
            assertThat(record("receiver1", "expert1").path("shown").asBoolean()).isFalse();
            assertThat(page("/people/expert1"))
                    .contains("keeps this record to themselves")
                    .doesNotContain("Mine to show");
            assertThat(page("/transfers/" + transfer)).doesNotContain("class=\"name\" href=\"/people/expert1\"");
            assertThat(credits("expert1", "credits", item)).isNotEmpty();

            choose("expert1", "transfers");
            assertThat(record("receiver1", "expert1").path("shown").asBoolean()).isTrue();
            assertThat(record("admin", "expert1").path("shown").asBoolean()).isFalse();
        } finally {
            choose("expert1", "everybody");
        }
        assertThat(record("admin", "expert1").path("shown").asBoolean()).isTrue();
        var nonsense = call("expert1", "PUT", "/api/me/visibility", "{\"visibility\":\"nobody\"}");
        assertThat(nonsense.statusCode()).as(nonsense.body()).isEqualTo(422);
    }

    private String page(String path) {
        var page = reader.ask("GET", path, null);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.body();
    }

    private String credited(String title) {
        var item = tell(transfer, "expert1", title);
        approve(item);
        await(() -> !credits("expert1", "credits", item).isEmpty());
        return item;
    }

    private void choose(String who, String visibility) {
        assertThat(call(who, "PUT", "/api/me/visibility", "{\"visibility\":\"" + visibility + "\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    private JsonNode record(String reader, String person) {
        return ok(call(reader, "GET", "/api/people/" + person + "/recognition", null));
    }

    private List<JsonNode> credits(String person, String list, String item) {
        return StreamSupport.stream(record(person, person).path(list).spliterator(), false)
                .filter(credit -> credit.path("itemId").asText().equals(item))
                .toList();
    }

    private List<String> acts(String person, String item) {
        return credits(person, "credits", item).stream()
                .map(credit -> credit.path("act").asText())
                .toList();
    }

    /** The signatures of what quality2 is credited for as an arbiter, of which other tests may have left some. */
    private Set<String> arbitrated(String list) {
        return StreamSupport.stream(record("quality2", "quality2").path(list).spliterator(), false)
                .filter(credit -> credit.path("act").asText().equals("arbitrated"))
                .map(credit -> credit.path("signatureId").asText())
                .collect(Collectors.toSet());
    }

    private long withdrawn(String signature) {
        return StreamSupport.stream(
                        record("quality2", "quality2").path("withdrawn").spliterator(), false)
                .filter(credit -> credit.path("signatureId").asText().equals(signature))
                .count();
    }

    private List<String> trail(String item) {
        var page =
                ok(call("quality", "GET", "/api/transfers/" + transfer + "/audit-trail?limit=200&item=" + item, null));
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(entry -> entry.path("act").asText())
                .toList();
    }

    private void bend(String item, String change) throws SQLException {
        alter("update item_version set " + change + " where item_id = '" + item + "'");
    }

    /** As a superuser of the database, past every trigger. */
    private void alter(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"));
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }

    private static void await(BooleanSupplier arrived) {
        var until = Instant.now().plus(SOON);
        while (!arrived.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(until);
            Thread.onSpinWait();
        }
    }
}
