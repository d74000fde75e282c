package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.Reauthentication;
import dev.baton.support.RunningBaton;
import dev.baton.transfer.ImportForm;
import dev.baton.transfer.ProcessImport;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Items are found by their words, by whoever may see them and by nobody else. */
class SearchIT extends RunningBaton {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ALL = List.of(
            "lead",
            "expert1",
            "expert2",
            "expert3",
            "quality",
            "lead2",
            "receiver1",
            "receiver2",
            "quality2",
            "auditor",
            "admin");

    @Autowired
    Captures captures;

    @Autowired
    Items items;

    @Autowired
    ItemStages stages;

    @Autowired
    Transfers transfers;

    @Autowired
    ProcessImport imports;

    @Autowired
    People people;

    @Autowired
    Reauthentication reauthentication;

    private TransferId transfer;
    private List<CaptureId> open;

    @BeforeEach
    void aStartedTransfer() {
        var form =
                new ImportForm("Search " + System.nanoTime(), "LAIV", "California", "Liverpool", "For children.", null);
        transfer = as("lead", () -> imports.create(
                        form, Path.of("src/main/resources/sample/laiv-process-steps.xlsx"), "steps.xlsx")
                .id());
        as("lead", () -> transfers.start(transfer));
        open = new ArrayList<>(captures.ofTransfer(transfer).stream()
                .filter(request -> request.expert().equals("expert1"))
                .map(CaptureView::id)
                .toList());
    }

    @Test
    void aHitIsThereWhenTheSubmissionReturnsAndShowsWhereTheWordStands() throws Exception {
        var id = submitted(Sample.content(
                "Listen to the zymocrank", "sensory-cue", "Turn the <b>valve</b> until the zymocrank hums.", null));
        assertThat(ids("expert2", "q=zymocrank")).containsExactly(id.toString());
        var hit = hits("expert2", "q=zymocranks").get(0);
        assertThat(hit.path("title").asText()).isEqualTo("Listen to the zymocrank");
        assertThat(hit.path("step").asText()).isNotBlank();
        assertThat(hit.path("snippet").asText()).contains("zymocrank hums");
        assertThat(hit.path("marked").toString()).contains("{\"text\":\"zymocrank\",\"hit\":true}");
    }

    @Test
    void aSlipOfTheFingerIsForgivenAndAnAccentMakesNoDifference() throws Exception {
        var id = submitted(
                Sample.content("Watch the plimsolfilter", "hidden-step", "Wärme es an, ganz bräunlisch.", null));
        assertThat(ids("expert2", "q=plimsolfitler")).containsExactly(id.toString());
        assertThat(ids("expert2", "q=braunlisch")).containsExactly(id.toString());
    }

    @Test
    void whatIsAnsweredInARowOfAMethodIsFound() throws Exception {
        var answers = Map.<String, Object>of(
                "incident",
                "The quibblenozzle went silent.",
                "timeline",
                List.of(Map.of("seen", "A film of wimplewax", "at", Map.of("value", "4711", "unit", "s"))));
        var id = submitted(Sample.content("Told by the method", "judgement", "As answered.", answers));
        assertThat(ids("expert2", "q=quibblenozzle")).containsExactly(id.toString());
        assertThat(ids("expert2", "q=wimplewax")).containsExactly(id.toString());
        assertThat(ids("expert2", "q=4711&transfer=" + transfer)).containsExactly(id.toString());
        assertThat(hits("expert2", "q=wimplewax").get(0).path("snippet").asText())
                .contains("wimplewax");
        // The names of prompts are no words of the expert's.
        assertThat(ids("expert2", "q=timeline&transfer=" + transfer)).isEmpty();
    }

    @Test
    void theNameOfAFileFindsTheItem() throws Exception {
        var capture = open.remove(0);
        var file = as(
                "expert1",
                () -> captures.attach(
                        capture,
                        "flangometer reading.txt",
                        new ByteArrayInputStream(("7 " + capture).getBytes(StandardCharsets.UTF_8))));
        var c = Sample.content("Read it twice", "extra-check", "Twice.", null);
        var with = new ItemContent(
                null,
                c.title(),
                c.kind(),
                c.whatIsDone(),
                null,
                null,
                null,
                null,
                null,
                null,
                "sight",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(file.fileId().toString()));
        var id = submit(capture, with);
        assertThat(ids("expert2", "q=flangometer")).containsExactly(id.toString());
        assertThat(ids("expert2", "q=flangometer&sense=sight&kind=extra-check&state=submitted&transfer=" + transfer))
                .containsExactly(id.toString());
        assertThat(ids("expert2", "q=flangometer&sense=smell")).isEmpty();
    }

