package dev.baton.web.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.support.RunningBaton;
import dev.baton.workflow.TaskKind;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** The sample shows every state and every kind of task, its signatures are valid, and a second start changes nothing. */
class EvaluationDataIT extends RunningBaton {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EvaluationData data;
    private String transfer = "";

    @Autowired
    EvaluationDataIT(EvaluationData data) {
        this.data = data;
    }

    @BeforeEach
    void findSample() throws IOException {
        transfer = items("lead", "/api/transfers").stream()
                .filter(candidate -> candidate.path("name").asText().equals(Sample.BULK_AND_FILL.title()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    @Test
    void everyStoryIsTold() throws IOException {
        var titles = items("quality", "/api/items?limit=200&transfer=" + transfer).stream()
                .map(item -> item.path("title").asText())
                .toList();

        assertThat(data.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(titles)
                .hasSizeGreaterThanOrEqualTo(12)
                .contains("Tilt the egg and wait: a dead embryo arrives late");
    }

    @Test
    void somethingWaitsInEveryKindOfTaskForSomeDemoPerson() throws IOException {
        var sample = Stream.of(Sample.values()).map(Sample::title).toList();
        var transfers = items("lead", "/api/transfers").stream()
                .filter(candidate -> sample.contains(candidate.path("name").asText()))
                .map(candidate -> candidate.path("id").asText())
                .toList();
        var kinds = new TreeSet<String>();
        for (var person : DemoPeople.ALL) {
            items(person.username(), "/api/tasks?limit=200").stream()
                    .filter(task -> transfers.contains(task.path("transferId").asText()))
                    .forEach(task -> kinds.add(task.path("kind").asText()));
        }

        assertThat(kinds)
                .containsAll(Stream.of(TaskKind.values()).map(TaskKind::code).toList())
                .contains("shadow");
    }

    @Test
    void oneVersionIsSupersededOneItemIsOnHoldAndOneHasAnOpenQuestion() throws IOException {
        var revised = item("Stop when the fluid turns to straw, not when the egg is empty");
        var held = item("Dummy bottles in the corners of the freeze rack");
        var asked = item("A pressure that climbs is forgiven, one that jumps is not");

        assertThat(revised.path("version").asInt()).isEqualTo(2);
        assertThat(get("auditor", "/api/items/" + revised.path("itemId").asText() + "/versions/1")
                        .path("state")
                        .asText())
                .isEqualTo("superseded");
        assertThat(held.path("reference").asText()).isEqualTo("CC-2026-0142");
        assertThat(held.path("onHold").asBoolean()).isTrue();
        assertThat(asked.path("questions").size()).isEqualTo(1);
        assertThat(asked.path("inRework").asBoolean()).isTrue();
    }

    @Test
    void anApprovedItemHasFiveValidSignaturesOfFourPeople() throws IOException {
        var signatures =
                item("Tilt the egg and wait: a dead embryo arrives late").path("signatures");
        var people = new TreeSet<String>();
        signatures.forEach(signature -> people.add(signature.path("username").asText()));

        assertThat(signatures)
                .hasSize(5)
                .allMatch(signature -> signature.path("valid").asBoolean());
        assertThat(people).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void manyVoicesAreThereToBeSeen() throws IOException {
        var contradictions = items("lead", "/api/transfers/" + transfer + "/contradictions");
        assertThat(contradictions).hasSize(1);
        assertThat(contradictions.get(0).path("arbiter").asText()).isEqualTo("lead2");
        assertThat(items("lead2", "/api/tasks?limit=200"))
                .anyMatch(task -> task.path("kind").asText().equals("arbitration"));

        var calls = items("expert3", "/api/transfers/" + transfer + "/calls");
        assertThat(calls).hasSize(1);
        var call = calls.get(0);
        assertThat(call.path("open").asBoolean()).isTrue();
        assertThat(call.path("people")).hasSize(2);
        assertThat(call.path("contributions")).hasSize(1);
        var draft = get(
                "expert3",
                "/api/drafts/" + call.at("/contributions/0/captureId").asText());
        assertThat(draft.path("comments")).hasSize(1);

        assertThat(items("lead", "/api/items?kind=negative-knowledge&transfer=" + transfer))
                .as("what was tried and failed")
                .hasSize(1);
    }

    @Test
    void aSecondStartChangesNothing() throws IOException {
        var before =
                items("quality", "/api/items?limit=200&transfer=" + transfer).size();

        data.run(new DefaultApplicationArguments());

        assertThat(items("quality", "/api/items?limit=200&transfer=" + transfer))
                .hasSize(before);
    }

    private JsonNode item(String title) throws IOException {
        var found = items("quality", "/api/items?limit=200&transfer=" + transfer).stream()
                .filter(item -> item.path("title").asText().equals(title))
                .findFirst()
                .orElseThrow();
        return get("quality", "/api/items/" + found.path("itemId").asText());
    }

    private List<JsonNode> items(String person, String path) throws IOException {
        return StreamSupport.stream(get(person, path).path("items").spliterator(), false)
                .toList();
    }

    private JsonNode get(String person, String path) throws IOException {
        var answer = call(person, "GET", path, null);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
