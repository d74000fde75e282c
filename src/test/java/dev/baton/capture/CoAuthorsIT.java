package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.support.Browser;
import dev.baton.support.PlayedOverHttp;
import java.net.http.HttpResponse;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Colleagues write a draft together; each signs exactly the text that is submitted, and stands on the author side. */
class CoAuthorsIT extends PlayedOverHttp {

    @Autowired
    JdbcClient jdbc;

    @Test
    void theDraftIsSubmittedWhenAllHaveSignedItAsItStands() {
        var transfer = startedTransfer("Written together");
        var task = begin(transfer, "expert1");
        write("expert1", task, "Listen to the pump", "no");
        assertThat(findDraft("expert2", task)).isFalse();

        var invited = ok(invite("expert1", task, "expert2")).path("coAuthors");
        assertThat(invited).hasSize(1);
        assertThat(invited.at("/0/signed").asBoolean()).isFalse();
        assertThat(findDraft("expert2", task)).isTrue();
        await().until(() -> notices("expert2").stream()
                .anyMatch(notice -> notice.path("kind").asText().equals("co-author-invited")
                        && notice.path("link").asText().equals("/tasks/" + task)));

        assertThat(open("expert2", task).path("coAuthoring").asBoolean()).isTrue();
        var early = end("expert1", task, decision("submit"));
        assertThat(early.statusCode()).as(early.body()).isEqualTo(409);
        assertThat(early.body()).contains("expert2");

        signed(coSign("expert2", task));
        assertThat(coSign("expert2", task).statusCode()).as("signed already").isEqualTo(409);
        var before = open("expert1", task).path("version").asLong();
        write("expert2", task, "Listen to the pump and wait", "no");
        var stale = call(
                "expert1",
                "PUT",
                "/api/tasks/" + task + "/draft",
                "{\"version\":" + before + ",\"items\":[{\"title\":\"x\"}]}");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(end("expert1", task, decision("submit")).statusCode())
                .as("changed since it was signed")
                .isEqualTo(409);
        signed(coSign("expert2", task));
        var item =
                signed(end("expert1", task, decision("submit"))).at("/items/0").asText();

        var read = item(item);
        assertThat(read.path("coAuthors")).hasSize(1);
        assertThat(read.path("coAuthors").get(0).asText()).isEqualTo("expert2");
        assertThat(authorship(read)).isEqualTo(2);
        read.path("signatures")
                .forEach(signature ->
                        assertThat(signature.path("valid").asBoolean()).isTrue());
        assertThat(findTask("expert2", item, "peer-review")).as("author side").isEmpty();
        decide("expert3", item, "peer-review", "accept");
        decide("receiver1", item, "receiver-review", "accept");
        triage(item);
        decide("quality2", item, "approval", "accept");
        await().until(() -> StreamSupport.stream(
                        ok(call("expert2", "GET", "/api/people/expert2/recognition", null))
                                .path("credits")
                                .spliterator(),
                        false)
                .anyMatch(credit -> credit.path("act").asText().equals("co-authorship")
                        && credit.path("itemId").asText().equals(item)));
        assertThat(new Browser(url(""))
                        .login("expert3", DEMO_PASSWORD)
                        .ask("GET", "/items/" + item, null)
                        .body())
                .contains("Written together with");
    }

