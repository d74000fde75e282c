package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.support.RunningBaton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The main job in a browser: an expert tells one hidden step in Camunda Tasklist and signs it, three others review,
 * triage and approve it there, and an auditor takes it home as a workbook.
 */
class MainJobStoryIT extends RunningBaton {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TITLE = "Tilt the tray before candling";
    private static final String WHAT = "I tilt the whole tray about a hand’s width and wait for the shadow to settle.";
    private static final String WHY = "A weak embryo gives itself away only when it has to move.";
    private static final String CUE = "The shadow follows the shell half a second late.";
    private static final String CONSEQUENCE = "The batch loses titre and nobody sees it for three weeks.";

    private static Chromium chromium;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aHiddenStepTravelsFromTheExpertToTheAuditorsWorkbook() throws IOException {
        var transfer = aStartedTransfer();

        theExpertTellsAndSigns(transfer);
        thePeerAccepts(transfer);
        qualityTriages(transfer);
        theReceiverAccepts(transfer);
        qualityApproves(transfer);

        var workbook = theAuditorExports(transfer);
        theWorkbookHoldsTheTexts(workbook);
        theWorkbookHoldsFiveSignaturesByFourPeople(workbook);
    }

    private void theExpertTellsAndSigns(String transfer) {
        try (var expert = at("expert1")) {
            expert.open(taskOf("expert1", transfer, "capture"), "capture")
                    .shot("capture-empty")
                    .freely();
            assertThat(expert.form()).containsText("Children in Europe");
            expert.tell("title", TITLE)
                    .tell("whatIsDone", WHAT)
                    .tell("why", WHY)
                    .tell("cue", CUE)
                    .tell("consequence", CONSEQUENCE)
                    .kind("sensory-cue");
            assertThat(expert.form().locator(".bt-saved[data-state='saved']")).isVisible();
            expert.shot("capture");
            expert.press("submit");
            assertThat(expert.form().locator("[data-view='sign']")).containsText(WHAT);
            expert.shot("signing");
            expert.sign("Authorship").shot("capture-done");
            expert.leave();
        }
    }

    private void thePeerAccepts(String transfer) {
        try (var peer = at("expert2")) {
            peer.open(taskOf("expert2", transfer, "peer-review"), "peer-review");
            assertThat(peer.form()).containsText(WHAT);
            peer.choose("accept").shot("peer-review");
            peer.press("accept").sign("Review").leave();
        }
    }

    private void qualityTriages(String transfer) {
        try (var quality = at("quality")) {
            quality.open(taskOf("quality", transfer, "triage"), "triage")
                    .choose("within-range")
                    .shot("triage");
            quality.press("accept").sign("Responsibility").leave();
        }
    }

    private void theReceiverAccepts(String transfer) {
        try (var receiver = at("receiver1")) {
            receiver.open(taskOf("receiver1", transfer, "receiver-review"), "receiver-review");
            assertThat(receiver.form()).containsText(CUE);
            receiver.choose("accept").shot("receiver-review");
            receiver.press("accept").sign("Review").leave();
        }
    }

    private void qualityApproves(String transfer) {
        try (var quality = at("quality")) {
            quality.open(taskOf("quality", transfer, "approval"), "approval")
                    .choose("accept")
                    .shot("approval");
            quality.press("accept").sign("Approval").leave();
        }
    }

    private Path theAuditorExports(String transfer) throws IOException {
        try (var auditor = at("auditor")) {
            auditor.visit("/transfers/" + transfer + "/trail").shot("trail");
            var file = Path.of("target", "stories", "audit-trail.xlsx").toAbsolutePath();
            Files.createDirectories(file.getParent());
            auditor.download("a[href$='audit-trail.xlsx']").saveAs(file);
            return file;
        }
    }

    private static void theWorkbookHoldsTheTexts(Path file) throws IOException {
        try (var workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            var written = new HashSet<String>();
            rows(workbook.getSheet("Audit trail")).forEach(row -> written.add(row.get("New value")));
            assertThat(written).contains(TITLE, WHAT, WHY, CUE, CONSEQUENCE);
        }
    }

