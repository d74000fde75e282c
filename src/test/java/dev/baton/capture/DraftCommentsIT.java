package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.support.Browser;
import dev.baton.support.PlayedOverHttp;
import dev.baton.support.Statements;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Colleagues say what they think of a draft before anybody reviews it; nothing waits for them, nothing is forced. */
class DraftCommentsIT extends PlayedOverHttp {

    @Test
    void volunteersOfACallCommentAndTheAuthorDecides() {
        var transfer = startedTransfer("Said before review");
        var task = begin(transfer, "expert1");
        write("expert1", task, "Listen to the pump", "no");
        var draft = open("expert1", task).path("draftComments");
        var id = draft.path("draftId").asText();
        assertThat(draft.path("circles").has("call")).as("nobody joined a call").isFalse();
        assertThat(opened("expert1", id, "call").statusCode()).isEqualTo(422);

        callTo(transfer, "expert2");
        assertThat(opened("expert2", id, "call").statusCode()).isEqualTo(404);
        assertThat(read("expert2", id).statusCode()).as("not open").isEqualTo(404);
        assertThat(opened("expert1", id, "call").statusCode()).isEqualTo(204);
        await().until(() -> notices("expert2").stream()
                .anyMatch(notice -> notice.path("kind").asText().equals("draft-opened")));
        var item = ok(read("expert2", id)).at("/items/0/itemId").asText();
        assertThat(read("receiver1", id).statusCode()).isEqualTo(404);
        assertThat(read("expert3", id).statusCode()).as("did not join").isEqualTo(404);

        assertThat(say("expert2", id, item, "cue", "Where?").statusCode())
                .as("nothing stands there")
                .isEqualTo(422);
        assertThat(say("expert2", id, item, "whatIsDone", " ").statusCode()).isEqualTo(422);
        var said = say("expert2", id, item, "whatIsDone", "Is it the left pump?");
        assertThat(said.statusCode()).as(said.body()).isEqualTo(201);
        var comment = json(said).path("id").asText();
        await().until(() -> notices("expert1").stream()
                .anyMatch(notice -> notice.path("kind").asText().equals("draft-commented")
                        && notice.path("link").asText().equals("/drafts/" + id)));
        assertThat(settle("expert2", id, comment).statusCode()).isEqualTo(403);
        assertThat(open("expert1", task).at("/draftComments/comments/0/words").asText())
                .isEqualTo("Is it the left pump?");
        var page = new Browser(url("")).login("expert2", DEMO_PASSWORD).ask("GET", "/drafts/" + id, null);
        assertThat(page.body()).contains("Listen to the pump", "Is it the left pump?");
        assertThat(settle("expert1", id, comment).statusCode()).isEqualTo(204);
        assertThat(settle("expert1", id, "nothing").statusCode()).isEqualTo(404);

        signed(end("expert1", task, decision("submit")));
        assertThat(read("expert2", id).statusCode()).as("submitted").isEqualTo(404);
        assertThat(say("expert1", id, item, "whatIsDone", "Late").statusCode()).isEqualTo(409);
    }

    @Test
    void ownVoiceComesFirst() {
        var transfer = startedTransfer("Comments after the own word");
        callTo(transfer, "expert3");
        var task = begin(transfer, "expert1");
        write("expert1", task, "Wait for the click", "no");
        var id = open("expert1", task).at("/draftComments/draftId").asText();
        assertThat(opened("expert1", id, "step").statusCode()).isEqualTo(204);
        var early = read("expert3", id);
        assertThat(early.statusCode()).isEqualTo(404);
        assertThat(early.body()).doesNotContain("Wait for the click").contains("told");

        var own = captures("expert3", transfer).stream()
                .filter(asked -> open("expert3", asked).path("stepId").asText().equals(firstStep(transfer)))
                .findFirst()
                .orElseThrow();
        signed(end("expert3", own, decision("nothing-hidden")));
        assertThat(read("expert3", id).statusCode()).isEqualTo(200);
        assertThat(new Browser(url(""))
                        .login("expert3", DEMO_PASSWORD)
                        .ask("GET", "/steps/" + firstStep(transfer), null)
                        .body())
                .contains("/drafts/" + id);

        assertThat(call("expert1", "POST", "/api/drafts/" + id + "/close", "{}").statusCode())
                .isEqualTo(204);
        assertThat(read("expert3", id).statusCode()).isEqualTo(404);
        ok(call("expert1", "POST", "/api/tasks/" + task + "/confidence", "{\"inConfidence\":true}"));
        assertThat(opened("expert1", id, "step").statusCode())
                .as("in confidence")
                .isEqualTo(409);
    }

    @Test
    void aCallForTwoStepsCostsAsManyStatementsAsOneForOne() {
        var transfer = startedTransfer("Called for one step and for two");
        var steps = ok(call("lead", "GET", "/api/transfers/" + transfer + "/steps", null));
        var first = steps.at("/items/0/id").asText();
        var one = published(transfer, first);
        var both = published(transfer, first, steps.at("/items/1/id").asText());
        var reader = new Browser(url("")).login("expert2", DEMO_PASSWORD);
        assertThat(cost(reader, both)).isEqualTo(cost(reader, one));
    }

    private static long cost(Browser reader, String call) {
        return Statements.least(
                () -> assertThat(reader.ask("GET", "/calls/" + call, null).statusCode())
                        .isEqualTo(200));
    }

    private void callTo(String transfer, String volunteer) {
        ok(call(volunteer, "POST", "/api/calls/" + published(transfer, firstStep(transfer)) + "/join", null));
    }

    private String published(String transfer, String... steps) {
        var body = JSON.createObjectNode()
                .put("theme", "What do you think?")
                .put("until", LocalDate.now(ZoneOffset.UTC).plusDays(2).toString());
        var about = body.putArray("steps");
        List.of(steps).forEach(about::add);
        return json(call("lead", "POST", "/api/transfers/" + transfer + "/calls", body.toString()))
                .path("id")
                .asText();
    }

    private HttpResponse<String> opened(String who, String draft, String to) {
        return call(
                who,
                "POST",
                "/api/drafts/" + draft + "/open",
                JSON.createObjectNode().put("to", to).toString());
    }

    private HttpResponse<String> read(String who, String draft) {
        return call(who, "GET", "/api/drafts/" + draft, null);
    }

    private HttpResponse<String> say(String who, String draft, String item, String field, String words) {
        var body =
                JSON.createObjectNode().put("itemId", item).put("field", field).put("words", words);
        return call(who, "POST", "/api/drafts/" + draft + "/comments", body.toString());
    }

    private HttpResponse<String> settle(String who, String draft, String comment) {
        return call(who, "POST", "/api/drafts/" + draft + "/comments/" + comment + "/settle", null);
    }
}
