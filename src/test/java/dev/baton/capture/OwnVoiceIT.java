package dev.baton.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.support.Browser;
import dev.baton.support.PlayedOverHttp;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a colleague told reaches an expert of whom a word is awaited only after that word: on pages, over the API, in
 * search, files, lists of tasks, reminders and recognition.
 */
class OwnVoiceIT extends PlayedOverHttp {

    /** Named on both steps of the transfer. */
    private static final String AWAITED = "expert3";

    private static final String WORD = "quibblethorpe";
    private static final String TITLE = "Swirl the " + WORD;

    @Autowired
    TaskService engineTasks;

    @Autowired
    ManagementService management;

    private Browser browser;

    @Test
    void aColleaguesWordsAreKeptUntilOnesOwnAreTold() {
        var transfer = startedTransfer("Own voice first");
        var task = begin(transfer, "expert1");
        var file = attach("expert1", task);
        write("expert1", task, TITLE, "no");
        withFile("expert1", task, file);
        var item =
                signed(end("expert1", task, decision("submit"))).at("/items/0").asText();
        ok(call("lead", "GET", "/api/items/" + item, null));
        thank("lead", item, "Thank you for the " + WORD);
        remind(item);

        keeps(transfer, item, file);
        for (var other : List.of("expert2", "lead", "quality", "receiver1")) {
            assertThat(hits(other)).as(other).isEqualTo(1);
        }
        var page = page("/steps/" + firstStep(transfer));
        assertThat(page).contains("A colleague has told something here. You will see it after you have told yours");

        var own = captures(AWAITED, transfer).stream()
                .filter(asked -> open(AWAITED, asked).path("stepId").asText().equals(firstStep(transfer)))
                .findFirst()
                .orElseThrow();
        signed(end(AWAITED, own, decision("nothing-hidden")));

        assertThat(ok(call(AWAITED, "GET", "/api/items/" + item, null))
                        .path("title")
                        .asText())
                .isEqualTo(TITLE);
        assertThat(hits(AWAITED)).isEqualTo(1);
        assertThat(call(AWAITED, "GET", "/api/files/" + file, null).statusCode())
                .isEqualTo(200);
        assertThat(page("/steps/" + firstStep(transfer))).contains(TITLE).doesNotContain("You will see it after");
        assertThat(open(AWAITED, task(AWAITED, item, "peer-review"))
                        .path("title")
                        .asText())
                .isEqualTo(TITLE);
    }

