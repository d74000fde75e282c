package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.PlayedOverHttp;
import dev.baton.support.WordFile;
import dev.baton.workbook.SheetColumn;
import dev.baton.workbook.SheetReader;
import dev.baton.workbook.WorkbookStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes from a workbook and instructions from an SOP: wholly or not at all, and nobody signs for anybody. */
class ImportsIT extends PlayedOverHttp {

    private static final List<String> HEADINGS = List.of(
            "Expert",
            "Step",
            "Title",
            "Kind",
            "What is really done",
            "Threshold",
            "Unit",
            "Sense",
            "Confidence",
            "Tried");

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    void rowsBecomeDraftsThatTheirExpertsSign() throws Exception {
        var transfer = startedTransfer("Notes from a wall");
        var signed = signatures();
        var answer = upload(
                "lead",
                "/api/transfers/" + transfer + "/items/import",
                "notes.xlsx",
                workbook(
                        List.of("expert3", "9.1", "Swirl it", "Sensory cue", "I swirl it", 7.5, "mL", "touch", 4, ""),
                        List.of("expert3", "9.1", "Faster", "negative knowledge", "Slowly", "", "", "", "", "Faster"),
                        List.of("expert1", "9.2", "=1+1", "judgement", "I look", "", "", "", "", "")),
                Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).path("items").asInt()).isEqualTo(3);
        assertThat(json(answer).path("tasks").asInt()).isEqualTo(2);
        assertThat(signatures()).as("an import signs for nobody").isEqualTo(signed);

        var task = captures("expert3", transfer).stream()
                .map(id -> open("expert3", id))
                .filter(open -> open.at("/step/number").asText().equals("9.1"))
                .findFirst()
                .orElseThrow();
        var drafted = task.at("/content/items");
        assertThat(drafted).hasSize(2);
        assertThat(drafted.get(0).path("kind").asText()).isEqualTo("sensory-cue");
        assertThat(drafted.get(0).at("/threshold/value").asText()).isEqualTo("7.5");
        assertThat(drafted.get(1).at("/failure/tried").asText()).isEqualTo("Faster");
        var items = signed(end("expert3", task.path("taskId").asText(), decision("submit")))
                .path("items");
        assertThat(items).hasSize(2);
        assertThat(item(items.get(0).asText()).path("author").asText()).isEqualTo("expert3");
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where act = 'items-imported' and transfer_id = cast(? as uuid)")
                        .param(transfer)
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void aDraftInWhichSomebodyWroteIsLeftAlone() throws Exception {
        var transfer = startedTransfer("Written already");
        var own = captures("expert3", transfer).stream()
                .filter(id -> open("expert3", id).at("/step/number").asText().equals("9.1"))
                .findFirst()
                .orElseThrow();
        write("expert3", own, "My own words", "no");
        var before = open("expert3", own).path("version").asLong();
        var answer = upload(
                "lead",
                "/api/transfers/" + transfer + "/items/import",
                "notes.xlsx",
                workbook(List.of("expert3", "9.1", "More", "judgement", "I look", "", "", "", "", "")),
                Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(open("expert3", own).path("version").asLong()).isEqualTo(before);
        assertThat(captures("expert3", transfer)).hasSize(3);
    }

    @Test
    void everyFaultOfTheWorkbookIsToldWithItsPlaceAndNothingIsStored() throws Exception {
        var transfer = startedTransfer("Faulty notes");
        var before = drafts();
        var answer = upload(
                "lead",
                "/api/transfers/" + transfer + "/items/import",
                "notes.xlsx",
                workbook(
                        List.of("ghost", "9.1", "", "sensory-cue", "x", "", "", "", "", ""),
                        List.of("expert3", "99", "Title", "guess", "x", "about 7", "mL", "taste", "9", ""),
                        List.of("expert3", "9.1", "x".repeat(301), "judgement", "", "", "", "", "sure", "")),
                Map.of());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(places(answer))
                .contains(
                        "Items!A2",
                        "Items!C2",
                        "Items!B3",
                        "Items!D3",
                        "Items!F3",
                        "Items!H3",
                        "Items!I3",
                        "Items!C4",
                        "Items!E4",
                        "Items!I4");
        assertThat(drafts()).isEqualTo(before);

        for (var bad : List.of(
                new byte[0],
                "words".getBytes(StandardCharsets.UTF_8),
                new WordFile().text("no workbook").bytes(),
                new byte[] {'P', 'K', 3, 4, 0, 0})) {
            var refused = upload("lead", "/api/transfers/" + transfer + "/items/import", "x.xlsx", bad, Map.of());
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        }
        var many = new ArrayList<List<?>>();
        for (int i = 0; i < 21; i++) {
            many.add(List.of("expert3", "9.1", "Note " + i, "judgement", "x", "", "", "", "", ""));
        }
        var tooMany =
                upload("lead", "/api/transfers/" + transfer + "/items/import", "x.xlsx", workbook(many), Map.of());
        assertThat(places(tooMany)).containsExactly("Items!A22");
        assertThat(upload(
                                "lead",
                                "/api/transfers/" + importTransfer("Not begun") + "/items/import",
                                "x.xlsx",
                                workbook(many.subList(0, 1)),
                                Map.of())
                        .statusCode())
                .isEqualTo(409);
        assertThat(drafts()).isEqualTo(before);
    }

    @Test
    void theTemplateIsAWorkbookThatTheImportUnderstands() throws Exception {
        var transfer = startedTransfer("A template");
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(url("/api/transfers/" + transfer + "/items/import/template.xlsx")))
                                .header("Authorization", basic("lead", DEMO_PASSWORD))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        var file = Files.write(folder.resolve("template.xlsx"), answer.body());
        var rows = new ArrayList<String>();
        new SheetReader().read(file, row -> rows.add(row.cells().get(0).text()));
        assertThat(rows).containsExactly("Step");
        var empty = upload("lead", "/api/transfers/" + transfer + "/items/import", "t.xlsx", answer.body(), Map.of());
        assertThat(places(empty)).containsExactly("Items!A2");
    }

