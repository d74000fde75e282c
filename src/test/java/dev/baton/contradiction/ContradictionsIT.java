package dev.baton.contradiction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.support.PlayedOverHttp;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two voices that disagree, from being noticed to the signed outcome; neither is ever changed. */
class ContradictionsIT extends PlayedOverHttp {

    @Autowired
    JdbcClient jdbc;

    @Test
    void numbersThatAreApartAreFoundArbitratedAndBothVoicesStay() {
        var transfer = startedTransfer("Apart");
        var first = tell(transfer, "expert1", "Stop at straw", "7.5", "mL/egg");
        var second = tell(transfer, "expert2", "Empty the egg", "0.009", "L/egg");
        var before = List.of(item(first).path("contentHash"), item(second).path("contentHash"));

        var found = only(transfer);
        assertThat(found.path("state").asText()).isEqualTo("open");
        assertThat(found.path("finding").asText()).isEqualTo("threshold");
        assertThat(found.path("reason").asText()).contains("7.5 mL/egg", "0.009 L/egg", "17 %");
        assertThat(found.at("/first/itemId").asText()).isEqualTo(first);
        var id = found.path("id").asText();
        assertThat(duty("lead", "name-arbiter", id)).isPresent();
        assertThat(duty("quality", "name-arbiter", id)).isPresent();
        assertThat(duty("expert1", "name-arbiter", id)).isEmpty();

        assertThat(name("expert1", id, "lead2").statusCode()).isEqualTo(403);
        assertThat(name("lead", id, "expert1").statusCode()).as("a party").isEqualTo(422);
        assertThat(name("lead", id, "auditor").statusCode()).as("an auditor").isEqualTo(422);
        assertThat(post(
                                "lead",
                                "/api/contradictions/" + id + "/arbiter",
                                JSON.createObjectNode().put("arbiter", "quality2"))
                        .statusCode())
                .as("without a reason")
                .isEqualTo(422);
        ok(name("lead", id, "quality2"));
        assertThat(duty("lead", "name-arbiter", id)).isEmpty();
        assertThat(duty("quality2", "arbitration", id)).isPresent();
        ok(name("quality", id, "quality"));
        assertThat(duty("quality2", "arbitration", id))
                .as("another one was named")
                .isEmpty();

        assertThat(settle("quality2", id, "both", "Each on its own strain").statusCode())
                .isEqualTo(403);
        assertThat(settle("quality", id, "neither", "?").statusCode()).isEqualTo(422);
        assertThat(settle("quality", id, "both", " ").statusCode()).isEqualTo(422);
        var wrong = JSON.createObjectNode()
                .put("outcome", "both")
                .put("words", "Each on its own strain")
                .put("username", "quality")
                .put("password", "not mine");
        assertThat(post("quality", "/api/contradictions/" + id + "/decide", wrong)
                        .statusCode())
                .isEqualTo(403);
        var decided = ok(settle("quality", id, "both", "A strains at 9, B strains at 7.5 mL"));
        assertThat(decided.path("state").asText()).isEqualTo("decided");
        assertThat(decided.at("/signatures/0/meaning").asText()).isEqualTo("responsibility");
        assertThat(duty("quality", "arbitration", id)).isEmpty();
        assertThat(settle("quality", id, "first", "On second thoughts").statusCode())
                .isEqualTo(409);

        assertThat(List.of(item(first).path("contentHash"), item(second).path("contentHash")))
                .as("both voices are what they were")
                .isEqualTo(before);
        assertThat(item(first).at("/contradictions/0/outcome").asText()).isEqualTo("both");
        assertThat(item(second).at("/contradictions/0/words").asText()).startsWith("A strains");
        awaitCredit("quality", decided.at("/signatures/0/id").asText());
        var signed = sheet(decided.at("/signatures/0/id").asText());
        assertThat(signed).isEqualTo("decided both");
    }

