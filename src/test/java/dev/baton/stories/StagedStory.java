package dev.baton.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A story with a stage of its own: what the sample does not hold is made over the API before the curtain rises. */
abstract class StagedStory extends BrowserStory {

    /** Somebody who comes for the first time. */
    static final String NEWCOMER = "first-visit";

    private static final String NEWCOMERS_PASSWORD = "kettle orbit walnut fjord";
    private static final String SIGNED = "\"username\":\"%s\",\"password\":\"" + DEMO_PASSWORD + "\"";

    @Autowired
    JdbcClient jdbc;

    /** What the receiving site has begun to do with an item, by its ids. */
    record Shown(
            String transfer, String step, String item, String run, String calibration, String document, String paper) {}

    /** The password of somebody who plays. */
    static String passwordOf(String person) {
        return person.equals(NEWCOMER) ? NEWCOMERS_PASSWORD : DEMO_PASSWORD;
    }

    /** An approved item that has landed, with a run, a calibration, a document and a paper copy; another is in review. */
    Shown shown() {
        var transfer = startedTransfer("At the bench and on the floor", "expert1", "expert2");
        var item = told("expert1", transfer);
        accepted("expert2", transfer, "peer-review");
        accepted("receiver1", transfer, "receiver-review");
        accepted("quality", transfer, "triage");
        accepted("quality2", transfer, "approval");
        told("expert2", transfer);
        var step = read("lead", "/api/items/" + item).path("stepId").asText();
        made(
                "receiver1",
                "/api/items/" + item + "/landing",
                "{\"document\":\"SOP-LIV-0412\",\"section\":\"6.2\",\"effectiveOn\":\"2026-01-01\"}");
        var run = made(
                "receiver1",
                "/api/steps/" + step + "/demonstrations",
                "{\"kind\":\"teach-back\",\"formal\":true,\"receiver\":\"receiver1\",\"expert\":\"expert1\","
                        + "\"agreedBy\":[\"receiver1\",\"expert1\"]}");
        var calibration = made(
                "lead",
                "/api/calibrations",
                "{\"stepId\":\"" + step + "\",\"title\":\"The milky band\",\"question\":\"Would you take it?\","
                        + "\"sense\":\"sight\",\"answers\":[\"good\",\"not good\"],\"expert\":\"expert1\","
                        + "\"receiver\":\"receiver1\",\"samples\":[\"Tube 1\",\"Tube 2\"]}");
        var document = made(
                "lead", "/api/transfers/" + transfer + "/documents/protocol", "{" + SIGNED.formatted("lead") + "}");
        var paper = made("receiver1", "/api/steps/" + step + "/paper-copies", null);
        return new Shown(
                transfer,
                step,
                item,
                run.path("id").asText(),
                calibration.path("id").asText(),
                document.path("id").asText(),
                paper.path("code").asText());
    }

    /** The code of a certificate that the first expert got in that transfer. */
    String certificate(String transfer) {
        return StreamSupport.stream(
                        read("expert1", "/api/people/expert1/certificates")
                                .path("items")
                                .spliterator(),
                        false)
                .filter(each -> each.path("transferId").asText().equals(transfer))
                .map(each -> each.path("code").asText())
                .findFirst()
                .orElseThrow();
    }

    /** The token by which a mail lets its reader turn such mail off. */
    String aTokenOfMail() {
        return jdbc.sql("select token::text from mail_outbox where topic = 'together' limit 1")
                .query(String.class)
                .single();
    }

    /** A check of the records that has come to its end. */
    String aCheck() {
        if (finishedCheck().isEmpty()) {
            call("quality", "POST", "/api/integrity-checks", null);
        }
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(this::finishedCheck, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> finishedCheck() {
        return StreamSupport.stream(
                        read("quality", "/api/integrity-checks").path("items").spliterator(), false)
                .filter(run -> run.path("state").asText().equals("finished"))
                .map(run -> run.path("id").asText())
                .findFirst();
    }

    /** Hires the newcomer, who chooses a password and has read nothing yet. */
    void hireNewcomer() {
        if (call(NEWCOMER, NEWCOMERS_PASSWORD, "GET", "/api/me", null).statusCode() == 200) {
            return;
        }
        var oneTime = made(
                        "admin",
                        "/api/people",
                        "{\"username\":\"" + NEWCOMER
                                + "\",\"name\":\"Expert Nine\",\"site\":\"California\",\"roles\":[\"expert\"],"
                                + "\"identityCheckedBy\":\"admin\",\"identityCheckedHow\":\"passport\","
                                + "\"identityCheckedOn\":\"2026-01-15\"}")
                .path("oneTimePassword")
                .asText();
        var passwords = "{\"old\":\"" + oneTime + "\",\"new\":\"" + NEWCOMERS_PASSWORD + "\"}";
        assertThat(call(NEWCOMER, oneTime, "POST", "/api/me/password", passwords)
                        .statusCode())
                .isEqualTo(204);
    }

    /** The step of that number. */
    String step(String transfer, String number) {
        return StreamSupport.stream(
                        read("lead", "/api/transfers/" + transfer + "/steps?limit=200")
                                .path("items")
                                .spliterator(),
                        false)
                .filter(step -> step.path("number").asText().equals(number))
                .map(step -> step.path("id").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + number));
    }

    private JsonNode made(String who, String path, String body) {
        var answer = call(who, "POST", path, body);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isIn(List.of(200, 201));
        return json(answer.body());
    }
}
