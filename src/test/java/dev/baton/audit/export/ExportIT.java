package dev.baton.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.support.RunningBaton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFShapeGroup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSimpleShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The trail of the sample transfer, taken out in every form by those who may, and as jobs. */
class ExportIT extends RunningBaton {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ExportSettings settings;

    @TempDir
    Path folder;

    @Test
    void theWorkbookIsValidForTheVerifierAndEqualsTheDatabase() throws Exception {
        var file = download("auditor", "/api/transfers/" + transfer() + "/audit-trail.xlsx");

        assertThat(verified(file)).startsWith("VALID").contains("Complete");
        try (var workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            var names = new ArrayList<String>();
            workbook.sheetIterator().forEachRemaining(sheet -> names.add(sheet.getSheetName()));
            assertThat(names)
                    .startsWith("Overview", "Signatures", "Audit trail")
                    .endsWith("Proof");
            var sheet = workbook.getSheet("Audit trail");
            var rows = SheetText.logicalRows(sheet);
            var last = (long) Double.parseDouble(
                    Objects.requireNonNull(rows.get(rows.size() - 1).get("No.")));
            var stored = jdbc.queryForList(
                    """
                    select e.* from audit_entry e join ledger_leaf l on l.no = e.no where e.transfer_id = ?::uuid
                    and l.index <= (select index from ledger_leaf where no = ?) order by l.index""",
                    transfer(),
                    last);
            var own = rows.stream()
                    .filter(row -> !"signing-failed".equals(row.get("Act")))
                    .toList();
            assertThat(own).hasSize(stored.size());
            for (int i = 0; i < own.size(); i++) {
                assertSame(own.get(i), stored.get(i));
            }
        }
    }

    @Test
    void filteredWorkbooksProveWhatTheyHold() throws Exception {
        for (var filter : List.of("act=signed", "person=expert1&from=2020-01-01", "to=2020-01-01")) {
            var file = download("quality", "/api/transfers/" + transfer() + "/audit-trail.xlsx?" + filter);

            assertThat(verified(file)).startsWith("VALID").contains("Filtered");
        }
    }

    @Test
    void theProcessMapIsDrawnBelowItsRowsUnlessAFilterIsInForce() throws Exception {
        var steps = jdbc.queryForList(
                "select number from process_step where transfer_id = ?::uuid order by position",
                String.class,
                transfer());
        var all = download("auditor", "/api/transfers/" + transfer() + "/audit-trail.xlsx");
        assertThat(verified(all)).startsWith("VALID");
        try (var workbook = WorkbookFactory.create(all.toFile(), null, true)) {
            var sheet = (XSSFSheet) workbook.getSheet("Process map");
            assertThat(SheetText.logicalRows(sheet))
                    .extracting(row -> row.get("Step"))
                    .containsExactlyElementsOf(steps);
            var group = (XSSFShapeGroup) sheet.getDrawingPatriarch().getShapes().get(0);
            var words = StreamSupport.stream(group.spliterator(), false)
                    .filter(XSSFSimpleShape.class::isInstance)
                    .map(shape -> ((XSSFSimpleShape) shape).getText())
                    .toList();
            assertThat(steps).allMatch(step -> words.stream().anyMatch(text -> text.startsWith(step)));
        }
        var some = download("auditor", "/api/transfers/" + transfer() + "/audit-trail.xlsx?person=expert1");
        try (var workbook = WorkbookFactory.create(some.toFile(), null, true)) {
            var sheet = (XSSFSheet) workbook.getSheet("Process map");
            assertThat(sheet.getLastRowNum()).isZero();
            assertThat(sheet.getDrawingPatriarch()).isNull();
        }
    }

    @Test
    void aFilterOnAnItemShowsNothingOfOthersOnAnySheet() throws Exception {
        var item = jdbc.queryForObject(
                "select item_id::text from audit_entry where transfer_id = ?::uuid and act = 'signed'"
                        + " and item_id is not null limit 1",
                String.class,
                transfer());
        var file = download("auditor", "/api/transfers/" + transfer() + "/audit-trail.xlsx?item=" + item);

        assertThat(verified(file)).startsWith("VALID").contains("Filtered: item \"" + item);
        try (var workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            for (var name : List.of("Signatures", "Items")) {
                assertThat(SheetText.logicalRows(workbook.getSheet(name)))
                        .isNotEmpty()
                        .allMatch(row -> item.equals(row.get("Item")));
            }
            var overview = SheetText.logicalRows(workbook.getSheet("Overview"));
            assertThat(overview)
                    .anyMatch(row -> "Filter".equals(row.get("What")) && ("item " + item).equals(row.get("Value")));
        }
    }

