package dev.baton.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.identity.People;
import dev.baton.identity.People.NewPerson;
import dev.baton.identity.Role;
import dev.baton.support.Browser;
import dev.baton.support.RunningBaton;
import dev.baton.workbook.SheetColumn;
import dev.baton.workbook.WorkbookStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Import, team, start, trail and export over HTTP. */
class TransferIT extends RunningBaton {

    private static final String PASSWORD = "seven quiet herons fly";
    private static final List<String> HEADINGS = List.of(
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
            "Experts");

    private final ObjectMapper json = new ObjectMapper();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String lead = "lead-" + mark;
    private final String expert = "expert-" + mark;
    private final String receiver = "receiver-" + mark;
    private final String quality = "quality-" + mark;
    private final String auditor = "auditor-" + mark;
    private final String outsider = "outsider-" + mark;

    @Autowired
    private People people;

    @BeforeEach
    void addPeople() {
        people.addSite("From " + mark, ZoneId.of("America/Los_Angeles"));
        people.addSite("To " + mark, ZoneId.of("Europe/London"));
        add(lead, "From ", Role.TRANSFER_LEAD);
        add(expert, "From ", Role.EXPERT);
        add(receiver, "To ", Role.RECEIVER);
        add(quality, "From ", Role.QUALITY);
        add(auditor, "To ", Role.AUDITOR);
        add(outsider, "To ", Role.EXPERT);
    }

