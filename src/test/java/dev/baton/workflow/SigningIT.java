package dev.baton.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.Browser;
import dev.baton.support.PlayedOverHttp;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing once, however often it is posted; and what is typed for it in a browser session. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SigningIT extends PlayedOverHttp {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private JdbcClient jdbc;

    private String transfer = "";

    @BeforeAll
    void importOne() {
        transfer = startedTransfer("Signing");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 20})
    void ofManySigningsAtOnceOneCountsAndTheOthersAreToldWhatWasSigned(int times) throws Exception {
        var item = tell(transfer, "expert1", "Signed " + times + " times at once");
        var task = task("expert2", item, "peer-review");
        var version = open("expert2", task).path("version").asLong();
        var go = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(times);
        try {
            var answers = IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                await(go);
                                return end("expert2", task, decision("accept").put("version", version));
                            },
                            pool))
                    .toList();
            go.countDown();
            var all = answers.stream().map(CompletableFuture::join).toList();
            assertThat(all).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
            var signed = all.stream()
                    .filter(answer -> answer.statusCode() == 200)
                    .map(SigningIT::signature)
                    .findFirst()
                    .orElseThrow();
            assertThat(all).filteredOn(answer -> answer.statusCode() != 200).allSatisfy(answer -> {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
                assertThat(signature(answer)).as(answer.body()).isEqualTo(signed);
            });
        } finally {
            pool.shutdownNow();
        }
        assertThat(item(item).path("signatures"))
                .as("authorship and one review")
                .hasSize(2);
        assertThat(findTask("receiver1", item, "receiver-review")).isPresent();
    }

    @Test
    void approvalsOfOneStepAtOnceBeginOneDemonstration() {
        var shown = startedTransfer("Approved at once");
        var items = IntStream.range(0, 6)
                .mapToObj(i -> tell(shown, "expert1", "Approved with others " + i))
                .toList();
        items.forEach(item -> {
            decide("expert2", item, "peer-review", "accept");
            decide("receiver1", item, "receiver-review", "accept");
            signed(end(
                    "quality",
                    task("quality", item, "triage"),
                    decision("accept").put("triage", "within-range")));
        });
        var go = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(items.size());
        try {
            var answers = items.stream()
                    .map(item -> CompletableFuture.supplyAsync(
                            () -> {
                                await(go);
                                return end("quality2", task("quality2", item, "approval"), decision("accept"));
                            },
                            pool))
                    .toList();
            go.countDown();
            answers.forEach(answer -> signed(answer.join()));
        } finally {
            pool.shutdownNow();
        }
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(ShowingDuty.PROCESS)
                        .processInstanceBusinessKey(firstStep(shown))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aTaskNobodyHadTakenIsTakenBeforeItIsSignedInTrailAndHistory() {
        var item = tell(transfer, "expert1", "Signed without being taken");
        var task = task("expert2", item, "peer-review");
        signed(end("expert2", task, decision("accept")));

        assertThat(jdbc.sql("select act from audit_entry where username = 'expert2' and tx ="
                                + " (select tx from audit_entry where act = 'claimed' and record_id = ?) order by no")
                        .param(task)
                        .query(String.class)
                        .list())
                .as("one act: taken first, and once")
                .startsWith("claimed")
                .contains("signed")
                .satisfies(acts -> assertThat(acts.lastIndexOf("claimed")).isZero());
        var told = history.createHistoricTaskInstanceQuery().taskId(task).singleResult();
        assertThat(told.getAssignee()).isEqualTo("expert2");
        assertThat(told.getEndTime()).isNotNull();
    }

    /** Of two people to whom a task is open one signs; the other is told that it is no longer theirs to do. */
    @Test
    void ofTwoPeopleAtOnceOneSignsAndTheOtherIsToldThatItHasEnded() {
        var item = tell(transfer, "expert1", "Open to two at once");
        var task = task("expert2", item, "peer-review");
        var version = open("expert2", task).path("version").asLong();
        var go = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var answers = Stream.of("expert2", "expert3")
                    .map(who -> CompletableFuture.supplyAsync(
                            () -> {
                                await(go);
                                return end(who, task, decision("accept").put("version", version));
                            },
                            pool))
                    .toList();
            go.countDown();
            assertThat(answers.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                    .containsOnlyOnce(200)
                    .allMatch(status -> status == 200 || status == 404 || status == 409);
        } finally {
            pool.shutdownNow();
        }
        assertThat(item(item).path("signatures")).hasSize(2);
    }

    @Test
    void aRepeatIsToldWhatWasSignedAndSignsNothing() {
        var task = begin(transfer, "expert1");
        write("expert1", task, "Submitted twice", "no");
        var version = open("expert1", task).path("version").asLong();
        var first = signed(end("expert1", task, decision("submit").put("version", version)));
        var again = end("expert1", task, decision("submit").put("version", version));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).path("signatures")).isEqualTo(first.path("signatures"));
        assertThat(again.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var somebodyElse = end("expert2", task, decision("submit").put("version", version));
        assertThat(somebodyElse.statusCode()).isEqualTo(404);
    }

    @Test
    void theFirstSigningOfASessionAsksForEverythingLaterOnesForThePassword() {
        var one = tell(transfer, "expert1", "First of a session");
        var two = tell(transfer, "expert1", "Second of a session");
        var three = tell(transfer, "expert1", "After the session broke");
        var browser = new Browser(url("")).login("expert2", DEMO_PASSWORD);

        assertThat(needsUsername(browser, one)).isTrue();
        assertThat(sign(browser, one, null, DEMO_PASSWORD).statusCode())
                .as("the password alone is not enough yet")
                .isEqualTo(403);
        assertThat(sign(browser, one, "expert3", DEMO_PASSWORD).statusCode())
                .as("another person's name")
                .isEqualTo(403);
        assertThat(needsUsername(browser, one))
                .as("a failed signing begins no series")
                .isTrue();
        signed(sign(browser, one, "expert2", DEMO_PASSWORD));

        assertThat(needsUsername(browser, two)).isFalse();
        assertThat(sign(browser, two, null, "not the password").statusCode()).isEqualTo(403);
        assertThat(sign(browser, two, null, null).statusCode()).isEqualTo(403);
        signed(sign(browser, two, null, DEMO_PASSWORD));

        assertThat(browser.ask("POST", "/logout", null).statusCode()).isEqualTo(302);
        assertThat(sign(browser, three, null, DEMO_PASSWORD).statusCode()).isBetween(401, 403);
        browser.login("expert2", DEMO_PASSWORD);
        assertThat(needsUsername(browser, three)).isTrue();
        assertThat(sign(browser, three, null, DEMO_PASSWORD).statusCode()).isEqualTo(403);
        signed(sign(browser, three, "expert2", DEMO_PASSWORD));
    }

    @Test
    void aProgramTypesBothEachTime() {
        var item = tell(transfer, "expert1", "Signed by a program");
        var task = task("expert2", item, "peer-review");
        var body = decision("accept").put("version", 1).put("password", DEMO_PASSWORD);
        var answer = call("expert2", "POST", "/api/tasks/" + task + "/complete", body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        signed(end("expert2", task, decision("accept")));
    }

    @Test
    void aSigningWithoutItsCrossSiteTokenIsRefused() {
        var item = tell(transfer, "expert1", "From another site");
        var browser = new Browser(url("")).login("expert3", DEMO_PASSWORD);
        var body =
                decision("accept").put("version", 1).put("username", "expert3").put("password", DEMO_PASSWORD);
        var path = "/api/tasks/" + task("expert3", item, "peer-review") + "/complete";
        browser.forget("BATON-XSRF");
        assertThat(browser.ask("POST", path, body.toString()).statusCode()).isEqualTo(403);
        assertThat(item(item).path("signatures")).hasSize(1);
    }

    private boolean needsUsername(Browser browser, String item) {
        var path = "/api/tasks/" + task("expert2", item, "peer-review");
        return ok(browser.ask("GET", path, null)).at("/signing/needsUsername").asBoolean();
    }

    private HttpResponse<String> sign(Browser browser, String item, String username, String password) {
        var body =
                decision("accept").put("version", 1).put("username", username).put("password", password);
        return browser.ask("POST", "/api/tasks/" + task("expert2", item, "peer-review") + "/complete", body.toString());
    }

    private static JsonNode signature(HttpResponse<String> answer) {
        return json(answer).at("/signatures/0/id");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