    @Test
    void linesLeadToTheCheckpoint() throws Exception {
        var file = download("auditor", "/api/transfers/" + transfer() + "/audit-trail.jsonl");

        var lines = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(file)) {
            lines.add(JSON.readTree(line));
        }
        assertThat(lines.get(0).path("format").asText()).isEqualTo("baton-trail-jsonl/1");
        assertThat(lines.get(0).path("complete").asBoolean()).isTrue();
        var proof = lines.get(lines.size() - 1);
        var entries = lines.subList(1, lines.size() - 1);
        assertThat(entries).hasSizeGreaterThan(100);
        var texts = Files.readAllLines(file);
        assertThat(LinesCheck.root(texts))
                .isEqualTo(proof.path("checkpoint").path("rootHash").asText());
    }

    @Test
    void paperIsForTheArchive() throws Exception {
        var file = download("auditor", "/api/transfers/" + transfer() + "/audit-trail.pdf");

        Files.copy(file, Path.of("target", "audit-trail.pdf"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(dev.baton.workbook.Archive.complaints(file)).isEmpty();
    }

    @Test
    void aJobGoesOnByItselfAndItsFileIsFetchedOnce() throws Exception {
        var id = asked("quality", "xlsx");
        var done = ended("quality", id);

        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.path("rows").asLong())
                .isPositive()
                .isEqualTo(done.path("of").asLong());
        assertThat(call("auditor", "GET", "/api/exports/" + id, null).statusCode())
                .isEqualTo(404);
        assertThat(call("quality2", "GET", "/api/exports/" + id + "/file", null).statusCode())
                .isEqualTo(404);
        assertThat(call("expert1", "DELETE", "/api/exports/" + id, null).statusCode())
                .isEqualTo(404);
        assertThat(verified(download("quality", "/api/exports/" + id + "/file")))
                .startsWith("VALID");

        assertThat(call("quality", "DELETE", "/api/exports/" + id, null).statusCode())
                .isEqualTo(204);
        assertThat(call("quality", "GET", "/api/exports/" + id + "/file", null).statusCode())
                .isEqualTo(409);
        assertThat(settings.directory().resolve(id)).doesNotExist();
    }

    @Test
    void whoMayNotExportIsRefusedAndLeavesNothing() {
        var path = "/api/transfers/" + transfer();

        assertThat(call("lead", "POST", path + "/exports", null).statusCode()).isEqualTo(403);
        assertThat(call("expert1", "GET", path + "/audit-trail.pdf", null).statusCode())
                .isEqualTo(403);
        assertThat(call("admin", "GET", path + "/audit-trail.jsonl", null).statusCode())
                .isIn(403, 404);
        assertThat(call("quality", "POST", path + "/exports?form=docx", null).statusCode())
                .isEqualTo(422);
        assertThat(call("quality", "POST", path + "/exports?from=yesterday", null)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void nothingStaysOnDiskAfterADirectExport() throws Exception {
        download("auditor", "/api/transfers/" + transfer() + "/audit-trail.xlsx");

        try (var files = Files.list(settings.directory())) {
            var kept = jdbc.queryForList("select id::text from trail_export where state = 'done'", String.class);
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals("node") && !kept.contains(name)))
                    .isEmpty();
        }
    }

    private static void assertSame(Map<String, String> row, Map<String, Object> stored) {
        assertThat(row.get("No.")).isEqualTo(((Long) stored.get("no")).doubleValue() + "");
        assertThat(row.get("Zone")).isEqualTo(stored.get("zone"));
        assertThat(row.get("Act")).isEqualTo(stored.get("act"));
        assertThat(row.get("User name")).isEqualTo(stored.get("username"));
        if (!SealedEntry.WITHHELD.equals(row.get("New value"))) {
            assertThat(row.get("Old value")).isEqualTo(orNull(stored.get("old_value")));
            assertThat(row.get("New value")).isEqualTo(orNull(stored.get("new_value")));
        }
        assertThat(row.get("Reason")).isEqualTo(stored.get("reason"));
        assertThat(row.get("Record")).isEqualTo(orNull(stored.get("record_label")));
        assertThat(row.get("Record id")).isEqualTo(stored.get("record_id"));
    }

    private static Object orNull(Object text) {
        return "".equals(text) ? null : text;
    }

    private String asked(String person, String form) throws IOException {
        var response = call(person, "POST", "/api/transfers/" + transfer() + "/exports?form=" + form, null);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return JSON.readTree(response.body()).path("id").asText();
    }

    private JsonNode ended(String person, String id) throws Exception {
        for (int i = 0; i < 300; i++) {
            var state = JSON.readTree(
                    call(person, "GET", "/api/exports/" + id, null).body());
            if (!List.of("queued", "running").contains(state.path("state").asText())) {
                return state;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("export " + id + " does not end");
    }

    private String transfer() {
        return jdbc.queryForObject("select id::text from transfer order by created_at limit 1", String.class);
    }

    private Path download(String person, String path) throws Exception {
        var file = folder.resolve("file" + path.hashCode());
        var response = HTTP.send(
                HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Authorization", basic(person, DEMO_PASSWORD))
                        .build(),
                BodyHandlers.ofFile(file));
        assertThat(response.statusCode())
                .as(response.statusCode() == 200 ? "" : Files.readString(file))
                .isEqualTo(200);
        return file;
    }

    private static String verified(Path file) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "docs/verify/BatonVerify.java",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
