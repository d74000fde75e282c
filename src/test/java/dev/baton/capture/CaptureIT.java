package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.audit.EvidenceSheet;
import dev.baton.capture.CaptureRefusals.NotFit;
import dev.baton.capture.CaptureRefusals.OutOfSequence;
import dev.baton.capture.CaptureRefusals.Stale;
import dev.baton.capture.CaptureRefusals.Unknown;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.Reauthentication;
import dev.baton.identity.SigningProof;
import dev.baton.signature.ContentHash;
import dev.baton.support.RunningBaton;
import dev.baton.transfer.ImportForm;
import dev.baton.transfer.ProcessImport;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Capture on the real database: drafts, files, submission, who sees what, and that an altered text is noticed. */
class CaptureIT extends RunningBaton {

    private static final String SAMPLE = "src/main/resources/sample/laiv-process-steps.xlsx";

    @Autowired
    Captures captures;

    @Autowired
    Items items;

    @Autowired
    ItemStages stages;

    @Autowired
    FileShelf shelf;

    @Autowired
    ProcessImport imports;

    @Autowired
    Transfers transfers;

    @Autowired
    People people;

    @Autowired
    Reauthentication reauthentication;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EmbeddedPostgres server;

    @Autowired
    List<EvidenceSheet> sheets;

    private final ObjectMapper json = new ObjectMapper();
    private TransferId transfer;
    private CaptureId capture;

