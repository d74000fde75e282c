package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.support.RunningBaton;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Said against done over the API: proposed by the machine, classified by the author, signed, shown and counted. */
class DifferencesIT extends RunningBaton {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DONE = "I never stir. I hold the pool at 10 °C against the wall of my hand.";

    @Test
    void theAuthorClassifiesSignsAndTheStepCounts() {
        var transfer = sample();
        var step = step(transfer, "3.4");
        var before = counted(transfer);

        var proposed = json("expert3", "POST", "/api/steps/" + step + "/differences", said(DONE), 200);
        assertThat(proposed.path("differences").toString())
                .contains("\"class\":\"changed-value\"", "Pool temperature 2 \u2013 8 °C", "\"inside\":false");
        assertThat(proposed.has("rest")).isTrue();

        var task = json("expert3", "POST", "/api/steps/" + step + "/capture-tasks", "{}", 201)
                .path("taskId")
                .asText();
        var item = JSON.createObjectNode()
                .put("title", "The pool is warmer than the sheet says")
                .put("kind", "judgement")
                .put("whatIsDone", DONE);
        item.putArray("differences")
                .addObject()
                .put("class", "changed-value")
                .put("official", "Pool temperature 2 \u2013 8 °C")
                .put("done", "10 °C");
        item.withArray("differences").addObject().put("class", "omitted").put("official", "with stirring");
        var draft = JSON.createObjectNode().put("version", 0);
        draft.putArray("items").add(item);
        var saved = json("expert3", "PUT", "/api/tasks/" + task + "/draft", draft.toString(), 200);
        assertThat(saved.at("/items/0/differences")).hasSize(2);
        var sheet = json("expert3", "GET", "/api/tasks/" + task + "/to-sign", null, 200);
        assertThat(sheet.at("/subjects/0/content/differences/1/class").asText()).isEqualTo("omitted");
        var signed = json(
                "expert3",
                "POST",
                "/api/tasks/" + task + "/complete",
                "{\"version\":" + saved.path("version")
                        + ",\"decision\":\"submit\",\"username\":\"expert3\",\"password\":\"" + DEMO_PASSWORD + "\"}",
                200);

        var id = signed.at("/items/0").asText();
        var shown = json("auditor", "GET", "/api/items/" + id, null, 200);
        assertThat(shown.path("differences")).isEqualTo(saved.at("/items/0/differences"));
        assertThat(shown.path("unaltered").asBoolean()).isTrue();
        assertThat(shown.at("/signatures/0/valid").asBoolean()).isTrue();
        assertThat(counted(transfer)).isEqualTo(before + 2);
    }

    @Test
    void whatIsNoDifferenceIsRefusedWithItsPlaceAndNothingIsRequired() {
        var transfer = sample();
        var step = step(transfer, "4.4");
        var task = json("expert3", "POST", "/api/steps/" + step + "/capture-tasks", "{}", 201)
                .path("taskId")
                .asText();
        var refused = json(
                "expert3",
                "PUT",
                "/api/tasks/" + task + "/draft",
                "{\"version\":0,\"items\":[{\"title\":\"T\",\"differences\":[{\"class\":\"other\",\"done\":\"x\"},{\"class\":\"added\"}]}]}",
                422);
        assertThat(refused.path("errors").toString())
                .contains("items[0].differences[0].class", "items[0].differences[1]");
        for (var text : new String[] {"", "\\u0001", "x".repeat(2000), "20 °C ".repeat(400)}) {
            assertThat(call("expert3", "POST", "/api/steps/" + step + "/differences", said(text))
                            .statusCode())
                    .isIn(200, 422);
        }
    }

    private int counted(String transfer) {
        var counted = StreamSupport.stream(
                        json("lead", "GET", "/api/transfers/" + transfer + "/hidden-factory", null, 200)
                                .path("steps")
                                .spliterator(),
                        false)
                .filter(step -> step.path("step").asText().equals("3.4"))
                .findFirst()
                .orElseThrow()
                .path("differences");
        return counted.path("omitted").asInt() + counted.path("changed-value").asInt();
    }

    private static String said(String text) {
        return JSON.createObjectNode().put("whatIsDone", text).toString();
    }

    private String sample() {
        return StreamSupport.stream(
                        json("lead", "GET", "/api/transfers", null, 200)
                                .path("items")
                                .spliterator(),
                        false)
                .filter(transfer ->
                        transfer.path("name").asText().equals("LAIV bulk and fill, California to Liverpool"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private String step(String transfer, String number) {
        return StreamSupport.stream(
                        json("lead", "GET", "/api/transfers/" + transfer + "/steps?limit=200", null, 200)
                                .path("items")
                                .spliterator(),
                        false)
                .filter(step -> step.path("number").asText().equals(number))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private JsonNode json(String person, String method, String path, String body, int status) {
        var answer = call(person, method, path, body);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