    @Test
    void aTransferIsImportedReadAndStartedByItsLead() throws IOException {
        var answer = importing(lead, workbook(expert), Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var imported = json.readTree(answer.body());
        assertThat(imported.get("steps").isInt()).isTrue();
        var transfer = "/api/transfers/" + imported.get("id").asText();

        for (var person : List.of(lead, expert, receiver, quality, auditor)) {
            assertThat(get(person, transfer, 200).get("phase").asText()).isEqualTo("initiation");
        }
        assertThat(status(outsider, "GET", transfer, null)).isEqualTo(404);
        assertThat(status(outsider, "POST", transfer + "/start", null)).isEqualTo(404);
        assertThat(status(expert, "POST", transfer + "/start", null)).isEqualTo(403);
        assertThat(get(lead, transfer, 200).get("coverage").get("captured").asInt())
                .isZero();
        assertThat(get(expert, "/api/transfers", 200).get("items")).hasSize(1);
        assertThat(peopleSeenBy(expert)).contains("Person " + receiver).doesNotContain("Person " + outsider);
        assertThat(peopleSeenBy(outsider)).contains("Person " + outsider).doesNotContain("Person " + receiver);

        var steps = get(receiver, transfer + "/steps?limit=1", 200);
        assertThat(steps.get("items")).hasSize(1);
        assertThat(steps.get("items").get(0).get("parameters")).hasSize(2);
        assertThat(steps.get("items").get(0).get("parameters").get(0).get("low").decimalValue())
                .isEqualByComparingTo("0.09");
        var rest = get(receiver, transfer + "/steps?after=" + steps.get("next").asText(), 200);
        assertThat(rest.get("items").get(0).get("number").asText()).isEqualTo("1.2");
        assertThat(rest.get("next").isNull()).isTrue();

        assertThat(status(lead, "POST", transfer + "/start", null)).isEqualTo(200);
        assertThat(status(lead, "POST", transfer + "/start", null)).isEqualTo(409);
    }

    @Test
    void everyFaultIsAnsweredAtOnceAndNothingIsStored() throws IOException {
        var answer = importing(
                lead, workbook("nobody"), Map.of("sendingSite", "Nowhere", "seasonDeadline", "soon", "purpose", " "));
        assertThat(answer.statusCode()).isEqualTo(422);
        var where = new ArrayList<String>();
        json.readTree(answer.body())
                .get("errors")
                .forEach(error -> where.add(error.get("where").asText()));
        assertThat(where).containsExactlyInAnyOrder("sendingSite", "seasonDeadline", "purpose", "Steps!N2", "Steps!N4");
        assertThat(get(lead, "/api/transfers", 200).get("items")).isEmpty();
        assertThat(importing(expert, workbook(expert), Map.of()).statusCode()).isEqualTo(403);
        assertThat(importing(lead, "no workbook".getBytes(StandardCharsets.UTF_8), Map.of())
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void tooLargeAWorkbookGetsAnAnswer() {
        assertThat(importing(lead, new byte[21 * 1024 * 1024], Map.of()).statusCode())
                .isEqualTo(422);
        assertThat(importing(lead, new byte[50 * 1024 * 1024], Map.of()).statusCode())
                .isIn(413, 422);
    }

    @Test
    void theTeamChangesForAReasonAndLeavingDatesStayPrivate() throws IOException {
        var transfer = imported();
        var team = get(lead, transfer + "/team", 200);
        var changed = json.createArrayNode();
        team.forEach(member -> {
            var copy = (com.fasterxml.jackson.databind.node.ObjectNode) member.deepCopy();
            if (member.get("username").asText().equals(expert)) {
                copy.put("leavingDate", "2026-12-31");
            }
            changed.add(copy);
        });
        changed.addObject().put("username", outsider).put("role", "expert");
        assertThat(status(lead, "PUT", transfer + "/team", team.toString())).isEqualTo(200);
        assertThat(status(lead, "PUT", transfer + "/team", changed.toString())).isEqualTo(422);
        assertThat(status(expert, "PUT", transfer + "/team?reason=x", changed.toString()))
                .isEqualTo(403);
        assertThat(status(lead, "PUT", transfer + "/team?reason=joins", changed.toString()))
                .isEqualTo(200);
        assertThat(leaving(expert, transfer)).isEqualTo("2026-12-31");
        assertThat(leaving(lead, transfer)).isEqualTo("2026-12-31");
        assertThat(leaving(receiver, transfer)).isEqualTo("null");
        assertThat(status(outsider, "GET", transfer, null)).isEqualTo(200);
        var wrong = "[{\"username\":\"" + expert + "\",\"role\":\"quality\"}]";
        assertThat(status(lead, "PUT", transfer + "/team?reason=x", wrong)).isEqualTo(422);
        var entries = get(quality, transfer + "/audit-trail?act=changed", 200).get("items");
        assertThat(entries.get(0).get("newValue").asText()).doesNotContain("2026");
        assertThat(entries.get(0).get("reason").asText()).isEqualTo("joins");
    }

    @Test
    void theTrailIsReadFilteredAndExported() throws IOException {
        var transfer = imported();
        assertThat(status(expert, "GET", transfer + "/audit-trail", null)).isEqualTo(403);
        assertThat(status(outsider, "GET", transfer + "/audit-trail", null)).isEqualTo(404);
        assertThat(status(lead, "GET", transfer + "/audit-trail.xlsx", null)).isEqualTo(403);
        assertThat(status(auditor, "GET", transfer + "/audit-trail?from=never", null))
                .isEqualTo(400);
        var all = get(lead, transfer + "/audit-trail?limit=200", 200).get("items");
        var entry = get(auditor, transfer + "/audit-trail?act=imported&person=" + lead, 200)
                .get("items")
                .get(1);
        assertThat(entry.get("field").asText()).isEqualTo("sha256");
        assertThat(entry.get("newValue").asText()).hasSize(64);
        assertThat(entry.get("zone").asText()).isEqualTo("America/Los_Angeles");
        var first = get(auditor, transfer + "/audit-trail?limit=1", 200);
        var second = get(
                auditor,
                transfer + "/audit-trail?limit=1&after=" + first.get("next").asText(),
                200);
        assertThat(second.get("items").get(0).get("no").asLong())
                .isGreaterThan(first.get("items").get(0).get("no").asLong());

        var file = bytes(auditor, transfer + "/audit-trail.xlsx");
        try (var workbook = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            var sheet = workbook.getSheet("Audit trail");
            assertThat(workbook.getSheetIndex("Overview")).isZero();
            // The beginning of the export itself is in it: its filter and its form.
            assertThat(sheet.getLastRowNum()).isEqualTo(all.size() + 2);
            for (int i = 0; i < all.size(); i++) {
                var row = sheet.getRow(i + 1);
                assertThat((long) row.getCell(0).getNumericCellValue())
                        .isEqualTo(all.get(i).get("no").asLong());
                assertThat(row.getCell(15, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                                .getStringCellValue())
                        .isEqualTo(all.get(i).get("newValue").asText(""));
            }
        }
        assertThat(get(auditor, transfer + "/audit-trail?act=exported", 200).get("items"))
                .hasSize(1);
    }

    private String imported() throws IOException {
        var answer = importing(lead, workbook(expert), Map.of());
        return "/api/transfers/" + json.readTree(answer.body()).get("id").asText();
    }

    private String leaving(String asking, String transfer) throws IOException {
        for (var member : get(asking, transfer + "/team", 200)) {
            if (member.get("username").asText().equals(expert)) {
                return member.get("leavingDate").asText();
            }
        }
        throw new AssertionError("not in the team");
    }

    private void add(String username, String site, Role role) {
        var oneTime = people.add(new NewPerson(
                username, "Person " + username, site + mark, Set.of(role), "it", "seen", LocalDate.of(2026, 1, 1)));
        var body = "{\"old\":\"" + oneTime + "\",\"new\":\"" + PASSWORD + "\"}";
        assertThat(call(username, oneTime, "POST", "/api/me/password", body).statusCode())
                .isLessThan(300);
    }

    private String peopleSeenBy(String person) {
        return new Browser(url(""))
                .login(person, PASSWORD)
                .ask("GET", "/people", null)
                .body();
    }

    private JsonNode get(String person, String path, int status) throws IOException {
        var answer = call(person, PASSWORD, "GET", path, null);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }

    private int status(String person, String method, String path, String body) {
        return call(person, PASSWORD, method, path, body).statusCode();
    }

    private byte[] bytes(String person, String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url(path)))
                    .header("Authorization", basic(person, PASSWORD))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> importing(String person, byte[] file, Map<String, String> changes) {
        var fields = new java.util.HashMap<>(Map.of(
                "name", "Transfer " + mark,
                "product", "LAIV",
                "sendingSite", "From " + mark,
                "receivingSite", "To " + mark,
                "purpose", "Safe vaccine for those who need it"));
        fields.putAll(changes);
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.xlsx\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(url("/api/transfers/import")))
                .header("Authorization", basic(person, PASSWORD))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static byte[] workbook(String expert) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new WorkbookStream(out, "Steps")) {
            var sheet = workbook.sheet(
                    "Steps", HEADINGS.stream().map(SheetColumn::of).toList());
            sheet.row(row("1.1", "Thaw", "Temperature", new BigDecimal("0.09"), expert));
            sheet.row(row("1.1", "Thaw", "Time", null, null));
            sheet.row(row("1.2", "=Dilute", "Ratio", new BigDecimal("1"), expert));
            workbook.finish();
        }
        return out.toByteArray();
    }

    private static List<Object> row(String number, String name, String parameter, BigDecimal low, String experts) {
        return Arrays.asList(
                number, "Seed", name, "SOP-1", "5.2", "Do it.", "WB-1", parameter, "°C", low, null, "Titre", "Y",
                experts);
    }
}