    @Test
    void aNextVersionIsSignedByAllAgain() {
        var transfer = startedTransfer("Written together twice");
        var item = together(transfer, "Tilt the tray");
        decide("expert3", item, "peer-review", "ask");
        var rework = task("expert1", item, "rework");
        assertThat(findDraft("expert2", rework)).isTrue();
        var draft = open("expert2", rework);
        assertThat(draft.path("coAuthoring").asBoolean()).isTrue();
        var content = draft.at("/content/items/0").deepCopy();
        ((ObjectNode) content).put("whatIsDone", "Tilt it to the left.");
        var body = JSON.createObjectNode().put("version", draft.path("version").asLong());
        body.putArray("items").add(content);
        ok(call("expert2", "PUT", "/api/tasks/" + rework + "/draft", body.toString()));

        var answers = JSON.createArrayNode();
        open("expert1", rework).path("questions").forEach(question -> answers.addObject()
                .put("questionId", question.path("id").asText())
                .put("text", "By eye."));
        var submit = decision("submit").put("comment", "Said more exactly.");
        submit.set("answers", answers);
        assertThat(end("expert1", rework, submit.deepCopy()).statusCode()).isEqualTo(409);
        signed(coSign("expert2", rework));
        signed(end("expert1", rework, submit.deepCopy()));
        var second = item(item);
        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(authorship(second)).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from signature s where s.subject_type = 'co-authorship'"
                                + " and not exists (select from co_authorship c where c.signature_id = s.id"
                                + " and encode(sha256(convert_to(c.content, 'UTF8')), 'hex') = s.content_hash)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoWritesIsTheAuthorsToSay() {
        var transfer = startedTransfer("Whose draft");
        var task = begin(transfer, "expert1");
        write("expert1", task, "Warm the needle", "no");
        for (var nobody : new String[] {"expert1", "receiver1", "quality", "nobody", ""}) {
            assertThat(invite("expert1", task, nobody).statusCode()).as(nobody).isEqualTo(422);
        }
        ok(invite("expert1", task, "expert2"));
        assertThat(invite("expert1", task, "expert2").statusCode()).isEqualTo(422);
        var asking = call("expert1", "POST", "/api/tasks/" + task + "/interview", "{\"interviewer\":\"expert2\"}");
        assertThat(asking.statusCode()).as("who writes does not ask").isEqualTo(422);
        assertThat(asking.body()).contains("expert2 writes this with the expert already");
        assertThat(open("expert1", task).path("interviewers").toString())
                .contains("expert3")
                .doesNotContain("expert2");
        assertThat(invite("expert2", task, "expert3").statusCode()).isEqualTo(403);
        assertThat(invite("expert3", task, "expert3").statusCode()).isEqualTo(404);
        assertThat(coSign("expert1", task).statusCode()).isEqualTo(403);
        assertThat(call("expert3", "POST", "/api/tasks/" + task + "/co-sign", typed("expert3", 1))
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("expert1", "POST", "/api/tasks/" + task + "/confidence", "{\"inConfidence\":true}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(end("expert2", task, decision("submit")).statusCode())
                .as("its author submits")
                .isEqualTo(409);
        assertThat(leave("expert2", task, "expert2", "").statusCode()).isEqualTo(422);
        ok(leave("expert2", task, "expert2", "I do it another way."));
        assertThat(findDraft("expert2", task)).isFalse();
        assertThat(call("expert2", "GET", "/api/tasks/" + task, null).statusCode())
                .isEqualTo(404);
        signed(end("expert1", task, decision("submit")));

        var silent = begin(transfer, "expert1");
        ok(call("expert1", "POST", "/api/tasks/" + silent + "/confidence", "{\"inConfidence\":true}"));
        assertThat(invite("expert1", silent, "expert2").statusCode()).isEqualTo(409);
    }

    @Test
    void aCoAuthorWhoIsGivenTheDraftIsItsAuthor() {
        var transfer = startedTransfer("Given to a co-author");
        var task = begin(transfer, "expert1");
        write("expert1", task, "Turn it twice", "no");
        ok(invite("expert1", task, "expert2"));
        ok(call(
                "lead",
                "POST",
                "/api/tasks/" + task + "/assign",
                "{\"username\":\"expert2\",\"reason\":\"Away for weeks.\"}"));
        assertThat(open("expert2", task).path("coAuthors")).isEmpty();
        signed(end("expert2", task, decision("submit")));
    }

    private String together(String transfer, String title) {
        var task = begin(transfer, "expert1");
        write("expert1", task, title, "no");
        ok(invite("expert1", task, "expert2"));
        signed(coSign("expert2", task));
        return signed(end("expert1", task, decision("submit"))).at("/items/0").asText();
    }

    private static long authorship(JsonNode item) {
        return StreamSupport.stream(item.path("signatures").spliterator(), false)
                .filter(signature -> signature.path("meaning").asText().equals("authorship"))
                .count();
    }

    private boolean findDraft(String who, String task) {
        return tasks(who).stream().anyMatch(open -> open.path("taskId").asText().equals(task));
    }

    private HttpResponse<String> invite(String who, String task, String whom) {
        return call(
                who,
                "POST",
                "/api/tasks/" + task + "/co-authors",
                JSON.createObjectNode().put("username", whom).toString());
    }

    private HttpResponse<String> leave(String who, String task, String whom, String reason) {
        return call(
                who,
                "POST",
                "/api/tasks/" + task + "/co-authors/leave",
                JSON.createObjectNode()
                        .put("username", whom)
                        .put("reason", reason)
                        .toString());
    }

    private HttpResponse<String> coSign(String who, String task) {
        return call(
                who,
                "POST",
                "/api/tasks/" + task + "/co-sign",
                typed(who, open(who, task).path("version").asLong()));
    }

    private static String typed(String who, long version) {
        return JSON.createObjectNode()
                .put("version", version)
                .put("username", who)
                .put("password", passwordOf(who))
                .toString();
    }
}
