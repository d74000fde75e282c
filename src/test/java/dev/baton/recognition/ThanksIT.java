package dev.baton.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.PlayedOverHttp;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Thanks, answers, credits and notices over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThanksIT extends PlayedOverHttp {

    private static final Duration SOON = Duration.ofSeconds(5);

    private String transfer = "";
    private String item = "";

    @BeforeAll
    void tellSomething() {
        transfer = startedTransfer("Thanks");
        item = tell(transfer, "expert1", "Thanked for");
    }

    @Test
    void aContributorIsThankedOnceInSomebodysOwnWordsAndAnswersOnce() {
        var thanked = thank("receiver1", item, "You saved us a batch.");
        assertThat(thanked.statusCode()).as(thanked.body()).isEqualTo(201);
        var id = json(thanked).path("id").asText();

        assertThat(answer("receiver1", id, "Thank myself").statusCode())
                .as("only the contributor answers")
                .isEqualTo(404);
        assertThat(answer("expert1", id, " ").statusCode()).isEqualTo(422);
        assertThat(answer("expert1", id, "Gladly.").statusCode()).isEqualTo(201);
        assertThat(answer("expert1", id, "Gladly, again.").statusCode()).isEqualTo(409);

        var record = ok(call("receiver2", "GET", "/api/people/expert1/recognition", null));
        assertThat(record.path("name").asText()).isEqualTo("Expert One");
        assertThat(list(record.path("thanks"))).anySatisfy(thanks -> {
            assertThat(thanks.path("text").asText()).isEqualTo("You saved us a batch.");
            assertThat(thanks.path("from").asText()).isEqualTo("receiver1");
            assertThat(thanks.path("itemId").asText()).isEqualTo(item);
            assertThat(thanks.path("at").asText()).isNotEmpty();
        });
    }

    @Test
    void nobodyThanksThemselvesAndNobodyFromOutside() {
        assertThat(thank("expert1", item, "Well done, me.").statusCode()).isEqualTo(409);
        assertThat(thank("auditor", item, "From outside.").statusCode()).isEqualTo(403);
        assertThat(thank("admin", item, "From outside.").statusCode()).isEqualTo(404);
        assertThat(thank("lead2", item, "Of another team.").statusCode()).isEqualTo(404);
        for (var text : List.of("", "  ", "x".repeat(2_001))) {
            assertThat(thank("receiver1", item, text).statusCode()).as(text).isEqualTo(422);
        }
        assertThat(ok(call("expert1", "GET", "/api/people/expert1/recognition", null))
                        .path("thanks")
                        .toString())
                .doesNotContain("Well done, me.", "From outside.", "Of another team.");
    }

    @Test
    void thanksArriveAsANoticeThatIsReadByItsReaderAlone() {
        var other = tell(transfer, "expert2", "Noticed by its author");
        assertThat(thank("lead", other, "Seen.").statusCode()).isEqualTo(201);
        var notice = soon(() -> notices("expert2").stream()
                        .filter(found -> found.path("kind").asText().equals("thanked")
                                && found.path("text").asText().contains("Noticed by its author"))
                        .toList())
                .get(0);
        assertThat(notice.path("link").asText()).isEqualTo("/items/" + other + "#thanks");
        assertThat(notice.path("readAt").isNull()).isTrue();
        assertThat(notices("expert1")).noneMatch(found -> found.path("id").equals(notice.path("id")));

        var read = "/api/notices/" + notice.path("id").asText() + "/read";
        assertThat(call("expert1", "POST", read, null).statusCode()).isEqualTo(404);
        assertThat(call("expert2", "POST", read, null).statusCode()).isEqualTo(204);
        assertThat(call("expert2", "POST", read, null).statusCode()).isEqualTo(204);
        assertThat(call("expert2", "POST", "/api/notices/no-id/read", null).statusCode())
                .isBetween(400, 404);
        assertThat(notices("expert2"))
                .filteredOn(found -> found.path("id").equals(notice.path("id")))
                .allMatch(found -> !found.path("readAt").isNull());
    }

    @Test
    void approvalCreditsAuthorAndReviewersByTheirSignatures() {
        var credited = tell(transfer, "expert1", "Credited for");
        approve(credited);
        var signatures = list(item(credited).path("signatures")).stream()
                .map(signature -> signature.path("id").asText())
                .toList();
        for (var who : List.of("expert1", "expert2", "receiver1")) {
            var credit = soon(() ->
                    list(ok(call(who, "GET", "/api/people/" + who + "/recognition", null))
                                    .path("credits"))
                            .stream()
                            .filter(found -> found.path("itemId").asText().equals(credited))
                            .toList());
            assertThat(credit).hasSize(1);
            assertThat(signatures).contains(credit.get(0).path("signatureId").asText());
        }
    }

    private HttpResponse<String> thank(String who, String about, String text) {
        return call(who, "POST", "/api/items/" + about + "/thanks", words(text));
    }

    private HttpResponse<String> answer(String who, String thanks, String text) {
        return call(who, "POST", "/api/thanks/" + thanks + "/answer", words(text));
    }

    private static String words(String text) {
        return JSON.createObjectNode().put("text", text).toString();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static List<JsonNode> soon(Supplier<List<JsonNode>> wanted) {
        var until = Instant.now().plus(SOON);
        var found = wanted.get();
        while (found.isEmpty()) {
            assertThat(Instant.now()).as("within five seconds").isBefore(until);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
            found = wanted.get();
        }
        return found;
    }
}
