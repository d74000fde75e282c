package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.PlayedOverHttp;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A review says more than yes and no: about a passage, section by section, in remarks, and of what was changed. */
class ReviewDepthIT extends PlayedOverHttp {

    private static final String MARKED =
            "{\"field\":\"whatIsDone\",\"exact\":\"it takes\",\"prefix\":\"What \",\"suffix\":\":\"}";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void eachReviewerLooksAloneAndSaysSectionBySectionWhatTheyCouldDo() {
        var transfer = startedTransfer("Read with care");
        var item = tell(transfer, "expert1", "Listen to the pump");

        // A remark holds up nobody, and is kept from whoever has still to look.
        say("lead", item, "comment", "I heard it too.", MARKED, 201);
        assertThat(said("receiver1", item)).as("receiver1 has still to review").isEmpty();
        assertThat(said("expert1", item)).hasSize(1);
        assertThat(said("quality", item).get(0).at("/anchor/changed").asBoolean(true))
                .isFalse();
        assertThat(findTask("expert2", item, "peer-review")).isPresent();
        say("receiver1", item, "comment", "", MARKED, 422);
        say("receiver1", item, "comment", "About what?", MARKED.replace("it takes", "nothing"), 422);
        say("lead", item, "question", "May I ask?", null, 403);
        assertThat(standing("lead", item, "peer-review").path("who").toString()).contains("Expert Two", "Expert Three");

        // A question about a passage; answered with other words, its passage is told to have changed.
        say("expert2", item, "question", "How long?", MARKED, 201);
        assertThat(open("expert1", task("expert1", item, "rework"))
                        .at("/questions/0/anchor/exact")
                        .asText())
                .isEqualTo("it takes");
        rewrite(item, "Five minutes and patience.");
        var asked = questions("expert1", item);
        assertThat(asked.at("/anchor/changed").asBoolean()).isTrue();
        var diff = ok(call("expert2", "GET", "/api/items/" + item + "/diff?from=1&to=2", null));
        assertThat(diff.at("/fields/0/field").asText()).isEqualTo("whatIsDone");
        assertThat(diff.at("/fields/0/parts").toString()).contains("\"added\"", "Five", "\"removed\"", "takes");
        assertThat(ok(call("expert2", "GET", "/api/items/" + item + "/diff", null))
                        .path("against")
                        .asText())
                .isEqualTo("instruction");
        assertThat(call("expert2", "GET", "/api/items/" + item + "/diff?from=1&to=9", null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("expert2", "GET", "/api/items/" + item + "/diff?from=0&to=1", null)
                        .statusCode())
                .isEqualTo(400);

        // The receiving site answers by section; what cannot be done from is not accepted.
        decide("expert2", item, "peer-review", "accept");
        assertThat(standing("lead", item, "peer-review").path("done").asBoolean())
                .isTrue();
        var review = task("receiver1", item, "receiver-review");
        var no = decision("accept");
        no.putObject("sections").put("whatIsDone", "no");
        assertThat(end("receiver1", review, no).statusCode()).isEqualTo(422);
        var yes = decision("accept").put("comment", "Fine.");
        yes.putObject("sections").put("whatIsDone", "help");
        var signed = signed(end("receiver1", review, yes));
        assertThat(signed.at("/signatures/0/comment").asText())
                .as("what was answered is signed")
                .startsWith("Fine.")
                .contains("whatIsDone: help");
        assertThat(jdbc.sql("select sections from review_decision where item_id = ? and sections is not null")
                        .param(UUID.fromString(item))
                        .query(String.class)
                        .single())
                .isEqualTo("{\"whatIsDone\":\"help\"}");

        // An established condition has its id and how a change of it is reported.
        var touched = decision("accept").put("triage", "established-condition").put("reference", "CC-2026-7");
        var triage = task("quality", item, "triage");
        assertThat(end("quality", triage, touched.deepCopy().put("category", "III"))
                        .statusCode())
                .isEqualTo(422);
        signed(end("quality", triage, touched.put("condition", "EC-12").put("category", "CBE-30")));
        assertThat(item(item).path("condition").asText()).isEqualTo("EC-12");
        assertThat(item(item).path("category").asText()).isEqualTo("CBE-30");
    }

    private JsonNode standing(String who, String item, String stage) {
        for (var one :
                ok(call(who, "GET", "/api/items/" + item + "/reviewers", null)).path("items")) {
            if (one.path("stage").asText().equals(stage)) {
                return one;
            }
        }
        throw new AssertionError(stage);
    }

    /** The comments that this reader is shown. */
    private java.util.List<JsonNode> said(String who, String item) {
        var comments = new java.util.ArrayList<JsonNode>();
        ok(call(who, "GET", "/api/items/" + item + "/questions", null))
                .path("items")
                .forEach(one -> {
                    if (one.path("kind").asText().equals("comment")) {
                        comments.add(one);
                    }
                });
        return comments;
    }

    private JsonNode questions(String who, String item) {
        for (var one :
                ok(call(who, "GET", "/api/items/" + item + "/questions", null)).path("items")) {
            if (one.path("kind").asText().equals("question")) {
                return one;
            }
        }
        throw new AssertionError("no question");
    }

    private void say(String who, String item, String kind, String text, String anchor, int status) {
        var body = "{\"kind\":\"" + kind + "\",\"text\":\"" + text + "\",\"anchor\":" + anchor + "}";
        var answer = call(who, "POST", "/api/items/" + item + "/questions", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private void rewrite(String item, String words) {
        var task = open("expert1", task("expert1", item, "rework"));
        var draft = JSON.createObjectNode().put("version", task.path("version").asLong());
        com.fasterxml.jackson.databind.node.ObjectNode content =
                task.path("content").path("items").get(0).deepCopy();
        draft.putArray("items").add(content.put("whatIsDone", words));
        var id = task.path("taskId").asText();
        ok(call("expert1", "PUT", "/api/tasks/" + id + "/draft", draft.toString()));
        var body = decision("submit");
        body.putArray("answers")
                .addObject()
                .put("questionId", task.at("/questions/0/id").asText())
                .put("text", "See there.");
        signed(end("expert1", id, body));
    }
}
