package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.support.RunningBaton;
import java.net.http.HttpResponse;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Methods, vagueness and interviews as a script meets them. */
class MethodsIT extends RunningBaton {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void eightMethodsAreThereWithTheirPrompts() {
        var methods = json(ok(call("expert1", "GET", "/api/methods", null))).path("items");
        assertThat(methods).hasSizeGreaterThanOrEqualTo(8);
        assertThat(methods).allSatisfy(method -> {
            assertThat(method.path("version").asInt()).isPositive();
            assertThat(method.path("name").asText()).isNotBlank();
            assertThat(method.path("prompts")).hasSizeGreaterThanOrEqualTo(3).allSatisfy(prompt -> assertThat(
                            prompt.path("text").asText())
                    .isNotBlank());
        });
    }

    @Test
    void theMethodFollowsTheStep() {
        assertThat(method("expert3", "3.3")).isEqualTo("critical-decision");
        assertThat(method("expert3", "7.4")).isEqualTo("hidden-factory");
        assertThat(method("expert1", "1.1")).isEqualTo("gemba-walk");
        assertThat(method("expert2", "6.1")).isEqualTo("acta-simulation-interview");
    }

    @Test
    void answersAreKeptInTheDraftAndSignedWithTheirMethod() {
        var task = unasked("expert3", "4.4", "acta-task-diagram");
        var answers = JSON.createObjectNode().put("task", "Running the rotor");
        var steps = answers.putArray("steps");
        steps.addObject().put("step", "Load").putObject("minutes").put("value", 2.5);
        steps.addObject().put("step", "Run");
        var version = save("expert3", task, item(answers), 0);

        var refused = sign("expert3", task, version);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused.body()).path("errors").path(0).path("where").asText())
                .isEqualTo("items[0].answers.steps");

        steps.addObject().put("step", "Stop");
        version = save("expert3", task, item(answers), version);
        var signed = sign("expert3", task, version);
        var item = json(ok(call(
                "expert3",
                "GET",
                "/api/items/" + json(ok(signed)).path("items").path(0).asText(),
                null)));
        assertThat(item.path("method").path("id").asText()).isEqualTo("acta-task-diagram");
        assertThat(item.path("method").path("definition").asText()).hasSize(64);
        assertThat(item.path("answers")
                        .path("steps")
                        .path(0)
                        .path("minutes")
                        .path("value")
                        .asText())
                .isEqualTo("2.5");
        assertThat(item.path("answersRead")
                        .path(1)
                        .path("rows")
                        .path(0)
                        .path(1)
                        .path("answer")
                        .asText())
                .isEqualTo("2.5 min");
        assertThat(item.path("signatures").path(0).path("valid").asBoolean()).isTrue();
    }

    @Test
    void aLongMethodComesInSittings() {
        var task = unasked("expert3", "4.5", "critical-decision");
        var answers = JSON.createObjectNode().put("incident", "The band was grey, not milky, so I cut it late.");
        var before = captures("expert3", "4.5");
        ok(sign("expert3", task, save("expert3", task, item(answers), 0)));
        assertThat(captures("expert3", "4.5")).isEqualTo(before);
        var next = StreamSupport.stream(tasks("expert3").spliterator(), false)
                .map(open -> json(ok(call(
                        "expert3", "GET", "/api/tasks/" + open.path("taskId").asText(), null))))
                .filter(open -> open.path("step").path("number").asText().equals("4.5"))
                .filter(open -> open.path("method").path("part").asInt() == 2)
                .findFirst();
        assertThat(next).isPresent();
    }

    @Test
    void onlyTheLeadChoosesTheMethodAndGivesAReason() {
        var task = unasked("expert3", "4.2", null);
        var fmea = "{\"method\": \"fmea\", \"reason\": \"The filter failed twice\"}";
        assertThat(call("expert3", "POST", "/api/tasks/" + task + "/method", fmea)
                        .statusCode())
                .isEqualTo(403);
        assertThat(call("expert2", "POST", "/api/tasks/" + task + "/method", fmea)
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("lead", "POST", "/api/tasks/" + task + "/method", "{\"method\": \"fmea\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(call("lead", "POST", "/api/tasks/" + task + "/method", "{\"method\": \"x\", \"reason\": \"y\"}")
                        .statusCode())
                .isEqualTo(422);
        ok(call("lead", "POST", "/api/tasks/" + task + "/method", fmea));
        assertThat(detail("expert3", task).path("method").path("id").asText()).isEqualTo("fmea");
    }

    @Test
    void anInterviewerWritesTheExpertSignsAndReviewsAreForOthers() {
        var task = unasked("expert3", "4.4", null);
        var peer = "{\"interviewer\": \"expert2\", \"minutes\": 25}";
        assertThat(call("expert2", "GET", "/api/tasks/" + task, null).statusCode())
                .isEqualTo(404);
        ok(call("expert3", "POST", "/api/tasks/" + task + "/interview", peer));
        assertThat(call("expert3", "POST", "/api/tasks/" + task + "/interview", "{\"interviewer\": \"auditor\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(tasks("expert2").findValuesAsText("taskId")).contains(task);
        assertThat(detail("expert2", task).path("asking").asBoolean()).isTrue();

        var version = save("expert2", task, item(null), 0);
        assertThat(sign("expert2", task, version).statusCode()).isEqualTo(409);
        var id = json(ok(sign("expert3", task, version))).path("items").path(0).asText();
        var item = json(ok(call("expert3", "GET", "/api/items/" + id, null)));
        assertThat(item.path("interview").path("interviewer").asText()).isEqualTo("expert2");
        assertThat(item.path("interview").path("minutes").asInt()).isEqualTo(25);

        assertThat(reviews("expert2", id)).isZero();
        assertThat(reviews("expert1", id)).isEqualTo(1);
    }

    @Test
    void aTaskPutOffStandsLast() {
        var task = unasked("expert2", "2.1", null);
        var until = java.time.Clock.systemUTC().instant().plus(java.time.Duration.ofDays(3));
        ok(call("expert2", "POST", "/api/tasks/" + task + "/not-now", "{\"until\": \"" + until + "\"}"));
        var mine = tasks("expert2").findValuesAsText("taskId");
        assertThat(mine.get(mine.size() - 1)).isEqualTo(task);
        assertThat(call("expert2", "POST", "/api/tasks/" + task + "/not-now", "{\"until\": \"2020-01-01T00:00:00Z\"}")
                        .statusCode())
                .isEqualTo(422);
        ok(call("expert2", "POST", "/api/tasks/" + task + "/not-now", "{\"until\": null}"));
    }

    @Test
    void vagueWordsAreAskedAboutAtTheirPlace() {
        var marks = vague("Stir CAREFULLY, usually until right; a well-known carefulness.", "en");
        assertThat(marks.findValuesAsText("word")).containsExactly("CAREFULLY", "usually", "until right", "well");
        assertThat(marks.path(0).path("from").asInt()).isEqualTo(5);
        assertThat(marks.path(0).path("to").asInt()).isEqualTo(14);
        assertThat(marks)
                .allSatisfy(mark -> assertThat(mark.path("ask").asText()).endsWith("?"));
        assertThat(vague("Normalerweise vorsichtig rühren", "de").findValuesAsText("word"))
                .containsExactly("Normalerweise", "vorsichtig");
        assertThat(vague("Tout doucement", "fr")).isEmpty();
        assertThat(call("expert1", "POST", "/api/vagueness", "{\"language\": \"en\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    private JsonNode vague(String text, String language) {
        var body = JSON.createObjectNode().put("text", text).put("language", language);
        return json(ok(call("expert1", "POST", "/api/vagueness", body.toString())))
                .path("marks");
    }

    private String method(String person, String step) {
        return StreamSupport.stream(tasks(person).spliterator(), false)
                .filter(task -> task.path("kind").asText().equals("capture"))
                .filter(task -> task.path("title").asText().startsWith(step + " "))
                .map(task -> detail(person, task.path("taskId").asText()))
                .map(task -> task.path("method").path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private long captures(String person, String step) {
        return StreamSupport.stream(tasks(person).spliterator(), false)
                .filter(task -> task.path("kind").asText().equals("capture"))
                .filter(task -> task.path("title").asText().startsWith(step + " "))
                .count();
    }

    private long reviews(String person, String item) {
        return StreamSupport.stream(tasks(person).spliterator(), false)
                .filter(task -> task.path("kind").asText().equals("peer-review"))
                .filter(task -> task.path("itemId").asText().equals(item))
                .count();
    }

    /** A capture of the sample that the expert begins unasked, with the method that the lead chose. */
    private String unasked(String expert, String stepNumber, String method) {
        var transfers = json(ok(call("lead", "GET", "/api/transfers", null))).path("items");
        var transfer = StreamSupport.stream(transfers.spliterator(), false)
                .filter(each -> each.path("steps").asInt() > 20)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        var steps = json(ok(call("lead", "GET", "/api/transfers/" + transfer + "/steps?limit=200", null)))
                .path("items");
        var step = StreamSupport.stream(steps.spliterator(), false)
                .filter(each -> each.path("number").asText().equals(stepNumber))
                .findFirst()
                .orElseThrow();
        var begun = call(expert, "POST", "/api/steps/" + step.path("id").asText() + "/capture-tasks", "{}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        var task = json(begun.body()).path("taskId").asText();
        if (method != null) {
            var choice = JSON.createObjectNode().put("method", method).put("reason", "To see it as a script does");
            ok(call("lead", "POST", "/api/tasks/" + task + "/method", choice.toString()));
        }
        return task;
    }

    private static ObjectNode item(ObjectNode answers) {
        var item = JSON.createObjectNode()
                .put("title", "What the hands do at the rotor")
                .put("kind", "judgement")
                .put("whatIsDone", "I listen to the rotor before I read the display.");
        if (answers != null) {
            item.set("answers", answers);
        }
        return item;
    }

    private long save(String person, String task, ObjectNode item, long version) {
        var draft = JSON.createObjectNode().put("version", version);
        var known = detail(person, task).path("content").path("items").path(0).path("itemId");
        if (known.isTextual()) {
            item.put("itemId", known.asText());
        }
        draft.putArray("items").add(item);
        return json(ok(call(person, "PUT", "/api/tasks/" + task + "/draft", draft.toString())))
                .path("version")
                .asLong();
    }

    private HttpResponse<String> sign(String person, String task, long version) {
        var ending = JSON.createObjectNode()
                .put("version", version)
                .put("decision", "submit")
                .put("username", person)
                .put("password", DEMO_PASSWORD);
        return call(person, "POST", "/api/tasks/" + task + "/complete", ending.toString());
    }

    private JsonNode tasks(String person) {
        return json(ok(call(person, "GET", "/api/tasks?limit=200", null))).path("items");
    }

    private JsonNode detail(String person, String task) {
        return json(ok(call(person, "GET", "/api/tasks/" + task, null)));
    }

    private static String ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