    @Test
    void whoeverTakesTheReviewReadsIt() {
        var transfer = startedTransfer("Own voice and a review");
        var item = tell(transfer, "expert1", TITLE);
        var review = task(AWAITED, item, "peer-review");
        assertThat(open(AWAITED, review).path("content").isNull()).isTrue();
        assertThat(open(AWAITED, review).at("/keptVoices/colleagues").asInt()).isEqualTo(1);
        assertThat(call(AWAITED, "GET", "/api/tasks/" + review + "/to-sign", null)
                        .statusCode())
                .isEqualTo(404);

        ok(call(AWAITED, "POST", "/api/tasks/" + review + "/claim", null));

        assertThat(open(AWAITED, review).at("/content/title").asText()).isEqualTo(TITLE);
        decide(AWAITED, item, "peer-review", "accept");
        assertThat(call(AWAITED, "GET", "/api/items/" + item, null).statusCode())
                .as("what one has reviewed one may read again")
                .isEqualTo(200);
        var other = tell(transfer, "expert2", "The other one");
        assertThat(call(AWAITED, "GET", "/api/items/" + other, null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRequestOfOnesOwnKeepsWhatOneCouldReadBefore() {
        var transfer = startedTransfer("Own voice, begun");
        var item = tell(transfer, "expert1", TITLE);
        assertThat(call("expert2", "GET", "/api/items/" + item, null).statusCode())
                .isEqualTo(200);
        begin(transfer, "expert2");
        var refused = call("expert2", "GET", "/api/items/" + item, null);
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body())
                .contains("You see it when you have told yours")
                .doesNotContain(WORD);
    }

    @Test
    void aPaperCopyIsReadNoSoonerThanAPage() {
        var transfer = startedTransfer("Own voice and paper");
        var item = tell(transfer, "expert1", "Press the grobblewick");
        approve(item);
        var landing = JSON.createObjectNode()
                .put("document", "SOP-LIV-0017")
                .put("section", "3")
                .put("effectiveOn", LocalDate.now(ZoneOffset.UTC).toString());
        var landed = call("receiver1", "POST", "/api/items/" + item + "/landing", landing.toString());
        assertThat(landed.statusCode()).as(landed.body()).isEqualTo(201);
        var copies = "/api/steps/" + firstStep(transfer) + "/paper-copies";
        var printed = call("receiver1", "POST", copies, null);
        assertThat(printed.body()).contains(item);
        var copy = "/api/paper-copies/" + json(printed).path("code").asText();

        for (var refused : List.of(call(AWAITED, "GET", copy, null), call(AWAITED, "POST", copies, null))) {
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
            assertThat(refused.body()).contains("Tell that first").doesNotContain(item, "grobblewick");
        }
        assertThat(call(AWAITED, "GET", "/api/steps/" + firstStep(transfer) + "/floor-card", null)
                        .body())
                .doesNotContain("grobblewick");

        var own = captures(AWAITED, transfer).stream()
                .filter(asked -> open(AWAITED, asked).path("stepId").asText().equals(firstStep(transfer)))
                .findFirst()
                .orElseThrow();
        signed(end(AWAITED, own, decision("nothing-hidden")));
        assertThat(ok(call(AWAITED, "GET", copy, null)).toString()).contains(item);
    }

    private void keeps(String transfer, String item, String file) {
        var paths = List.of(
                "/api/items/" + item,
                "/api/items/" + item + "/versions",
                "/api/items/" + item + "/versions/1",
                "/api/files/" + file);
        for (var path : paths) {
            var refused = call(AWAITED, "GET", path, null);
            assertThat(refused.statusCode()).as(path).isEqualTo(404);
            assertThat(refused.body()).as(path).doesNotContain(WORD);
        }
        var listed = call(AWAITED, "GET", "/api/items?transfer=" + transfer, null);
        assertThat(ok(listed).path("items")).isEmpty();
        assertThat(hits(AWAITED)).isZero();
        assertThat(page("/search?q=" + WORD)).doesNotContain(TITLE);
        var review = open(AWAITED, task(AWAITED, item, "peer-review"));
        assertThat(review.toString()).doesNotContain(WORD);
        assertThat(review.path("title").asText()).startsWith("9.1 ");
        for (var path : List.of(
                "/",
                "/steps/" + firstStep(transfer),
                "/transfers/" + transfer,
                "/people/expert1",
                "/transfers/" + transfer + "/tried-and-failed",
                "/items/" + item)) {
            assertThat(page(path)).as(path).doesNotContain(WORD);
        }
        assertThat(call(AWAITED, "GET", "/api/people/expert1/recognition", null).body())
                .doesNotContain(WORD);
        await(() -> notices(AWAITED).stream()
                .anyMatch(notice -> notice.path("kind").asText().equals("reminder")
                        && notice.path("link")
                                .asText()
                                .endsWith(review.path("taskId").asText())));
        assertThat(call(AWAITED, "GET", "/api/notices", null).body()).doesNotContain(WORD);
    }

    /** The week has passed: whoever may take the review hears of it. */
    private void remind(String item) {
        var instance = engineTasks
                .createTaskQuery()
                .processInstanceBusinessKey(item)
                .taskDefinitionKey("Task_ReviewAsPeer")
                .singleResult()
                .getProcessInstanceId();
        var timer = management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("Event_WeekPassed")
                .singleResult();
        management.executeJob(timer.getId());
    }

    private int hits(String who) {
        var query = "/api/search?q=" + URLEncoder.encode(WORD, UTF_8);
        return ok(call(who, "GET", query, null)).path("items").size();
    }

    private String page(String path) {
        if (browser == null) {
            browser = new Browser(url("")).login(AWAITED, DEMO_PASSWORD);
        }
        return browser.ask("GET", path, null).body();
    }

    private void thank(String who, String item, String text) {
        var said = call(who, "POST", "/api/items/" + item + "/thanks", "{\"text\":\"" + text + "\"}");
        assertThat(said.statusCode()).as(said.body()).isEqualTo(201);
    }

    private String attach(String who, String task) {
        var form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + WORD + ".txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n" + WORD + task + "\r\n--b--\r\n";
        var answer = new Browser(url(""))
                .login(who, DEMO_PASSWORD)
                .ask("POST", "/api/tasks/" + task + "/files", "multipart/form-data; boundary=b", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).path("fileId").asText();
    }

    private void withFile(String who, String task, String file) {
        var before = open(who, task);
        var item = (ObjectNode) before.path("content").path("items").get(0).deepCopy();
        item.remove(List.of("method", "interview"));
        item.putArray("files").add(file);
        var draft =
                JSON.createObjectNode().put("version", before.path("version").asLong());
        draft.putArray("items").add(item);
        ok(call(who, "PUT", "/api/tasks/" + task + "/draft", draft.toString()));
    }

    private static void await(BooleanSupplier arrived) {
        var until = Instant.now().plusSeconds(20);
        while (!arrived.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(until);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
