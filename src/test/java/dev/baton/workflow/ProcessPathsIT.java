package dev.baton.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.identity.People;
import dev.baton.recognition.Stewardship;
import dev.baton.support.Covered;
import dev.baton.support.OnlyQuality;
import dev.baton.support.PlayedOverHttp;
import dev.baton.support.TakenPaths;
import dev.baton.support.TrailReviewer;
import java.io.File;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every path of the diagrams is taken here by what people and timers do; the last test names those that nobody
 * took, so that a path drawn anew asks for its test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProcessPathsIT extends PlayedOverHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService engineTasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DutyProcess duties;

    @Autowired
    private ObjectProvider<Stewardship> stewardship;

    private final TrailReviewer reviewer = new TrailReviewer(this::call);

    private String transfer = "";

    @BeforeAll
    void importOne() {
        TakenPaths.forget();
        transfer = startedTransfer("Every path");
    }

    @Test
    @Order(1)
    void anItemIsApprovedRevisedAndWithdrawnByItsAuthor() {
        var item = tell(transfer, "expert1", "Straight through");
        approve(item);
        assertThat(processes(item)).isZero();

        ok(call("expert1", "POST", "/api/items/" + item + "/revise", "{\"reason\":\"a new rig\"}"));
        var rework = task("expert1", item, "rework");
        signed(end("expert1", rework, decision("withdraw").put("comment", "The rig is gone.")));

        assertThat(processes(item)).isZero();
        assertThat(item(item).path("inRework").asBoolean()).isFalse();
    }

    @Test
    @Order(1)
    void everybodyMayAskAndGetsTheItemBackWithItsAnswer() {
        var item = tell(transfer, "expert1", "Asked at every stage");
        decide("quality", item, "triage", "ask");
        answer("expert1", item);
        decide("expert2", item, "peer-review", "ask");
        answer("expert1", item);
        assertThat(findTask("expert3", item, "peer-review"))
                .as("the asker alone has it")
                .isEmpty();
        decide("expert2", item, "peer-review", "accept");
        decide("receiver1", item, "receiver-review", "ask");
        answer("expert1", item);
        decide("receiver1", item, "receiver-review", "accept");
        triage(item);
        decide("quality2", item, "approval", "ask");
        answer("expert1", item);
        assertThat(item(item).path("version").asInt()).isEqualTo(1);
        decide("quality2", item, "approval", "accept");
        assertThat(processes(item)).isZero();
    }

    @Test
    @Order(1)
    void notYetAtEachStageLeadsToTheNextVersion() {
        var item = tell(transfer, "expert1", "Not yet, three times");
        decide("expert2", item, "peer-review", "refuse");
        changeAndAnswer("expert1", item);
        decide("expert2", item, "peer-review", "accept");
        decide("receiver1", item, "receiver-review", "refuse");
        changeAndAnswer("expert1", item);
        decide("expert3", item, "peer-review", "accept");
        decide("receiver2", item, "receiver-review", "accept");
        triage(item);
        decide("quality2", item, "approval", "refuse");
        assertThat(findTask("quality", item, "triage")).isEmpty();
        changeAndAnswer("expert1", item);
        approve(item);
        assertThat(item(item).path("version").asInt()).isEqualTo(4);
    }

    @Test
    @Order(1)
    void anAnswerThatChangesTheTextBeginsTheNextRound() {
        var item = tell(transfer, "expert1", "Changed by a question");
        decide("expert2", item, "peer-review", "accept");
        decide("receiver1", item, "receiver-review", "ask");
        changeAndAnswer("expert1", item);
        assertThat(findTask("receiver1", item, "receiver-review")).isEmpty();
        assertThat(open("expert2", task("expert2", item, "peer-review"))
                        .at("/content/version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    @Order(1)
    void whatMayBeOutsideOfItsRangeGoesToQualityFirst() {
        var item = tell(transfer, "expert1", "Maybe outside", "yes");
        assertThat(findTask("expert2", item, "peer-review")).isEmpty();
        triage(item);
        decide("expert2", item, "peer-review", "accept");
    }

    @Test
    @Order(1)
    void qualityWithdrawsInTheMiddleOfARound() {
        var item = tell(transfer, "expert1", "Withdrawn by quality");
        ok(call(
                "quality",
                "POST",
                "/api/items/" + item + "/withdraw",
                decision("x")
                        .put("reason", "Told twice.")
                        .put("username", "quality")
                        .put("password", DEMO_PASSWORD)
                        .without("decision")
                        .toString()));
        assertThat(processes(item)).isZero();
        assertThat(findTask("expert2", item, "peer-review")).isEmpty();
    }

    @Test
    @Order(1)
    void aLoneExpertsPeerIsNamedUnlessASecondExpertComes() {
        var alone = startedTransfer("One expert alone");
        changeTeam(alone, "expert1");
        var named = tell(alone, "expert1", "Peer by name");
        var joined = tell(alone, "expert1", "Peer by joining");
        var naming = decision("name").put("to", "lead").put("comment", "There is no second expert.");
        signed(end("quality", task("quality", named, "name-peer"), naming));
        assertThat(findTask("lead", named, "peer-review")).isPresent();

        changeTeam(alone, "expert1", "expert2");
        assertThat(findTask("quality", joined, "name-peer")).isEmpty();
        decide("lead", named, "peer-review", "accept");
        changeTeam(alone, "expert1");
        assertThat(findTask("quality", joined, "name-peer")).isPresent();
        changeTeam(alone, "expert1", "expert3");
        decide("expert3", joined, "peer-review", "accept");
    }

    @Test
    @Order(1)
    void nothingHiddenAndSomebodyElseEndACapture() {
        var nothing = begin(transfer, "expert2");
        signed(end("expert2", nothing, decision("nothing-hidden")));
        var other = begin(transfer, "expert2");
        var before = captures("expert1", transfer);
        ok(end("expert2", other, decision("pass-on").put("to", "expert1").put("comment", "You built it.")));
        assertThat(captures("expert1", transfer)).hasSize(before.size() + 1);
        assertThat(captures("expert2", transfer)).doesNotContain(nothing, other);
    }

    @Test
    @Order(1)
    void aTransferGoesThroughItsFourPhasesAndStaysWhereAGateSaysNo() {
        var phases = importTransfer("Four phases");
        TakenPaths.closeGates(phases);
        start(phases);
        assertThat(phase(phases)).isEqualTo("initiation");
        assertThat(conclude(phases))
                .as("initiation is concluded by the start alone")
                .isEqualTo(409);
        TakenPaths.openGates(phases);
        runtime.createMessageCorrelation("TransferStarted")
                .processInstanceBusinessKey(phases)
                .correlate();
        for (var next : List.of("execution", "close-out")) {
            var before = phase(phases);
            assertThat(conclude(phases)).as("much is missing").isEqualTo(409);
            assertThat(phase(phases)).isEqualTo(before);
            override(phases, "lead");
            override(phases, "quality");
            assertThat(conclude(phases)).isEqualTo(200);
            assertThat(phase(phases)).isEqualTo(next);
        }
        assertThat(conclude(phases)).as("nobody has accepted").isEqualTo(409);
        TakenPaths.closeGates(phases);
        override(phases, "lead");
        override(phases, "quality");
        for (var who : List.of("lead", "receiver1", "quality")) {
            accept(phases, who);
        }
        assertThat(processes(phases)).isEqualTo(1);
        TakenPaths.openGates(phases);
        assertThat(conclude(phases)).isEqualTo(200);
        assertThat(processes(phases)).isZero();
        fire(instance(Pulse.rhythmOf(phases)), "Event_NextPulseDue");
        assertThat(processes(Pulse.rhythmOf(phases)))
                .as("nobody is asked any more")
                .isZero();
    }

    @Test
    @Order(1)
    void theLeadAnswersARoundOfThePulseOnlyIfFiveHaveAnswered() {
        var rhythm = instance(Pulse.rhythmOf(transfer));
        fire(rhythm, "Event_NextPulseDue");
        var lonely = pulse().at("/open/id").asText();
        fire(instance(lonely), "Event_PulseOver");
        assertThat(processes(lonely)).as("too few").isZero();

        fire(rhythm, "Event_NextPulseDue");
        var round = pulse().at("/open/id").asText();
        for (var who : List.of("lead", "expert1", "expert2", "expert3", "quality")) {
            var body = "{\"transferId\":\"" + transfer + "\",\"handingOver\":3,\"heard\":4}";
            assertThat(call(who, "POST", "/api/pulse", body).statusCode()).isEqualTo(204);
        }
        fire(instance(round), "Event_PulseOver");
        assertThat(processes(round)).as("the lead is asked to answer").isEqualTo(1);
        var reply = call(
                "lead", "POST", "/api/pulse/" + round + "/reply", "{\"said\":\"So-so.\",\"did\":\"Less at once.\"}");
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
        assertThat(processes(round)).isZero();
    }

    @Test
    @Order(1)
    void aStepIsTakenOnOrKeptAndNobodyForgetsThatItWaits() {
        var step = ok(call("lead", "GET", "/api/transfers/" + transfer + "/steps?limit=1", null))
                .at("/items/0");
        var page = "/api/steps/" + step.path("id").asText() + "/stewardship";
        var carrier = step.at("/experts/0").asText();
        var kept = letGo(page, carrier, "receiver1");
        fire(instance(kept), "Event_HandoverWeekPassed");
        fire(instance(kept), "Event_HandoverThreeWeeksPassed");
        var task = dutyOf("receiver1", "step-taking", step.path("id").asText() + "/people");
        assertThat(task).as("among the tasks of whoever is to take it").isNotNull();
        await("a reminder", () -> has("receiver1", "reminder", task));
        assertThat(dutyOf(carrier, "step-taking", step.path("id").asText() + "/people"))
                .isNull();
        var ended = call("receiver1", "POST", "/api/stewardship/" + kept + "/end", "{\"reason\":\"Not yet.\"}");
        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(204);
        assertThat(processes(kept)).isZero();

        var taken = letGo(page, carrier, "receiver1");
        var signed = "{\"username\":\"receiver1\",\"password\":\"" + DEMO_PASSWORD + "\"}";
        var take = call("receiver1", "POST", "/api/stewardship/" + taken + "/take", signed);
        assertThat(take.statusCode()).as(take.body()).isEqualTo(201);
        assertThat(processes(taken)).isZero();
    }

    @Test
    @Order(1)
    void anOfferThatCannotBecomeATaskKeepsNoOtherFromIt() {
        var step = ok(call("lead", "GET", "/api/transfers/" + transfer + "/steps?limit=2", null))
                .at("/items/1");
        var carrier = step.at("/experts/0").asText();
        var offer = letGo("/api/steps/" + step.path("id").asText() + "/stewardship", carrier, "receiver1");
        var before = instance(offer);
        Deciding.about(before, () -> runtime.deleteProcessInstance(before, "let go of before it was a task"));
        assertThat(processes(offer)).isZero();
        var nothing = UUID.randomUUID().toString();
        new StewardListener(duties, new StewardDuty(stewardship) {
                    @Override
                    public Set<String> waiting() {
                        return new LinkedHashSet<>(List.of(nothing, offer));
                    }
                })
                .catchUp();
        assertThat(processes(offer)).isEqualTo(1);
        assertThat(processes(nothing)).isZero();
        assertThat(call("receiver1", "POST", "/api/stewardship/" + offer + "/end", "{\"reason\":\"Not yet.\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    private String letGo(String page, String from, String to) {
        var words = JSON.createObjectNode()
                .put("to", to)
                .put("lastWord", "By ear.")
                .put("username", from)
                .put("password", passwordOf(from));
        var given = call(from, "POST", page, words.toString());
        assertThat(given.statusCode()).as(given.body()).isEqualTo(201);
        return json(given).path("id").asText();
    }

    private com.fasterxml.jackson.databind.JsonNode pulse() {
        return ok(call("lead", "GET", "/api/transfers/" + transfer + "/pulse", null));
    }

    @Test
    @Order(1)
    void theExpertIsRemindedThreeTimesAndThenTheLeadIsAsked() {
        var task = begin(transfer, "expert1");
        var instance = engineTasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        var remind = timer(instance, "BoundaryEvent_CaptureDueSoon");
        assertThat(remind.getDuedate().toInstant()).isAfter(Instant.now());

        fire(instance, "BoundaryEvent_CaptureDueSoon");
        await("a reminder", () -> has("expert1", "reminder", task));
        fire(instance, "BoundaryEvent_CaptureDueSoon");
        assertThat(timer(instance, "BoundaryEvent_CaptureDueSoon").getDuedate().toInstant())
                .as("a week after the second one")
                .isEqualTo(remind.getDuedate().toInstant().plus(Duration.ofDays(14)));
        fire(instance, "BoundaryEvent_CaptureDueSoon");
        assertThat(timers(instance, "BoundaryEvent_CaptureDueSoon"))
                .as("three reminders in all")
                .isEmpty();
        assertThat(has("lead", "escalation", task)).isFalse();

        fire(instance, "BoundaryEvent_CaptureOverdue");
        await("an escalation", () -> notices("lead").stream()
                .anyMatch(notice -> notice.path("kind").asText().equals("escalation")
                        && notice.path("text").asText().contains("Expert One")
                        && notice.path("link").asText().equals("/transfers/" + transfer)));
        assertThat(captures("expert1", transfer)).as("the task stays").contains(task);
    }

    @Test
    @Order(1)
    void whoeverHasAReviewIsRemindedAndTheLeadIsAskedAfterThreeWeeks() {
        var item = tell(transfer, "expert1", "Waiting for three weeks");
        var instance = instance(item);
        var peer = task("expert2", item, "peer-review");
        var triage = task("quality", item, "triage");

        fire(instance, "Event_WeekPassed");
        for (var who : List.of("expert2", "expert3")) {
            await("a reminder for " + who, () -> has(who, "reminder", peer));
        }
        await("a reminder for quality", () -> has("quality2", "reminder", triage));
        assertThat(has("expert1", "reminder", peer)).as("the author waits").isFalse();

        fire(instance, "Event_ThreeWeeksPassed");
        await("an escalation", () -> notices("lead").stream()
                .anyMatch(notice -> notice.path("kind").asText().equals("escalation")
                        && notice.path("text").asText().contains("Waiting for three weeks")));
        assertThat(task("expert2", item, "peer-review")).as("the task stays").isEqualTo(peer);
        decide("expert2", item, "peer-review", "accept");
        assertThat(timers(instance, "Event_WeekPassed")).hasSize(1);
    }

    @Test
    @Order(1)
    void whoeverHasATaskOfAHeldItemIsRemindedThoughNoEventNamesThem() {
        var told = begin(transfer, "expert1");
        write("expert1", told, "Held and waiting", "no");
        ok(call("expert1", "POST", "/api/tasks/" + told + "/confidence", "{\"inConfidence\":true}"));
        var item =
                signed(end("expert1", told, decision("submit"))).at("/items/0").asText();
        var peer = task("expert2", item, "peer-review");
        fire(instance(item), "Event_WeekPassed");
        for (var who : List.of("expert2", "expert3")) {
            await("a reminder for " + who, () -> has(who, "reminder", peer));
        }
        assertThat(has("expert1", "reminder", peer)).as("the author waits").isFalse();
        assertThat(newsInGerman("expert2")).contains("kollegiale Prüfung", "„Held and waiting“");
        fire(instance(item), "Event_ThreeWeeksPassed");
        await("an escalation", () -> newsInGerman("lead").contains("„Held and waiting“"));
        assertThat(newsInGerman("lead")).contains("wartet auf N. N. (Name bei der Qualität)");
        decide("expert2", item, "peer-review", "ask");
        var rework = task("expert1", item, "rework");
        fire(instance(item), "Event_WeekPassed");
        await("a reminder for the author", () -> has("expert1", "reminder", rework));
        assertThat(jdbc.sql("select serialized_event from event_publication where event_type like '%TaskReminderDue'"
                                + " and serialized_event like ?")
                        .param("%" + item + "%")
                        .query(String.class)
                        .list())
                .hasSizeGreaterThan(1)
                .noneMatch(event -> List.of("expert1", "expert2", "expert3").stream()
                        .anyMatch(expert -> event.contains("\"" + expert + "\"")));
        answer("expert1", item);
    }

    private String newsInGerman(String who) {
        return send(HttpRequest.newBuilder(URI.create(url("/api/notices")))
                        .header("Authorization", basic(who, passwordOf(who)))
                        .header("Accept-Language", "de")
                        .build())
                .body();
    }

    @Test
    @Order(1)
    void aTrailIsReviewedByTwoVerifiedAndItsFindingClosed() {
        var only = new OnlyQuality(people, "quality", "quality2");
        try {
            reviewByTwo();
        } finally {
            only.close();
        }
    }

    private void reviewByTwo() {
        var reviewed = startedTransfer("Trail reviewed");
        withdraw("quality", tell(reviewed, "expert1", "Withdrawn by one"));
        withdraw("quality2", tell(reviewed, "expert1", "Withdrawn by another"));
        var review = reviewer.open("quality", reviewed);
        assertThat(dutyOf("quality2", "trail-review", review)).isNotNull();
        var byTheLead = reviewer.entries(
                        "quality", review, entry -> entry.path("doer").asText().equals("lead"))
                .get(0);
        var finding =
                reviewer.finding("quality", review, byTheLead.path("position").asInt(), "critical", "lead");
        assertThat(dutyOf("quality2", "trail-review", review))
                .as("whoever begins has it alone")
                .isNull();
        reviewer.restInOrder("quality", review);
        signed(reviewer.sign("quality", review, "sign"));
        assertThat(dutyOf("quality", "trail-second-review", review)).isNull();
        assertThat(dutyOf("quality2", "trail-second-review", review)).isNotNull();
        ok(reviewer.inOrder(
                "quality2",
                review,
                reviewer
                        .entries("quality2", review, entry -> entry.path("answer")
                                .isNull())
                        .stream()
                        .map(entry -> entry.path("position").asInt())
                        .toList()));
        signed(reviewer.sign("quality2", review, "sign"));
        assertThat(dutyOf("quality2", "trail-verification", review)).isNotNull();
        signed(reviewer.sign("quality2", review, "verify"));
        assertThat(processes(review)).isZero();

        var task = dutyOf("lead", "trail-finding", finding);
        fire(instance(finding), "Event_FindingDueSoon");
        await("a reminder", () -> has("lead", "reminder", task));
        fire(instance(finding), "Event_FindingOverdue");
        ok(reviewer.finding("lead", finding, "answer", "text", "Done."));
        ok(reviewer.finding("quality", finding, "give-back", "remark", "And who checked it?"));
        ok(reviewer.finding("lead", finding, "answer", "text", "Done, and checked by a colleague."));
        assertThat(dutyOf("quality", "trail-finding-answer", finding)).isNotNull();
        ok(reviewer.finding("quality", finding, "accept", "remark", null));
        assertThat(processes(finding)).isZero();
    }

    @Test
    @Order(1)
    void aTrailWithoutFindingsIsReviewedByOneWhoIsReminded() {
        var reviewed = startedTransfer("Trail in order");
        var review = reviewer.open("quality", reviewed);
        var task = dutyOf("quality", "trail-review", review);
        fire(instance(review), "Event_WeekPassed");
        await("a reminder", () -> has("quality2", "reminder", task));
        fire(instance(review), "Event_ThreeWeeksPassed");
        await("an escalation", () -> notices("lead").stream()
                .anyMatch(notice -> notice.path("kind").asText().equals("escalation")
                        && notice.path("text").asText().contains("Audit trail, review 1")));
        assertThatThrownBy(() -> runtime.createProcessInstanceModification(instance(review))
                        .startBeforeActivity("Event_TrailReviewed")
                        .execute())
                .as("moved by hand")
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("is not where");
        reviewer.restInOrder("quality", review);
        signed(reviewer.sign("quality", review, "sign"));
        assertThat(processes(review)).isZero();
    }

    @Test
    @Order(1)
    void twoVoicesAreArbitratedOrOneIsWithdrawn() {
        var apart = startedTransfer("Two voices");
        var settled = contradiction(apart);
        for (var event : List.of("Event_ArbitrationWeekPassed", "Event_ArbitrationThreeWeeksPassed")) {
            fire(instance(settled), event);
        }
        await("a reminder", () -> notices("quality").stream()
                .anyMatch(notice -> notice.path("kind").asText().equals("reminder")
                        && notice.path("text").asText().contains("third person")));
        var naming = JSON.createObjectNode().put("arbiter", "quality2").put("reason", "Wrote neither.");
        ok(call("lead", "POST", "/api/contradictions/" + settled + "/arbiter", naming.toString()));
        var outcome = JSON.createObjectNode()
                .put("outcome", "trial")
                .put("words", "Ten batches of each.")
                .put("username", "quality2")
                .put("password", DEMO_PASSWORD);
        ok(call("quality2", "POST", "/api/contradictions/" + settled + "/decide", outcome.toString()));
        assertThat(processes(settled)).isZero();

        var other = startedTransfer("One voice less");
        var lapsed = contradiction(other);
        var gone = ok(call("quality", "GET", "/api/contradictions/" + lapsed, null))
                .at("/first/itemId")
                .asText();
        var withdrawal = JSON.createObjectNode()
                .put("reason", "Told twice.")
                .put("username", "quality")
                .put("password", DEMO_PASSWORD);
        ok(call("quality", "POST", "/api/items/" + gone + "/withdraw", withdrawal.toString()));
        assertThat(processes(lapsed)).isZero();
    }

    /** Where a gap of a critical step is risky, two of each side read the item, each alone and at the same time. */
    @Test
    @Order(1)
    void aRiskyItemIsReadByMorePeopleBesideTheFour() {
        var risky = startedTransfer("Read by more");
        var step = criticalStep(risky);
        risk(step);
        var item = tellAbout(step, "expert1", "Risky", "no");
        assertThat(findTask("expert2", item, "second-peer-review")).isPresent();
        assertThat(findTask("receiver1", item, "second-receiver-review"))
                .as("beside the peer, not after")
                .isPresent();
        assertThat(findTask("expert1", item, "second-peer-review")).isEmpty();
        assertThat(findTask("quality2", item, "site-quality-review"))
                .as("nobody asked")
                .isEmpty();

        decide("expert2", item, "peer-review", "accept");
        assertThat(findTask("expert2", item, "second-peer-review"))
                .as("one person, one place")
                .isEmpty();
        ok(call("expert3", "POST", "/api/tasks/" + task("expert3", item, "second-peer-review") + "/claim", null));
        assertThat(said("expert3", item)).as("alone until decided").doesNotContain("Because I looked at it.");
        assertThat(said("expert2", item)).contains("Because I looked at it.");
        var early = end(
                "expert2",
                task("expert3", item, "second-peer-review"),
                decision("accept").put("version", 1));
        assertThat(early.statusCode()).as(early.body()).isIn(404, 409);

        decide("receiver2", item, "second-receiver-review", "ask");
        answer("expert1", item);
        assertThat(findTask("receiver1", item, "second-receiver-review"))
                .as("back to the asker alone")
                .isEmpty();
        decide("receiver2", item, "second-receiver-review", "accept");
        decide("receiver1", item, "receiver-review", "accept");
        triage(item);
        assertThat(findTask("quality2", item, "approval"))
                .as("one is still reading")
                .isEmpty();
        decide("expert3", item, "second-peer-review", "refuse");
        changeAndAnswer("expert1", item);
        for (var kind : List.of("peer-review", "second-peer-review", "receiver-review", "second-receiver-review")) {
            var who = kind.endsWith("receiver-review")
                    ? kind.startsWith("second") ? "receiver1" : "receiver2"
                    : kind.startsWith("second") ? "expert2" : "expert3";
            decide(who, item, kind, "accept");
        }
        triage(item);
        decide("quality2", item, "approval", "accept");
        assertThat(item(item).path("state").asText()).isEqualTo("approved");
        assertThat(item(item).path("signatures")).hasSize(7);
        assertThat(processes(item)).isZero();
    }

    /** Quality looked first and found an established condition: quality of the receiving site reads, and a specialist. */
    @Test
    @Order(1)
    void whatTouchesTheRegistrationIsReadByQualityOfTheReceivingSiteToo() {
        var touched = startedTransfer("Read by quality of the receiving site");
        var step = criticalStep(touched);
        var item = tellAbout(step, "expert1", "Touches what is registered", "yes");
        var triage = decision("accept")
                .put("triage", "established-condition")
                .put("reference", "CC-2026-9")
                .put("condition", "EC-3")
                .put("category", "PAS");
        assertThat(findTask("quality2", item, "site-quality-review")).isEmpty();
        signed(end("quality", task("quality", item, "triage"), triage));
        decide("quality2", item, "site-quality-review", "accept");
        assertThat(findTask("expert3", item, "specialist-review")).isPresent();
        decide("expert3", item, "specialist-review", "accept");
        decide("expert2", item, "peer-review", "accept");
        assertThat(findTask("quality", item, "approval")).isEmpty();
        decide("receiver1", item, "receiver-review", "accept");
        assertThat(findTask("quality2", item, "approval"))
                .as("who reviewed for the site does not approve")
                .isEmpty();
        decide("quality", item, "approval", "accept");
        assertThat(item(item).path("signatures")).hasSize(7);
    }

    /** Two experts alone: nobody is left for a second peer; that is noted and told, and the four people go on. */
    @Test
    @Order(1)
    void nobodyWaitsForAReviewerWhoDoesNotExist() {
        var small = startedTransfer("Few experts");
        changeTeam(small, "expert1", "expert2");
        var step = criticalStep(small);
        risk(step);
        var item = tellAbout(step, "expert1", "Nobody is left", "no");
        assertThat(findTask("expert2", item, "second-peer-review")).isEmpty();
        await("the lead to be told", () -> notices("lead").stream()
                .anyMatch(notice -> notice.path("kind").asText().equals("nobody-for-review")
                        && notice.path("text").asText().contains("Nobody is left")));
        decide("expert2", item, "peer-review", "accept");
        decide("receiver1", item, "second-receiver-review", "accept");
        decide("receiver2", item, "receiver-review", "accept");
        triage(item);
        decide("quality2", item, "approval", "accept");
        assertThat(item(item).path("state").asText()).isEqualTo("approved");
    }

    /** Whoever could have done it leaves while everybody else has read: it is given up, told, and approval opens. */
    @Test
    @Order(1)
    void aFurtherReviewEndsWhenNobodyIsLeftForIt() {
        var left = startedTransfer("Left while others read");
        var step = criticalStep(left);
        risk(step);
        var item = tellAbout(step, "expert1", "Nobody is there any more", "no");
        decide("expert2", item, "peer-review", "accept");
        decide("receiver2", item, "second-receiver-review", "accept");
        decide("receiver1", item, "receiver-review", "accept");
        triage(item);
        assertThat(findTask("expert3", item, "second-peer-review")).isPresent();
        assertThat(findTask("quality2", item, "approval")).isEmpty();

        changeTeam(left, "expert1", "expert2");
        await("the lead to be told", () -> notices("lead").stream()
                .anyMatch(notice -> notice.path("kind").asText().equals("nobody-for-review")
                        && notice.path("text").asText().contains("Nobody is there any more")));
        decide("quality2", item, "approval", "accept");
        assertThat(item(item).path("state").asText()).isEqualTo("approved");
        assertThat(processes(item)).isZero();
    }

    /** Whose account is closed takes no review: quality names a peer, unless the account is opened again. */
    @Test
    @Order(1)
    void aReviewDoesNotWaitForSomebodyWhoHasLeft() {
        hire("peer-who-leaves", "Peer who leaves", "California", "expert");
        var left = startedTransfer("The only peer leaves");
        changeTeam(left, "expert1", "peer-who-leaves");
        var item = tell(left, "expert1", "Waits for nobody who has left");
        assertThat(findTask("peer-who-leaves", item, "peer-review")).isPresent();

        account("peer-who-leaves", false);
        assertThat(findTask("quality", item, "name-peer")).isPresent();
        account("peer-who-leaves", true);
        assertThat(findTask("quality", item, "name-peer")).isEmpty();
        decide("peer-who-leaves", item, "peer-review", "accept");
    }

    private void account(String username, boolean open) {
        ok(call("admin", "PATCH", "/api/people/" + username, "{\"enabled\":" + open + ",\"reason\":\"So it is.\"}"));
    }

    private String criticalStep(String of) {
        var steps =
                ok(call("lead", "GET", "/api/transfers/" + of + "/steps", null)).path("items");
        return StreamSupport.stream(steps.spliterator(), false)
                .filter(step -> step.path("critical").asBoolean())
                .map(step -> step.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private void risk(String step) {
        ok(
                call(
                        "lead",
                        "PUT",
                        "/api/steps/" + step + "/comparison",
                        "{\"aspects\":[{\"aspect\":\"equipment\",\"sending\":\"glass\",\"receiving\":\"bags\",\"gap\":\"high\"}]}"));
        var scored = call(
                "expert1",
                "POST",
                "/api/steps/" + step + "/comparison/equipment/scores",
                "{\"severity\":9,\"occurrence\":7,\"detection\":7}");
        assertThat(scored.statusCode()).as(scored.body()).isEqualTo(201);
    }

    private String tellAbout(String step, String expert, String title, String outsideRange) {
        var begun = call(expert, "POST", "/api/steps/" + step + "/capture-tasks", "{}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        var task = json(begun).path("taskId").asText();
        write(expert, task, title, outsideRange);
        return signed(end(expert, task, decision("submit"))).at("/items/0").asText();
    }

    /** The words beside the signatures, as this person reads them. */
    private String said(String who, String item) {
        return ok(call(who, "GET", "/api/items/" + item, null))
                .path("signatures")
                .toString();
    }

    /** Two experts tell about one step, and the lead marks what they told as contradicting. */
    private String contradiction(String of) {
        var one = tell(of, "expert1", "One voice");
        var mark = JSON.createObjectNode()
                .put("other", tell(of, "expert2", "Another voice"))
                .put("reason", "They differ.");
        var marked = call("lead", "POST", "/api/items/" + one + "/contradictions", mark.toString());
        assertThat(marked.statusCode()).as(marked.body()).isEqualTo(201);
        return json(marked).path("id").asText();
    }

    /** Moving a token by hand goes past the guard of the task: the step it is moved to looks at the record itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Task_ReviewAtReceivingSite",
                "Task_ReviewForSiteQuality",
                "Task_ApproveVersion",
                "Task_AnswerQuestion",
                "Task_ReviseItem",
                "Event_VersionApproved",
                "Event_ItemApproved",
                "Event_ItemWithdrawn"
            })
    @Order(2)
    void aReviewThatIsMovedByHandGetsNowhere(String step) {
        var item = tell(transfer, "expert1", "Moved by hand to " + step);
        var instance = instance(item);
        var before = item(item);

        assertThatThrownBy(() -> runtime.createProcessInstanceModification(instance)
                        .startBeforeActivity(step)
                        .execute())
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("is not where");

        assertThat(item(item)).isEqualTo(before);
        assertThat(findTask("expert2", item, "peer-review")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Task_StartReviews", "Event_NothingHidden", "Event_PassedOn"})
    @Order(2)
    void aCaptureThatIsMovedByHandGetsNowhere(String step) {
        var task = begin(transfer, "expert3");
        var instance = engineTasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();

        assertThatThrownBy(() -> runtime.createProcessInstanceModification(instance)
                        .startBeforeActivity(step)
                        .execute())
                .isInstanceOf(ProcessEngineException.class);

        assertThat(captures("expert3", transfer)).contains(task);
    }

    @Test
    @Order(1)
    void aStepIsWatchedDoneTogetherAndTaughtBackUntilItIsShown() {
        var shown = startedTransfer("Shown at the bench");
        var step = firstStep(shown);
        approve(tell(shown, "expert1", "To be shown"));
        assertThat(duties("receiver1", step)).containsExactly("shadow");
        fire(instance(step), "BoundaryEvent_ShowingReminder");
        fire(instance(step), "BoundaryEvent_ShowingOverdue");
        practise(step, "shadow");
        assertThat(duties("receiver1", step)).containsExactly("reverse-shadow");
        practise(step, "reverse-shadow");
        assertThat(duties("receiver1", step)).containsExactly("teach-back");
        assertThatThrownBy(() -> engineTasks.complete(engineTasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(step)
                        .singleResult()
                        .getId()))
                .as("by hand")
                .isInstanceOf(ProcessEngineException.class);
        passedAlone(step);
        assertThat(processes(step)).isZero();

        var later = tell(shown, "expert1", "Told later");
        approve(later);
        assertThat(duties("receiver2", step)).as("played before").containsExactly("teach-back");
        var withdrawal = JSON.createObjectNode()
                .put("reason", "Told twice.")
                .put("username", "quality")
                .put("password", DEMO_PASSWORD);
        ok(call("quality", "POST", "/api/items/" + later + "/withdraw", withdrawal.toString()));
        assertThat(processes(step)).as("the rest is shown").isZero();
    }

    @Test
    @Order(1)
    void aStepWithNothingLeftIsNotShownAnyMore() {
        var emptied = startedTransfer("Nothing left to show");
        var only = tell(emptied, "expert1", "Soon withdrawn");
        approve(only);
        var step = firstStep(emptied);
        assertThat(processes(step)).isOne();
        var withdrawal = JSON.createObjectNode()
                .put("reason", "It was a mistake.")
                .put("username", "quality")
                .put("password", DEMO_PASSWORD);
        ok(call("quality", "POST", "/api/items/" + only + "/withdraw", withdrawal.toString()));
        assertThat(processes(step)).isZero();
    }

    @Test
    @Order(2)
    void aTaskOpenedPastEveryListenerIsStillRefusedByItsRecord() {
        var item = tell(transfer, "expert1", "Opened past the listeners");
        runtime.createProcessInstanceModification(instance(item))
                .startBeforeActivity("Task_ApproveVersion")
                .setVariable("transferId", transfer)
                .execute(true, true);
        var opened = engineTasks
                .createTaskQuery()
                .processInstanceBusinessKey(item)
                .taskDefinitionKey("Task_ApproveVersion")
                .singleResult();
        engineTasks.addCandidateUser(opened.getId(), "quality");

        var answer = end("quality", opened.getId(), decision("accept"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(item(item).path("state").asText()).isEqualTo("submitted");
        assertThat(item(item).path("signatures")).hasSize(1);
    }

    @Test
    @Order(3)
    void noPathIsLeftThatNobodyTook() throws Exception {
        var left = new TreeSet<String>();
        var all = 0;
        for (var file : new File("bpmn").listFiles((folder, name) -> name.endsWith(".bpmn"))) {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
            var flows = document.getElementsByTagName("bpmn:sequenceFlow");
            var process = document.getElementsByTagName("bpmn:process")
                    .item(0)
                    .getAttributes()
                    .getNamedItem("id")
                    .getNodeValue();
            var drawn = new TreeSet<String>();
            for (var i = 0; i < flows.getLength(); i++) {
                drawn.add(process + " "
                        + flows.item(i).getAttributes().getNamedItem("id").getNodeValue());
            }
            all += drawn.size();
            left.addAll(Covered.tell("paths of " + file.getName(), drawn, TakenPaths.taken()));
        }
        assertThat(all).isGreaterThan(130);
        assertThat(left).as("paths that no test takes").isEmpty();
    }

    /** Id of the person's open task of that kind whose page is the record's, or null. */
    private String dutyOf(String who, String kind, String record) {
        return tasks(who).stream()
                .filter(task -> task.path("kind").asText().equals(kind)
                        && task.path("page").asText().endsWith("/" + record))
                .map(task -> task.path("taskId").asText())
                .findFirst()
                .orElse(null);
    }

    private void withdraw(String who, String item) {
        ok(call(
                who,
                "POST",
                "/api/items/" + item + "/withdraw",
                decision("x")
                        .put("reason", "Told twice.")
                        .put("username", who)
                        .put("password", DEMO_PASSWORD)
                        .without("decision")
                        .toString()));
    }

    private String phase(String id) {
        return ok(call("lead", "GET", "/api/transfers/" + id, null))
                .path("phase")
                .asText();
    }

    private void override(String id, String who) {
        var signed = call(
                who,
                "POST",
                "/api/transfers/" + id + "/gate/override",
                """
                {"reason": "The season does not wait.", "username": "%s", "password": "%s"}"""
                        .formatted(who, DEMO_PASSWORD));
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(201);
    }

    private void accept(String id, String who) {
        var signed = call(
                who,
                "POST",
                "/api/transfers/" + id + "/acceptance",
                """
                {"username": "%s", "password": "%s"}""".formatted(who, DEMO_PASSWORD));
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(201);
    }

    private int conclude(String id) {
        return call("lead", "POST", "/api/transfers/" + id + "/conclude-phase", "{\"reason\":\"done\"}")
                .statusCode();
    }

    private List<String> duties(String who, String step) {
        return StreamSupport.stream(
                        ok(call(who, "GET", "/api/tasks?limit=200", null))
                                .path("items")
                                .spliterator(),
                        false)
                .filter(task -> task.path("stepId").asText().equals(step)
                        && !task.path("page").isNull())
                .map(task -> task.path("kind").asText())
                .toList();
    }

    private void practise(String step, String kind) {
        var counted =
                call("receiver1", "POST", "/api/steps/" + step + "/demonstrations", "{\"kind\":\"" + kind + "\"}");
        assertThat(counted.statusCode()).as(counted.body()).isEqualTo(201);
    }

    private void passedAlone(String step) {
        var cue = ok(call("receiver1", "GET", "/api/steps/" + step + "/demonstrations", null))
                .at("/cues/0/itemId")
                .asText();
        for (int i = 0; i < 3; i++) {
            var run = JSON.createObjectNode()
                    .put("kind", "teach-back")
                    .put("formal", true)
                    .put("receiver", "receiver1")
                    .put("expert", "expert1")
                    .put("rightFirstTime", true);
            run.putArray("agreedBy").add("receiver1").add("expert1");
            run.putArray("cues").addObject().put("itemId", cue).put("score", 3);
            var begun = call("receiver1", "POST", "/api/steps/" + step + "/demonstrations", run.toString());
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
            for (var who : List.of("receiver1", "expert1")) {
                var proof = JSON.createObjectNode().put("username", who).put("password", DEMO_PASSWORD);
                ok(call(
                        who,
                        "POST",
                        "/api/demonstrations/" + json(begun).path("id").asText() + "/sign",
                        proof.toString()));
            }
        }
    }

    private long processes(String businessKey) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .count();
    }

    private String instance(String item) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(item)
                .singleResult()
                .getId();
    }

    private Job timer(String instance, String event) {
        return timers(instance, event).stream().findFirst().orElseThrow();
    }

    private List<Job> timers(String instance, String event) {
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(event)
                .list();
    }

    /**
     * Sets the engine's clock to when the timer is due and lets it fire, here or in the product's own job executor,
     * whichever comes first.
     */
    private void fire(String instance, String event) {
        var timer = timer(instance, event);
        var job = timer.getId();
        ClockUtil.setCurrentTime(Date.from(timer.getDuedate().toInstant().plusSeconds(1)));
        try {
            management.executeJob(job);
        } catch (ProcessEngineException alreadyTaken) {
            await(
                    "the job executor to finish",
                    () -> management.createJobQuery().jobId(job).count() == 0);
        } finally {
            ClockUtil.reset();
        }
        assertThat(management.createJobQuery().jobId(job).count()).isZero();
    }

    private boolean has(String who, String kind, String task) {
        return notices(who).stream().anyMatch(notice -> isAbout(notice, kind, task));
    }

    private static boolean isAbout(JsonNode notice, String kind, String task) {
        return Stream.of(kind, "/tasks/" + task)
                .allMatch(word -> word.equals(notice.path("kind").asText())
                        || word.equals(notice.path("link").asText()));
    }

    private static void await(String what, BooleanSupplier arrived) {
        var until = Instant.now().plus(PATIENCE);
        while (!arrived.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting for " + what).isBefore(until);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