    @BeforeEach
    void aStartedTransfer() {
        var form = new ImportForm(
                "Capture " + System.nanoTime(), "LAIV", "California", "Liverpool", "For children.", null);
        transfer = as("lead", () -> imports.create(form, Path.of(SAMPLE), "steps.xlsx")
                .id());
        as("lead", () -> transfers.start(transfer));
        capture = captures.ofTransfer(transfer).stream()
                .filter(request -> request.expert().equals("expert1"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void asksEveryExpertNamedOnAStep() {
        var named = transfers.steps(transfer).stream()
                .mapToInt(step -> step.experts().size())
                .sum();
        assertThat(captures.ofTransfer(transfer)).hasSize(named).allMatch(request -> request.state()
                .equals("open"));
    }

    @Test
    void aDraftIsKeptAndAStaleSaveLosesNothing() {
        var first =
                as("expert1", () -> captures.saveDraft(capture, 0, List.of(Sample.content("Tilt", null, null, null))));
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.items().get(0).itemId()).isNotNull();

        assertThatThrownBy(() -> as("expert1", () -> captures.saveDraft(capture, 0, List.of())))
                .isInstanceOf(Stale.class);
        assertThat(as("expert1", () -> captures.draft(capture)).items()).isEqualTo(first.items());
        assertThatThrownBy(() -> as("expert2", () -> captures.draft(capture))).isInstanceOf(Unknown.class);
        assertThat(acts("draft-begun")).isEqualTo(1);
    }

    @Test
    void nothingIsSignedWhenOneItemIsNotFit() {
        as(
                "expert1",
                () -> captures.saveDraft(
                        capture, 0, List.of(Sample.content(), Sample.content("Only a title", null, null, null))));
        assertThatThrownBy(() -> as("expert1", () -> captures.submit(capture, 1, proof("expert1"))))
                .isInstanceOfSatisfying(NotFit.class, refusal -> assertThat(refusal.faults())
                        .extracting(fault -> fault.where())
                        .containsExactly("items[1].kind", "items[1].whatIsDone"));
        assertThat(captures.known(capture).state()).isEqualTo("open");
        assertThat(acts("signed")).isZero();
    }

    @Test
    void submittingSignsExactlyWhatWasShownAndTheTrailHasTheWholeText() throws Exception {
        var text = "Tilt it.\n".repeat(3_000);
        var file = as("expert1", () -> captures.attach(capture, "Ei über Licht.txt", bytes("what one sees\n")));
        var draft = as("expert1", () -> captures.saveDraft(capture, 0, List.of(with(text, file))));
        var shown = as("expert1", () -> captures.toSign(capture));

        var signed = as("expert1", () -> captures.submit(capture, draft.version(), proof("expert1")));

        assertThat(signed).hasSize(1);
        assertThat(signed.get(0).contentHash()).isEqualTo(ContentHash.of(shown.get(0)));
        var id = new ItemId(signed.get(0).subject().id());
        assertThat(trailValue(id, "whatIsDone")).isEqualTo(text);
        assertThatThrownBy(() -> as("expert1", () -> captures.submit(capture, draft.version() + 1, proof("expert1"))))
                .isInstanceOf(OutOfSequence.class);

        var item = tree(call("expert2", "GET", "/api/items/" + id, null).body());
        assertThat(item.at("/whatIsDone").asText()).isEqualTo(text);
        assertThat(item.at("/state").asText()).isEqualTo("submitted");
        assertThat(item.at("/author").asText()).isEqualTo("expert1");
        assertThat(item.at("/signatures/0/valid").asBoolean()).isTrue();
        assertThat(item.at("/signatures/0/meaning").asText()).isEqualTo("authorship");
        assertThat(item.has("reference")).isTrue();
        assertThat(call("admin", "GET", "/api/items/" + id, null).statusCode()).isIn(403, 404);

        var list = tree(call("expert2", "GET", "/api/items?limit=1&transfer=" + transfer, null)
                .body());
        assertThat(list.at("/items/0/itemId").asText()).isEqualTo(id.toString());
        assertThat(list.get("next").isNull()).isTrue();
        assertThat(call("expert2", "GET", "/api/items?limit=0&transfer=" + transfer, null)
                        .statusCode())
                .isEqualTo(400);

        var part = send(HttpRequest.newBuilder(URI.create(url("/api/files/" + file.fileId())))
                .header("Authorization", basic("receiver1", DEMO_PASSWORD))
                .header("Range", "bytes=0-3")
                .build());
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("what");
        assertThat(part.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .contains("filename*=UTF-8''Ei%20%C3%BCber%20Licht.txt");
        assertThat(call("expert1", "DELETE", "/api/files/" + file.fileId(), null)
                        .statusCode())
                .isEqualTo(409);
        assertThat(rows("Signatures")).anySatisfy(row -> assertThat(row).contains(id.toString(), true));
        assertThat(rows("Items")).anySatisfy(row -> assertThat(row).contains(text));
        assertThat(rows("Files")).hasSize(1);
    }

    @Test
    void aDraftsFileIsItsAuthorsAloneAndMayGoAgain() {
        var file = as("expert1", () -> captures.attach(capture, "note.txt", bytes("mine\n" + capture)));
        assertThat(call("expert2", "GET", "/api/files/" + file.fileId(), null).statusCode())
                .isEqualTo(404);
        assertThat(call("expert2", "DELETE", "/api/files/" + file.fileId(), null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(shelf.holds(file.sha256(), file.size())).isTrue();
        assertThat(call("expert1", "DELETE", "/api/files/" + file.fileId(), null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(shelf.holds(file.sha256(), file.size())).isFalse();
    }

    @Test
    void theReceivingSiteSeesWhatMayBeOutsideTheRangeAfterTriageOnly() {
        var id = submitted(Sample.outsideRange("yes"));
        assertThat(call("receiver1", "GET", "/api/items/" + id, null).statusCode())
                .isEqualTo(404);
        assertThat(call("quality", "GET", "/api/items/" + id, null).statusCode())
                .isEqualTo(200);
        stages.openToReceivingSite(id);
        assertThat(call("receiver1", "GET", "/api/items/" + id, null).statusCode())
                .isEqualTo(200);
        assertThat(call("receiver2", "GET", "/api/items/" + id, null).statusCode())
                .isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from item_opening where item_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anAlteredTextShowsAsNotSignedAndRaisesTheAlarmOnce() throws Exception {
        var id = submitted(Sample.content());
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("baton_owner", "baton"));
                var statement = connection.createStatement()) {
            statement.execute("alter table item_version disable trigger user");
            statement.execute("update item_version set what_is_done = 'x' where item_id = '" + id + "'");
            statement.execute("alter table item_version enable trigger user");
        }
        for (int i = 0; i < 2; i++) {
            var item = tree(call("quality", "GET", "/api/items/" + id, null).body());
            assertThat(item.at("/signatures/0/valid").asBoolean(true)).isFalse();
            assertThat(item.at("/unaltered").asBoolean(true)).isFalse();
        }
        assertThat(acts("content-altered")).isEqualTo(1);
        assertThat(rows("Signatures")).anySatisfy(row -> assertThat(row).contains(id.toString(), false));
    }

    @Test
    void anotherExpertIsAskedInstead() {
        as("expert1", () -> captures.saveDraft(capture, 0, List.of(Sample.content())));
        assertThatThrownBy(() -> as("expert1", () -> captures.passOn(capture, 1, "receiver1", "")))
                .isInstanceOf(NotFit.class);
        var next = as("expert1", () -> captures.passOn(capture, 1, "expert2", "Tom knows it better."));
        assertThat(captures.known(next).expert()).isEqualTo("expert2");
        assertThat(captures.known(next).passedFrom()).isEqualTo("expert1");
        assertThat(captures.known(capture).state()).isEqualTo("passed-on");
        assertThat(as("expert1", () -> captures.draft(capture)).items()).hasSize(1);
        assertThat(acts("draft-discarded")).isEqualTo(1);
    }

    @Test
    void nothingHiddenIsSignedUnlessThereIsSomething() {
        as("expert1", () -> captures.saveDraft(capture, 0, List.of(Sample.content())));
        assertThatThrownBy(() -> as("expert1", () -> captures.nothingHidden(capture, 1, proof("expert1"))))
                .isInstanceOf(OutOfSequence.class);
        as("expert1", () -> captures.saveDraft(capture, 1, List.of()));
        var shown = as("expert1", () -> captures.nothingHiddenToSign(capture));
        var signed = as("expert1", () -> captures.nothingHidden(capture, 2, proof("expert1")));
        assertThat(signed.contentHash()).isEqualTo(ContentHash.of(shown));
        assertThat(captures.known(capture).state()).isEqualTo("nothing-hidden");
        assertThat(rows("Signatures")).anySatisfy(row -> assertThat(row).contains("nothing-hidden", true));
    }

    private ItemId submitted(ItemContent content) {
        as("expert1", () -> captures.saveDraft(capture, 0, List.of(content)));
        var signed = as("expert1", () -> captures.submit(capture, 1, proof("expert1")));
        return new ItemId(signed.get(0).subject().id());
    }

    private static ItemContent with(String text, FileView file) {
        return new ItemContent(
                null,
                "Tilt the egg",
                "sensory-cue",
                text,
                "=why",
                "cue",
                "consequence",
                Sample.NOW,
                "night",
                "B-1",
                "sight",
                new ItemContent.Threshold("2.50", "s", "by feel"),
                true,
                4,
                "nobody",
                "no",
                Map.of("when", "always", "times", 3),
                List.of(file.fileId().toString()));
    }

    private <T> T as(String username, Supplier<T> work) {
        return Acting.as(people.require(username).acting("127.0.0.1", null), work);
    }

    private SigningProof proof(String username) {
        return as(username, () -> reauthentication.prove(username, DEMO_PASSWORD));
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode tree(String text) throws Exception {
        return json.readTree(text);
    }

    private int acts(String act) {
        return jdbc.sql("select count(distinct (tx, record_id)) from audit_entry where act = ? and transfer_id = ?")
                .params(act, transfer.value())
                .query(Integer.class)
                .single();
    }

    private String trailValue(ItemId item, String field) {
        return jdbc.sql("select new_value from audit_entry where act = 'submitted' and item_id = ? and field = ?")
                .params(item.value(), field)
                .query(String.class)
                .single();
    }

    private List<List<Object>> rows(String sheet) {
        var rows = new ArrayList<List<Object>>();
        sheets.stream()
                .filter(s -> s.name().equals(sheet))
                .findFirst()
                .orElseThrow()
                .write(transfer.value(), row -> rows.add(new ArrayList<>(row)));
        return rows;
    }
}
