package dev.baton.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
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
import org.junit.jupiter.api.Test;

/**
 * The main job in a browser: an expert tells one hidden step in Camunda Tasklist and signs it, three others review,
 * triage and approve it there, and an auditor takes it home as a workbook.
 */
class MainJobStoryIT extends BrowserStory {

    private static final String TITLE = "Tilt the tray before candling";
    private static final String WHAT = "I tilt the whole tray about a hand’s width and wait for the shadow to settle.";
    private static final String WHY = "A weak embryo gives itself away only when it has to move.";
    private static final String CUE = "The shadow follows the shell half a second late.";
    private static final String CONSEQUENCE = "The batch loses titre and nobody sees it for three weeks.";

    @Test
    void aHiddenStepTravelsFromTheExpertToTheAuditorsWorkbook() throws IOException {
        var transfer = startedTransfer("Nasal vaccine to Liverpool", "expert1", "expert2");

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
            receiver.choose("accept").press("accept");
            assertThat(receiver.form().locator(".bt-summary").first()).containsText("could you do it from this?");
            receiver.form()
                    .locator(".bt-sections [data-choice='yes'] + label")
                    .all()
                    .forEach(Locator::click);
            receiver.shot("receiver-review");
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
}