    private static void theWorkbookHoldsFiveSignaturesByFourPeople(Path file) throws IOException {
        try (var workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            var signatures = rows(workbook.getSheet("Signatures")).stream()
                    .filter(row -> TITLE.equals(row.get("Title")))
                    .toList();
            assertThat(signatures)
                    .extracting(row -> row.get("Meaning"))
                    .containsExactlyInAnyOrder("authorship", "review", "review", "responsibility", "approval");
            assertThat(signatures)
                    .extracting(row -> row.get("User name"))
                    .containsOnly("expert1", "expert2", "receiver1", "quality");
            assertThat(signatures)
                    .extracting(row -> row.get("Content hash"))
                    .containsOnly(signatures.get(0).get("Content hash"));
        }
    }

    /** Rows below the header, as heading to text. */
    private static List<Map<String, String>> rows(XSSFSheet sheet) {
        assertThat(sheet).isNotNull();
        var words = new DataFormatter();
        // A title may stand above the table: the header is the first row with more than two filled cells.
        var header = StreamSupport.stream(sheet.spliterator(), false)
                .filter(row -> row.getPhysicalNumberOfCells() > 2)
                .findFirst()
                .orElseThrow();
        return StreamSupport.stream(sheet.spliterator(), false)
                .filter(row -> row.getRowNum() > header.getRowNum())
                .map(row -> {
                    Map<String, String> cells = new LinkedHashMap<>();
                    header.forEach(cell -> cells.put(
                            words.formatCellValue(cell), words.formatCellValue(row.getCell(cell.getColumnIndex()))));
                    return cells;
                })
                .toList();
    }

    private TasklistPerson at(String username) {
        return new TasklistPerson(chromium, url(""), username, DEMO_PASSWORD);
    }

    /** The person's open task of that kind in that transfer. */
    private String taskOf(String person, String transfer, String kind) {
        var answer = call(person, "GET", "/api/tasks?limit=200", null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(json(answer.body()).path("items").spliterator(), false)
                .filter(task -> task.path("transferId").asText().equals(transfer))
                .filter(task -> task.path("kind").asText().equals(kind))
                .map(task -> task.path("taskId").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " for " + person + " in " + answer.body()));
    }

    /** A transfer of its own with two steps, so that nothing seeded is in the way. */
    private String aStartedTransfer() throws IOException {
        var boundary = "story-boundary";
        var body = new ByteArrayOutputStream();
        Map.of(
                        "name", "Nasal vaccine to Liverpool",
                        "product", "Live attenuated influenza vaccine",
                        "sendingSite", "California",
                        "receivingSite", "Liverpool",
                        "purpose", "Children in Europe get their nasal vaccine in time, as safe as it is from here.")
                .forEach((name, value) -> write(
                        body,
                        "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                                + "\r\n"));
        write(
                body,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"steps.xlsx\"\r\n"
                        + "Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\r\n\r\n");
        body.writeBytes(processWorkbook());
        write(body, "\r\n--" + boundary + "--\r\n");
        var imported = send(HttpRequest.newBuilder(URI.create(url("/api/transfers/import")))
                .header("Authorization", basic("lead", DEMO_PASSWORD))
                .header("Accept", "application/json")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(201);
        var id = json(imported.body()).path("id").asText();
        var started = call("lead", "POST", "/api/transfers/" + id + "/start", null);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        return id;
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] processWorkbook() throws IOException {
        var rows = new Object[][] {
            {
                "Step",
                "Unit operation",
                "Process step",
                "SOP",
                "Section",
                "Official instruction",
                "Equipment",
                "CPP",
                "Unit",
                "Low",
                "High",
                "CQA",
                "Critical",
                "Experts"
            },
            {
                "1.1",
                "Harvest",
                "Candle eggs after incubation",
                "SOP-HAR-012",
                "5.3",
                "Candle each egg. Remove eggs with dead or weak embryos before harvest.",
                "Candling table CT-2",
                "Room temperature",
                "°C",
                18.0,
                24.0,
                "Embryo viability",
                "Y",
                "expert1"
            },
            {
                "1.2",
                "Harvest",
                "Chill eggs before opening",
                "SOP-HAR-013",
                "5.1",
                "Hold eggs at the chilling temperature overnight.",
                "Cold store B",
                "Chilling temperature",
                "°C",
                2.0,
                8.0,
                "Infectivity titre",
                "N",
                "expert2"
            }
        };
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("Process steps");
            for (int r = 0; r < rows.length; r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < rows[r].length; c++) {
                    if (rows[r][c] instanceof Double number) {
                        row.createCell(c).setCellValue(number);
                    } else {
                        row.createCell(c).setCellValue(rows[r][c].toString());
                    }
                }
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
