package dev.baton.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.PlayedOverHttp;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Approved items land at the receiving unit, and a gate opens when nothing is missing or two people answer for it. */
class HandoverIT extends PlayedOverHttp {

    @Test
    void anApprovedItemLandsInADocumentAndTheLaterLandingTakesItsPlace() {
        var transfer = startedTransfer("Landing");
        var item = tell(transfer, "expert1", "Where it lands");
        assertThat(land("receiver1", item, "SOP-LIV-0412", "2026-12-01", null).statusCode())
                .as("not approved yet")
                .isEqualTo(409);
        approve(item);
        assertThat(ok(call("receiver1", "GET", "/api/items/" + item + "/landing", null))
                        .path("landing")
                        .isNull())
                .isTrue();
        assertThat(open(transfer)).containsExactly("Where it lands");

        assertThat(land("expert1", item, "SOP-LIV-0412", "2026-12-01", null).statusCode())
                .as("the sending site does not say where it landed")
                .isEqualTo(403);
        var wrong = land("receiver1", item, " ", "soon", null);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(texts(json(wrong).path("errors"), "where")).containsExactly("document", "effectiveOn");

        assertThat(land("receiver1", item, "SOP-LIV-0412", "2026-12-01", null).statusCode())
                .isEqualTo(201);
        assertThat(open(transfer)).isEmpty();
        assertThat(land("receiver1", item, "SOP-LIV-0413", "2026-12-08", null).statusCode())
                .as("what stands there already is not replaced without a reason")
                .isEqualTo(422);
        assertThat(land("quality2", item, "SOP-LIV-0413", "2026-12-08", "Split into two documents.")
                        .statusCode())
                .isEqualTo(201);
        var landed = ok(call("expert1", "GET", "/api/items/" + item + "/landing", null))
                .path("landing");
        assertThat(landed.path("document").asText()).isEqualTo("SOP-LIV-0413");
        assertThat(landed.path("landedBy").asText()).isEqualTo("quality2");
        assertThat(trail(transfer, "landed")).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void trainingOnlyIsSignedByQualityWithItsReason() {
        var transfer = startedTransfer("Taught only");
        var item = tell(transfer, "expert1", "By ear alone");
        approve(item);
        assertThat(trainingOnly("receiver1", item, "We teach it.").statusCode()).isEqualTo(403);
        assertThat(trainingOnly("quality2", item, " ").statusCode()).isEqualTo(422);
        var signed = trainingOnly("quality2", item, "A sound cannot be written down.");
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(201);
        assertThat(json(signed).at("/signatures/0/meaning").asText()).isEqualTo("responsibility");
        var landed = ok(call("receiver1", "GET", "/api/items/" + item + "/landing", null))
                .path("landing");
        assertThat(landed.path("trainingOnly").asBoolean()).isTrue();
        assertThat(landed.path("reason").asText()).isEqualTo("A sound cannot be written down.");
    }

    @Test
    void anItemOnHoldDoesNotLand() {
        var transfer = startedTransfer("On hold");
        var item = tell(transfer, "expert1", "Outside the range", "yes");
        ok(end(
                "quality",
                task("quality", item, "triage"),
                decision("accept").put("triage", "deviation").put("reference", "DEV-26-118")));
        decide("expert2", item, "peer-review", "accept");
        decide("receiver1", item, "receiver-review", "accept");
        decide("quality2", item, "approval", "accept");

        assertThat(land("receiver1", item, "SOP-LIV-0412", "2026-12-01", null).statusCode())
                .isEqualTo(409);
    }

    @Test
    void anItemIsTransferredWhenItHasLandedAndWasShownWhicheverComesLast() {
        var transfer = startedTransfer("Transferred");
        var shownFirst = cue(transfer, "Listen to the pump");
        approve(shownFirst);
        for (int i = 0; i < 3; i++) {
            shown(transfer, shownFirst);
        }
        assertThat(item(shownFirst).path("state").asText()).isEqualTo("approved");
        assertThat(land("receiver1", shownFirst, "SOP-LIV-0412", "2099-01-01", null)
                        .statusCode())
                .as("far in the future is a slip of the pen")
                .isEqualTo(422);
        assertThat(land(
                                "receiver1",
                                shownFirst,
                                "SOP-LIV-0412",
                                LocalDate.now(ZoneOffset.UTC).plusDays(3).toString(),
                                null)
                        .statusCode())
                .isEqualTo(201);
        assertThat(item(shownFirst).path("state").asText())
                .as("the document is not effective yet")
                .isEqualTo("approved");
        assertThat(land(
                                "receiver1",
                                shownFirst,
                                "SOP-LIV-0412",
                                LocalDate.now(ZoneOffset.UTC).toString(),
                                "Effective earlier.")
                        .statusCode())
                .isEqualTo(201);
        assertThat(item(shownFirst).path("state").asText()).isEqualTo("transferred");
        assertThat(ok(call("lead", "GET", "/api/transfers/" + transfer, null))
                        .at("/coverage/transferred")
                        .asInt())
                .isEqualTo(1);

        var landedFirst = cue(transfer, "Look at the meniscus");
        approve(landedFirst);
        assertThat(land("receiver1", landedFirst, "SOP-LIV-0412", "2026-01-01", null)
                        .statusCode())
                .isEqualTo(201);
        assertThat(item(landedFirst).path("state").asText())
                .as("nobody has shown this cue")
                .isEqualTo("approved");
    }

    @Test
    void aClosedGateSaysWhatIsMissingAndStaysClosed() {
        var transfer = startedTransfer("Closed gate");
        var gate = gate(transfer);
        assertThat(gate.path("phase").asText()).isEqualTo("planning");
        assertThat(gate.path("open").asBoolean()).isFalse();
        assertThat(texts(gate.path("missing"), "what")).anyMatch(line -> line.startsWith("0 of 2 steps are told"));
        assertThat(texts(gate.path("missing"), "where")).allMatch(where -> where.startsWith("/"));

        var concluded = conclude(transfer);
        assertThat(concluded.statusCode()).isEqualTo(409);
        assertThat(json(concluded).path("errors")).hasSameSizeAs(gate.path("missing"));
        assertThat(gate(transfer).path("phase").asText()).isEqualTo("planning");
        assertThat(trail(transfer, "gate-refused"))
                .as("who came to the closed gate is on record")
                .isNotEmpty();
    }

    @Test
    void anOverrideTakesTwoPeopleOneOfThemOfQualityAndShowsForEver() {
        var transfer = startedTransfer("Overridden gate");
        assertThat(override("expert1", transfer, "We are sure.").statusCode()).isEqualTo(403);
        assertThat(override("lead", transfer, " ").statusCode()).isEqualTo(422);

        assertThat(override("lead", transfer, "The season does not wait.").statusCode())
                .isEqualTo(201);
        assertThat(gate(transfer).path("open").asBoolean())
                .as("one signature opens nothing")
                .isFalse();
        assertThat(override("lead", transfer, "Again.").statusCode())
                .as("nobody signs twice")
                .isEqualTo(409);
        assertThat(conclude(transfer).statusCode()).isEqualTo(409);
        assertThat(override("quality", transfer, null).statusCode()).isEqualTo(201);
        assertThat(gate(transfer).path("open").asBoolean()).isTrue();

        assertThat(conclude(transfer).statusCode()).isEqualTo(200);
        var passed = gate(transfer);
        assertThat(passed.path("phase").asText()).isEqualTo("execution");
        assertThat(passed.path("open").asBoolean())
                .as("an override is for one gate")
                .isFalse();
        var shown = passed.at("/overrides/0");
        assertThat(shown.path("inForce").asBoolean()).isTrue();
        assertThat(shown.path("reason").asText()).isEqualTo("The season does not wait.");
        assertThat(shown.path("missing")).isNotEmpty();
        assertThat(texts(shown.path("signatures"), "username")).containsExactly("lead", "quality");
    }

    @Test
    void whatIsMissingSinceTheFirstSignatureIsProposedAnew() {
        var transfer = startedTransfer("Overridden for less");
        assertThat(override("lead", transfer, "The season does not wait.").statusCode())
                .isEqualTo(201);
        tell(transfer, "expert1", "Told between two signatures");
        assertThat(override("quality", transfer, null).statusCode())
                .as("the second signature is not for what the first did not see")
                .isEqualTo(422);
        assertThat(override("quality", transfer, "One step is told.").statusCode())
                .isEqualTo(201);
        var proposed = gate(transfer);
        assertThat(proposed.path("open").asBoolean()).isFalse();
        assertThat(proposed.path("overrides")).hasSize(2);

        assertThat(override("lead", transfer, null).statusCode()).isEqualTo(201);
        var overridden = gate(transfer);
        assertThat(overridden.path("open").asBoolean()).isTrue();
        assertThat(overridden.path("overrides"))
                .filteredOn(one -> one.path("inForce").asBoolean())
                .singleElement()
                .satisfies(one ->
                        assertThat(texts(one.path("signatures"), "username")).containsExactly("quality", "lead"));
    }

    private String cue(String transfer, String title) {
        var task = begin(transfer, "expert1");
        var draft = JSON.createObjectNode()
                .put("version", open("expert1", task).path("version").asLong());
        draft.putArray("items")
                .addObject()
                .put("title", title)
                .put("kind", "sensory-cue")
                .put("whatIsDone", "I listen until the tone falls by a third.")
                .put("cue", "The tone falls.")
                .put("outsideRange", "no");
        ok(call("expert1", "PUT", "/api/tasks/" + task + "/draft", draft.toString()));
        return signed(end("expert1", task, decision("submit"))).at("/items/0").asText();
    }

    /** One formal run in which the cue is named unaided, signed by both. */
    private void shown(String transfer, String item) {
        var body = JSON.createObjectNode()
                .put("kind", "teach-back")
                .put("formal", true)
                .put("receiver", "receiver1")
                .put("expert", "expert1")
                .put("prompts", 0)
                .put("rightFirstTime", true);
        body.putArray("agreedBy").add("receiver1").add("expert1");
        body.putArray("cues").addObject().put("itemId", item).put("score", 3);
        var begun = call("receiver1", "POST", "/api/steps/" + firstStep(transfer) + "/demonstrations", body.toString());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        var run = json(begun).path("id").asText();
        for (var who : List.of("receiver1", "expert1")) {
            ok(call(
                    who,
                    "POST",
                    "/api/demonstrations/" + run + "/sign",
                    JSON.createObjectNode()
                            .put("username", who)
                            .put("password", DEMO_PASSWORD)
                            .toString()));
        }
    }

    private JsonNode gate(String transfer) {
        return ok(call("lead", "GET", "/api/transfers/" + transfer + "/gate", null));
    }

    private HttpResponse<String> conclude(String transfer) {
        return call("lead", "POST", "/api/transfers/" + transfer + "/conclude-phase", "{\"reason\":\"done\"}");
    }

    private HttpResponse<String> override(String who, String transfer, String reason) {
        var body = JSON.createObjectNode()
                .put("reason", reason)
                .put("username", who)
                .put("password", DEMO_PASSWORD);
        return call(who, "POST", "/api/transfers/" + transfer + "/gate/override", body.toString());
    }

    private HttpResponse<String> land(String who, String item, String document, String effectiveOn, String reason) {
        var body = JSON.createObjectNode()
                .put("document", document)
                .put("section", "6.2")
                .put("effectiveOn", effectiveOn)
                .put("reason", reason);
        return call(who, "POST", "/api/items/" + item + "/landing", body.toString());
    }

    private HttpResponse<String> trainingOnly(String who, String item, String reason) {
        var body = JSON.createObjectNode()
                .put("reason", reason)
                .put("username", who)
                .put("password", DEMO_PASSWORD);
        return call(who, "POST", "/api/items/" + item + "/training-only", body.toString());
    }

    /** Titles of the approved items that have not landed. */
    private List<String> open(String transfer) {
        var list = ok(call("receiver1", "GET", "/api/transfers/" + transfer + "/landings", null));
        return StreamSupport.stream(list.path("items").spliterator(), false)
                .filter(item -> item.path("landing").isNull())
                .map(item -> item.path("title").asText())
                .toList();
    }

    private List<JsonNode> trail(String transfer, String act) {
        var page = ok(call("quality", "GET", "/api/transfers/" + transfer + "/audit-trail?act=" + act, null));
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    private static List<String> texts(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path(field).asText())
                .toList();
    }
}