    @Test
    void everyPersonFindsExactlyWhatTheyMaySee() throws Exception {
        var plain =
                submitted(Sample.content("Visible", "hidden-step", "The word is grobnitz, for all of the team.", null));
        var held = submitted(Sample.outsideRange("yes"));
        as(
                "expert1",
                () -> captures.saveDraft(
                        open.get(0),
                        0,
                        List.of(Sample.content("Draft grobnitz", "hidden-step", "Still a draft.", null))));
        for (var person : ALL) {
            for (var item : List.of(plain, held)) {
                var may = as(person, () -> items.maySee(item));
                var word = item.equals(plain) ? "grobnitz" : "tilt air cell";
                assertThat(ids(person, "q=" + encoded(word)).contains(item.toString()))
                        .as(person + " finds " + word)
                        .isEqualTo(may);
            }
        }
        assertThat(ids("admin", "q=grobnitz")).isEmpty();
        assertThat(ids("receiver1", "q=" + encoded("tilt air cell"))).doesNotContain(held.toString());
        assertThat(ids("expert1", "q=grobnitz")).containsExactly(plain.toString());
        stages.openToReceivingSite(held);
        assertThat(ids("receiver1", "q=" + encoded("tilt air cell"))).contains(held.toString());
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() throws Exception {
        var all = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            all.add(submitted(Sample.content("Snarfle " + i, "hidden-step", "snarfle ".repeat(i + 1), null))
                    .toString());
        }
        var found = new ArrayList<String>();
        var after = "";
        do {
            var answer = JSON.readTree(call("lead", "GET", "/api/search?q=snarfle&limit=1&after=" + after, null)
                    .body());
            answer.path("items").forEach(hit -> found.add(hit.path("itemId").asText()));
            after = answer.path("next").isNull() ? null : answer.path("next").asText();
        } while (after != null);
        assertThat(found).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void nothingThatIsTypedIsAnError() {
        for (var text : List.of(
                "",
                "   ",
                "\"unclosed",
                "a & | ! <-> (",
                "foo:* & bar:A",
                "'; drop table knowledge_item; --",
                "') or 1=1 --",
                ":q :w1 ? $1 {0} %s",
                "\\",
                "<script>alert(1)</script>",
                "(a+)+$".repeat(40),
                "ä".repeat(500),
                "\uD83D\uDE00 or -",
                "\u0000\u0001\u0002",
                "-the or and not")) {
            var answer = call("expert2", "GET", "/api/search?q=" + encoded(text), null);
            assertThat(answer.statusCode()).as(text + " " + answer.body()).isEqualTo(200);
        }
        for (var bad : List.of("after=x", "limit=0", "limit=201")) {
            assertThat(call("expert2", "GET", "/api/search?q=egg&" + bad, null).statusCode())
                    .isEqualTo(400);
        }
        assertThat(call("expert2", "GET", "/api/search?q=egg&transfer=nothing", null)
                        .statusCode())
                .isIn(400, 404);
    }

    private ItemId submitted(ItemContent content) {
        return submit(open.remove(0), content);
    }

    private ItemId submit(CaptureId capture, ItemContent content) {
        as("expert1", () -> captures.saveDraft(capture, 0, List.of(content)));
        var signed = as("expert1", () -> captures.submit(capture, 1, reauthentication.prove("expert1", DEMO_PASSWORD)));
        return new ItemId(signed.get(0).subject().id());
    }

    private List<JsonNode> hits(String person, String query) throws Exception {
        var answer = call(person, "GET", "/api/search?limit=200&" + query, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var hits = new ArrayList<JsonNode>();
        JSON.readTree(answer.body()).path("items").forEach(hits::add);
        return hits;
    }

    private List<String> ids(String person, String query) throws Exception {
        return hits(person, query).stream()
                .map(hit -> hit.path("itemId").asText())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private <T> T as(String username, Supplier<T> work) {
        return Acting.as(people.require(username).acting("127.0.0.1", null), work);
    }
}
