package dev.baton.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.Browser;
import dev.baton.support.PlayedOverHttp;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An expert and a receiver judge the same samples blind, twice, and hear how far they agree. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalibrationIT extends PlayedOverHttp {

    private String transfer = "";

    @BeforeAll
    void begins() {
        transfer = startedTransfer("Judged " + UUID.randomUUID());
    }

    @Test
    void bothJudgeTwiceAndTheFiguresFollow() {
        var set = made("A", "B", "C", "D");
        assertThat(set.path("few").asBoolean()).isTrue();
        var id = set.path("id").asText();
        judge("expert1", id, 2, sample -> "AB".contains(sample) ? "good" : "bad");
        var half = read("receiver1", id);
        assertThat(half.path("kappa").isNull()).as("before both are done").isTrue();
        assertThat(half.toString()).as("the other's answers").doesNotContain("\"answer\"");

        judge("receiver1", id, 1, sample -> "AB".contains(sample) ? "good" : "bad");
        judge("receiver1", id, 1, sample -> "ABC".contains(sample) ? "good" : "bad");

        var done = read("quality", id);
        assertThat(done.at("/within/expert").asDouble()).isEqualTo(100.0);
        assertThat(done.at("/within/receiver").asDouble()).isEqualTo(75.0);
        assertThat(done.path("between").asDouble()).isEqualTo(87.5);
        assertThat(done.path("kappa").asDouble()).isEqualTo(0.75);
        assertThat(done.path("verdict").asText()).isEqualTo("agree");
        assertThat(done.path("interval")).hasSize(2);
        assertThat(done.path("interval").path(0).asDouble()).isLessThan(0.75);
        assertThat(done.path("retestOn").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(ok(call("expert1", "GET", "/api/calibrations/" + id + "/next", null))
                        .path("next")
                        .isNull())
                .isTrue();
    }

    @Test
    void theOrderIsBlindAndThereIsNoWayBack() {
        var id = made("A", "B", "C").path("id").asText();
        var first = next("receiver1", id);
        assertThat(next("receiver1", id)).as("the same after a break").isEqualTo(first);
        say("receiver1", id, first.at("/sample/id").asText(), "good", 201);
        say("receiver1", id, first.at("/sample/id").asText(), "bad", 409);
        say("receiver1", id, next("receiver1", id).at("/sample/id").asText(), "perhaps", 422);
        assertThat(call("receiver2", "GET", "/api/calibrations/" + id, null).statusCode())
                .isEqualTo(404);
        assertThat(call("lead", "GET", "/api/calibrations/" + id + "/next", null)
                        .statusCode())
                .as("not one of the two")
                .isEqualTo(403);
    }

    @Test
    void aPictureIsASampleForItsPeopleAlone() {
        var id = made("A").path("id").asText();
        var picture = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"egg.gif\"\r\n"
                + "Content-Type: image/gif\r\n\r\nGIF89a\1\0\1\0\200\0\0\0\0\0\377\377\377!\371\4\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"
                + "\r\n--b--\r\n";
        var added = new Browser(url(""))
                .login("expert1", DEMO_PASSWORD)
                .ask("POST", "/api/calibrations/" + id + "/samples", "multipart/form-data; boundary=b", picture);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        var file = json(added).at("/samples/1/fileId").asText();
        assertThat(call("receiver1", "GET", "/api/files/" + file, null).statusCode())
                .isEqualTo(200);
        assertThat(call("receiver2", "GET", "/api/files/" + file, null).statusCode())
                .isEqualTo(404);
        say("expert1", id, next("expert1", id).at("/sample/id").asText(), "good", 201);
        var late = new Browser(url(""))
                .login("expert1", DEMO_PASSWORD)
                .ask("POST", "/api/calibrations/" + id + "/samples", "multipart/form-data; boundary=b", picture);
        assertThat(late.statusCode()).as("judging has begun").isEqualTo(409);
    }

    private JsonNode made(String... samples) {
        var body = JSON.createObjectNode()
                .put("stepId", firstStep(transfer))
                .put("title", "The shadow")
                .put("question", "Would you go on?")
                .put("sense", "sight")
                .put("expert", "expert1")
                .put("receiver", "receiver1");
        body.putArray("answers").add("good").add("bad");
        var labels = body.putArray("samples");
        List.of(samples).forEach(labels::add);
        var made = call("expert1", "POST", "/api/calibrations", body.toString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made);
    }

    private void judge(String who, String id, int rounds, java.util.function.UnaryOperator<String> answer) {
        for (int round = 0; round < rounds; round++) {
            var seen = new HashSet<String>();
            var total = read(who, id).path("samples").size();
            for (int i = 0; i < total; i++) {
                var next = next(who, id);
                assertThat(next.path("place").asInt()).isEqualTo(i + 1);
                assertThat(seen.add(next.at("/sample/label").asText())).isTrue();
                say(
                        who,
                        id,
                        next.at("/sample/id").asText(),
                        answer.apply(next.at("/sample/label").asText()),
                        201);
            }
        }
    }

    private void say(String who, String id, String sample, String answer, int status) {
        var said = call(
                who,
                "POST",
                "/api/calibrations/" + id + "/judgements",
                JSON.createObjectNode()
                        .put("sample", sample)
                        .put("answer", answer)
                        .toString());
        assertThat(said.statusCode()).as(said.body()).isEqualTo(status);
    }

    private JsonNode next(String who, String id) {
        return ok(call(who, "GET", "/api/calibrations/" + id + "/next", null)).path("next");
    }

    private JsonNode read(String who, String id) {
        return ok(call(who, "GET", "/api/calibrations/" + id, null));
    }
}