    @Test
    void theSameIsNotBroughtUpTwiceAndSomethingNewIs() {
        var transfer = startedTransfer("Once");
        tell(transfer, "expert1", "One", "5", "min");
        var other = tell(transfer, "expert2", "Other", "10", "min");
        var id = only(transfer).path("id").asText();
        ok(name("lead", id, "quality2"));
        ok(settle("quality2", id, "trial", "Time both on ten batches"));

        decide("expert3", other, "peer-review", "refuse");
        changeAndAnswer("expert2", other);
        assertThat(all(transfer)).as("the numbers are the same").hasSize(1);

        var marked = post("expert3", "/api/items/" + other + "/contradictions", mark(firstOf(id), "Still so"));
        assertThat(marked.statusCode()).as("expert3 has not told yet").isEqualTo(404);
        marked = post("receiver1", "/api/items/" + other + "/contradictions", mark(firstOf(id), "The trial says so"));
        assertThat(marked.statusCode()).as(marked.body()).isEqualTo(201);
        assertThat(json(marked).path("state").asText()).isEqualTo("open");
        assertThat(post("lead", "/api/items/" + other + "/contradictions", mark(firstOf(id), "Again"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void cuesAreProposedAndPeopleSay() {
        var transfer = startedTransfer("Cues");
        var one = tellCue(transfer, "expert1", "The colour of the fluid turns to straw, stop at once");
        var two = tellCue(transfer, "expert2", "The colour of the fluid turns pink and blood shows");
        var proposed = only(transfer);
        assertThat(proposed.path("state").asText()).isEqualTo("proposed");
        assertThat(proposed.path("raisedBy").isNull()).isTrue();
        var id = proposed.path("id").asText();
        assertThat(duty("lead", "name-arbiter", id)).isEmpty();
        ok(post("receiver1", "/api/contradictions/" + id + "/dismiss", why("Straw is the yolk, pink is blood")));
        assertThat(only(transfer).path("state").asText()).isEqualTo("dismissed");

        var marked = post("lead", "/api/items/" + one + "/contradictions", mark(two, "Which colour is it now?"));
        assertThat(marked.statusCode()).as(marked.body()).isEqualTo(201);
        assertThat(all(transfer)).hasSize(2);
        assertThat(post("expert1", "/api/contradictions/" + id + "/confirm", why("Yes"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aMarkNeedsTwoVoicesOnOneStepThatTheMarkerMaySee() {
        var transfer = startedTransfer("Marks");
        var one = tell(transfer, "expert1", "One");
        var own = tell(transfer, "expert1", "Own");
        var other = tell(transfer, "expert2", "Other");
        assertThat(marks("lead", one, one)).isEqualTo(422);
        assertThat(marks("lead", one, own)).isEqualTo(422);
        assertThat(marks("auditor", one, other)).isEqualTo(403);
        assertThat(marks("admin", one, other)).isEqualTo(404);
        assertThat(marks("lead", one, "no-id")).isEqualTo(404);
        assertThat(post("lead", "/api/items/" + one + "/contradictions", mark(other, " "))
                        .statusCode())
                .isEqualTo(422);
        assertThat(marks("lead", one, other)).isEqualTo(201);
    }

    @Test
    void aWithdrawnVoiceLeavesNothingToArbitrate() {
        var transfer = startedTransfer("Withdrawn voice");
        var one = tell(transfer, "expert1", "One", "5", "min");
        tell(transfer, "expert2", "Other", "10", "min");
        var id = only(transfer).path("id").asText();
        ok(post(
                "quality",
                "/api/items/" + one + "/withdraw",
                why("Told twice").put("username", "quality").put("password", DEMO_PASSWORD)));
        assertThat(only(transfer).path("state").asText()).isEqualTo("lapsed");
        assertThat(duty("lead", "name-arbiter", id)).isEmpty();
    }

    private String firstOf(String contradiction) {
        return ok(call("lead", "GET", "/api/contradictions/" + contradiction, null))
                .at("/first/itemId")
                .asText();
    }

    private String tell(String transfer, String expert, String title, String value, String unit) {
        var content = JSON.createObjectNode()
                .put("title", title)
                .put("kind", "judgement")
                .put("whatIsDone", title);
        content.putObject("threshold").put("value", value).put("unit", unit);
        return told(transfer, expert, content);
    }

    private String tellCue(String transfer, String expert, String cue) {
        return told(
                transfer,
                expert,
                JSON.createObjectNode()
                        .put("title", "By eye")
                        .put("kind", "sensory-cue")
                        .put("whatIsDone", "I look")
                        .put("cue", cue)
                        .put("sense", "sight"));
    }

    private String told(String transfer, String expert, ObjectNode content) {
        var task = begin(transfer, expert);
        var draft = JSON.createObjectNode()
                .put("version", open(expert, task).path("version").asLong());
        draft.putArray("items").add(content);
        ok(call(expert, "PUT", "/api/tasks/" + task + "/draft", draft.toString()));
        return signed(end(expert, task, decision("submit"))).at("/items/0").asText();
    }

    private List<JsonNode> all(String transfer) {
        var page = ok(call("quality", "GET", "/api/transfers/" + transfer + "/contradictions", null));
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    private JsonNode only(String transfer) {
        var all = all(transfer);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private Optional<JsonNode> duty(String who, String kind, String id) {
        var tasks = ok(call(who, "GET", "/api/tasks?limit=200", null)).path("items");
        return StreamSupport.stream(tasks.spliterator(), false)
                .filter(task -> task.path("kind").asText().equals(kind)
                        && task.path("page").asText().equals("/contradictions/" + id))
                .findFirst();
    }

    private HttpResponse<String> name(String who, String id, String arbiter) {
        return post(
                who,
                "/api/contradictions/" + id + "/arbiter",
                why("Knows the process from before").put("arbiter", arbiter));
    }

    private HttpResponse<String> settle(String who, String id, String outcome, String words) {
        return post(
                who,
                "/api/contradictions/" + id + "/decide",
                JSON.createObjectNode()
                        .put("outcome", outcome)
                        .put("words", words)
                        .put("username", who)
                        .put("password", DEMO_PASSWORD));
    }

    private int marks(String who, String one, String other) {
        return post(who, "/api/items/" + one + "/contradictions", mark(other, "They differ"))
                .statusCode();
    }

    private static ObjectNode mark(String other, String reason) {
        return why(reason).put("other", other);
    }

    private static ObjectNode why(String reason) {
        return JSON.createObjectNode().put("reason", reason);
    }

    private HttpResponse<String> post(String who, String path, ObjectNode body) {
        return call(who, "POST", path, body.toString());
    }

    private String sheet(String signature) {
        return jdbc.sql("select state || ' ' || outcome from contradiction where signature_id = cast(? as uuid)")
                .param(signature)
                .query(String.class)
                .single();
    }

    private void awaitCredit(String who, String signature) {
        var until = Instant.now().plusSeconds(10);
        while (!call(who, "GET", "/api/people/" + who + "/recognition", null)
                .body()
                .contains(signature)) {
            assertThat(Instant.now()).as("a credit for " + signature).isBefore(until);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