    @Test
    void anSopIsLookedAtFirstAndChangesInstructionsForAReason() throws Exception {
        var transfer = startedTransfer("Instructions");
        var path = "/api/transfers/" + transfer + "/instructions/import";
        var sop = new WordFile()
                .heading(1, "Step 9.1: diluting")
                .numbered(0, "Dilute tenfold")
                .numbered(0, "Change the tip each time")
                .heading(1, "Stain and count the foci")
                .text("Stain, wait, count.")
                .heading(1, "Safety")
                .text("Gloves.")
                .bytes();
        var preview = ok(upload("lead", path, "sop.docx", sop, Map.of("preview", "true")));
        assertThat(preview.path("changes")).hasSize(2);
        assertThat(preview.at("/changes/0/to").asText()).isEqualTo("1. Dilute tenfold\n2. Change the tip each time");
        assertThat(preview.at("/unmatched/0/heading").asText()).isEqualTo("Safety");
        assertThat(instruction(transfer))
                .doesNotContain("tenfold dilution steps")
                .isEqualTo(preview.at("/changes/0/from").asText());

        assertThat(upload("lead", path, "sop.docx", sop, Map.of()).statusCode())
                .as("no reason")
                .isEqualTo(422);
        assertThat(upload("expert1", path, "sop.docx", sop, Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(403);
        ok(upload("lead", path, "sop.docx", sop, Map.of("reason", "SOP version 7")));
        assertThat(instruction(transfer)).startsWith("1. Dilute tenfold");
        assertThat(jdbc.sql("select count(*) from audit_entry where transfer_id = cast(? as uuid)"
                                + " and field = 'officialInstruction' and act = 'changed' and reason = 'SOP version 7'")
                        .param(transfer)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        var again = ok(upload("lead", path, "sop.docx", sop, Map.of("preview", "true")));
        assertThat(again.path("changes")).isEmpty();
        assertThat(again.path("same")).hasSize(2);
    }

    @Test
    void anSopThatHarmsOrSaysNothingChangesNothing() throws Exception {
        var transfer = startedTransfer("Bad instructions");
        var path = "/api/transfers/" + transfer + "/instructions/import";
        var before = instruction(transfer);
        var laughing = new WordFile()
                .prolog("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\">]>")
                .raw("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>");
        for (var bad : Arrays.asList(
                new byte[0],
                laughing.bytes(),
                new WordFile().raw("<w:p/>".repeat(3_000_000)).bytes(),
                new WordFile().text("no heading").bytes(),
                new WordFile().heading(1, "Step 9.1").text("x".repeat(30_001)).bytes(),
                new WordFile()
                        .heading(1, "Step 9.1")
                        .text("control \u0001 character")
                        .bytes(),
                workbook(List.of(HEADINGS)))) {
            var refused = upload("lead", path, "sop.docx", bad, Map.of("reason", "because"));
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        }
        assertThat(upload("lead", path, "sop.docx", null, Map.of()).statusCode())
                .isEqualTo(422);
        assertThat(instruction(transfer)).isEqualTo(before);
    }

    private String instruction(String transfer) {
        return ok(call("lead", "GET", "/api/transfers/" + transfer + "/steps?limit=1", null))
                .at("/items/0/officialInstruction")
                .asText();
    }

    private long signatures() {
        return jdbc.sql("select count(*) from signature").query(Long.class).single();
    }

    private long drafts() {
        return jdbc.sql("select count(*) from draft").query(Long.class).single();
    }

    private static List<String> places(HttpResponse<String> answer) {
        return StreamSupport.stream(json(answer).path("errors").spliterator(), false)
                .map((JsonNode error) -> error.path("where").asText())
                .toList();
    }

    private static byte[] workbook(List<?>... rows) throws IOException {
        return workbook(Arrays.asList(rows));
    }

    private static byte[] workbook(List<? extends List<?>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new WorkbookStream(out, "Items")) {
            var sheet =
                    writer.sheet("Items", HEADINGS.stream().map(SheetColumn::of).toList());
            rows.forEach(sheet::row);
            writer.finish();
        }
        return out.toByteArray();
    }

    private HttpResponse<String> upload(String who, String path, String name, byte[] file, Map<String, String> fields) {
        var body = new ByteArrayOutputStream();
        fields.forEach((field, value) -> body.writeBytes(
                ("--b\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        if (file != null) {
            body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", basic(who, DEMO_PASSWORD))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }
}
