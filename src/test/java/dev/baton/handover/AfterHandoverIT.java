package dev.baton.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.Browser;
import dev.baton.support.PlayedOverHttp;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What goes on after the hand-over: knowledge gets old, leaks are counted, and who was trained is warned. */
class AfterHandoverIT extends PlayedOverHttp {

    @Test
    void aDeviationThatWasKnownIsALeakAndMakesTheItemDue() {
        var transfer = startedTransfer("Leaking");
        var item = tell(transfer, "expert1", "What would have prevented it");
        approve(item);
        var due = dueItem(transfer, item);
        assertThat(due.path("due").asBoolean()).as("approved today").isFalse();
        assertThat(due.path("risk").asText()).isIn("high", "medium", "low");

        assertThat(record("expert1", transfer, "DEV-1", "no", null, null).statusCode())
                .as("the receiving site and quality record")
                .isEqualTo(403);
        var empty = call("receiver1", "POST", "/api/transfers/" + transfer + "/deviations", "{}");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(where(empty)).contains("reference", "what", "happenedOn", "known");
        var tomorrow = LocalDate.now(ZoneId.of("Europe/London")).plusDays(1);
        var notYet = call(
                "receiver1",
                "POST",
                "/api/transfers/" + transfer + "/deviations",
                "{\"reference\":\"DEV-0\",\"what\":\"Cloudy\",\"known\":\"no\",\"happenedOn\":\"" + tomorrow + "\"}");
        assertThat(where(notYet)).as("what has not happened yet").containsExactly("happenedOn");
        assertThat(record("receiver1", transfer, "DEV-1", "no", item, null).statusCode())
                .as("an item is named only where it was known")
                .isEqualTo(422);
        var other = tell(startedTransfer("Another one"), "expert1", "Of another transfer");
        assertThat(record("receiver1", transfer, "DEV-1", "yes", other, null).statusCode())
                .isEqualTo(422);

        assertThat(record("receiver1", transfer, "DEV-1", "unclear", null, null).statusCode())
                .isEqualTo(201);
        assertThat(record("quality2", transfer, "DEV-2", "no", null, null).statusCode())
                .isEqualTo(201);
        assertThat(leakRate(transfer)).isZero();
        assertThat(record("quality2", transfer, "DEV-1", "yes", item, null).statusCode())
                .as("what stands there is not replaced without a reason")
                .isEqualTo(422);
        assertThat(record("quality2", transfer, "DEV-1", "yes", item, "We asked.")
                        .statusCode())
                .isEqualTo(201);
        assertThat(leakRate(transfer)).isEqualTo(50);

        due = dueItem(transfer, item);
        assertThat(due.path("due").asBoolean()).isTrue();
        assertThat(due.path("afterDeviation").asBoolean()).isTrue();
        assertThat(check("expert1", item, "It holds.").statusCode()).isEqualTo(403);
        assertThat(check("receiver1", item, " ").statusCode()).isEqualTo(422);
        var elsewhere = startedTransfer("Not its transfer");
        var astray = new Browser(url(""))
                .login("receiver1", DEMO_PASSWORD)
                .ask(
                        "POST",
                        "/transfers/" + elsewhere + "/half-life/" + item,
                        "application/x-www-form-urlencoded",
                        "words=It+holds.");
        assertThat(astray.statusCode()).as("an item of another transfer").isEqualTo(404);
        assertThat(dueItem(transfer, item).path("due").asBoolean()).isTrue();
        assertThat(check("receiver1", item, "I looked at three batches.").statusCode())
                .isEqualTo(204);
        assertThat(dueItem(transfer, item).path("due").asBoolean()).isFalse();
        assertThat(record("quality2", transfer, "DEV-3", "yes", item, null).statusCode())
                .isEqualTo(201);
        assertThat(dueItem(transfer, item).path("due").asBoolean()).isTrue();
        assertThat(record("quality2", transfer, "DEV-3", "no", null, "Another cause.")
                        .statusCode())
                .isEqualTo(201);
        assertThat(dueItem(transfer, item).path("due").asBoolean())
                .as("what a replaced record named is not due for it")
                .isFalse();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(notices("lead"))
                .anyMatch(notice -> notice.toString().contains("DEV-1")));
    }

    @Test
    void ofManyWhoReportOneNumberAtOnceOneIsFirstAndTheOthersSayWhy() {
        var transfer = startedTransfer("Reported at once");
        var go = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(8);
        try {
            var answers = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                await().until(() -> go.getCount() == 0);
                                return record("receiver1", transfer, "DEV-9", "no", null, null)
                                        .statusCode();
                            },
                            pool))
                    .toList();
            go.countDown();
            assertThat(answers)
                    .extracting(CompletableFuture::join)
                    .containsOnlyOnce(201)
                    .containsOnly(201, 422);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void whoWasTrainedIsWarnedOfWhatIsReplacedOrWithdrawn() {
        var transfer = startedTransfer("Warned");
        var item = tell(transfer, "expert1", "Read and then replaced");
        approve(item);
        assertThat(warnings("receiver1", transfer)).isEmpty();
        read(item, 1);
        ok(call("expert1", "POST", "/api/items/" + item + "/revise", "{\"reason\":\"We know better.\"}"));
        changeAndAnswer("expert1", item);
        approve(item);

        var replaced = warnings("receiver1", transfer);
        assertThat(replaced).hasSize(1);
        assertThat(replaced.get(0).path("withdrawn").asBoolean()).isFalse();
        assertThat(replaced.get(0).path("effective").asInt()).isEqualTo(2);
        assertThat(warnings("receiver2", transfer)).as("not their own").isEmpty();
        assertThat(warnings("lead", transfer)).hasSize(1);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(notices("receiver1"))
                .anyMatch(notice -> notice.toString().contains("has a new version")));
        assertThat(seen("receiver2", transfer, item).statusCode()).isEqualTo(409);
        assertThat(seen("receiver1", transfer, item).statusCode()).isEqualTo(204);
        assertThat(seen("receiver1", transfer, item).statusCode())
                .as("noted once")
                .isEqualTo(409);
        assertThat(warnings("lead", transfer).get(0).path("seenAt").isNull()).isFalse();

        read(item, 2);
        var withdrawn = call(
                "quality",
                "POST",
                "/api/items/" + item + "/withdraw",
                "{\"reason\":\"It is not so.\",\"username\":\"quality\",\"password\":\"" + DEMO_PASSWORD + "\"}");
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
        assertThat(warnings("receiver1", transfer)).hasSize(2);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(notices("receiver1"))
                .anyMatch(notice -> notice.toString().contains("was withdrawn. Do not work by it")));
    }

    private void read(String item, int version) {
        var body = JSON.createObjectNode()
                .put("version", version)
                .put("username", "receiver1")
                .put("password", DEMO_PASSWORD);
        var read = call("receiver1", "POST", "/api/items/" + item + "/read", body.toString());
        assertThat(read.statusCode()).as(read.body()).isIn(200, 201);
    }

    private HttpResponse<String> seen(String who, String transfer, String item) {
        return call(who, "POST", "/api/transfers/" + transfer + "/training-warnings/" + item, null);
    }

    private List<JsonNode> warnings(String who, String transfer) {
        var all = ok(call(who, "GET", "/api/transfers/" + transfer + "/training-warnings", null));
        return StreamSupport.stream(all.spliterator(), false).toList();
    }

    private JsonNode dueItem(String transfer, String item) {
        var all = ok(call("expert1", "GET", "/api/transfers/" + transfer + "/half-life", null));
        return StreamSupport.stream(all.path("items").spliterator(), false)
                .filter(due -> due.path("itemId").asText().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private int leakRate(String transfer) {
        return ok(call("lead", "GET", "/api/transfers/" + transfer + "/deviations", null))
                .path("leakRate")
                .asInt();
    }

    private HttpResponse<String> check(String who, String item, String words) {
        return call(
                who,
                "POST",
                "/api/items/" + item + "/checks",
                JSON.createObjectNode().put("words", words).toString());
    }

    private HttpResponse<String> record(
            String who, String transfer, String reference, String known, String item, String reason) {
        var body = JSON.createObjectNode()
                .put("reference", reference)
                .put("happenedOn", "2026-11-02")
                .put("what", "The pool went cloudy.")
                .put("known", known)
                .put("itemId", item)
                .put("reason", reason);
        return call(who, "POST", "/api/transfers/" + transfer + "/deviations", body.toString());
    }

    private static List<String> where(HttpResponse<String> answer) {
        return StreamSupport.stream(json(answer).path("errors").spliterator(), false)
                .map(error -> error.path("where").asText())
                .toList();
    }
}
