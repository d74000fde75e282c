package dev.baton.transfer.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.PlayedOverHttp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The two units are compared step by step, two people score a gap without seeing each other's, and a workbook does the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparisonIT extends PlayedOverHttp {

    private String transfer = "";
    private String step = "";

    @BeforeAll
    void compareSomething() {
        transfer = startedTransfer("Side by side");
        step = firstStep(transfer);
    }

    @Test
    void anAspectIsSaidAndChangedWithAReason() {
        var path = "/api/steps/" + step + "/comparison";
        var said =
                compare("lead", "{\"aspect\":\"equipment\",\"sending\":\"Plate reader A\",\"gap\":\"medium\"}", null);
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        assertThat(compare("receiver1", "{\"aspect\":\"equipment\",\"receiving\":\"Plate reader B\"}", null)
                        .statusCode())
                .as("what was said changes with a reason")
                .isEqualTo(422);
        var changed = compare(
                "receiver1",
                "{\"aspect\":\"equipment\",\"sending\":\"Plate reader A\",\"receiving\":\"Plate reader B\",\"gap\":\"high\"}",
                "They came and looked.");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(row("lead", "equipment").path("receiving").asText()).isEqualTo("Plate reader B");
        assertThat(compare("auditor", "{\"aspect\":\"scale\",\"gap\":\"low\"}", null)
                        .statusCode())
                .isEqualTo(403);
        var wrong = call(
                "lead",
                "PUT",
                path,
                "{\"aspects\":[{\"aspect\":\"colour\"},{\"aspect\":\"scale\",\"gap\":\"huge\",\"owner\":\"nobody\",\"dueOn\":\"soon\"}]}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(texts(json(wrong).path("errors"), "where"))
                .containsExactlyInAnyOrder(
                        "aspects[0].aspect", "aspects[1].owner", "aspects[1].gap", "aspects[1].dueOn");
    }

    @Test
    void twoPeopleScoreAloneAndTheSpreadShowsAfterwards() {
        compare(
                "lead",
                "{\"aspect\":\"method\",\"sending\":\"By hand\",\"receiving\":\"Robot\",\"gap\":\"high\"}",
                null);
        score("expert1", 8, 6, 3);
        var other = row("receiver1", "method").path("before");
        assertThat(other.path("hidden").asBoolean()).isTrue();
        assertThat(other.path("scores")).isEmpty();
        assertThat(other.path("complete").asBoolean()).isFalse();

        score("receiver1", 5, 4, 7);
        var risk = row("receiver1", "method").path("before");
        assertThat(risk.path("scores")).hasSize(2);
        assertThat(risk.path("complete").asBoolean()).isTrue();
        assertThat(risk.at("/severity/low").asInt()).isEqualTo(5);
        assertThat(risk.at("/severity/high").asInt()).isEqualTo(8);
        assertThat(risk.path("actionPriority").asText())
                .as("the highest counts until they agree")
                .isEqualTo("high");
        score("expert1", 5, 4, 6);
        assertThat(row("lead", "method").at("/before/scores"))
                .as("a new judgement takes the place of the old one")
                .hasSize(2);
        assertThat(row("lead", "method").at("/before/severity/high").asInt()).isEqualTo(5);
    }

    @Test
    void theWorkbookComesBackFilledOrNotAtAll() throws Exception {
        var filled = changed(sheet -> {
            sheet.getRow(7).getCell(0, org.apache.poi.ss.usermodel.Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            fill(sheet, 7, 3, "500 eggs");
            fill(sheet, 7, 4, "5000 eggs");
            fill(sheet, 7, 5, "high");
        });
        var taken = upload("receiver1", filled, "Filled at the kick-off.");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(row("lead", "scale").path("receiving").asText()).isEqualTo("5000 eggs");

        var before = ok(call("lead", "GET", "/api/transfers/" + transfer + "/comparison", null))
                .toString();
        var wrong = upload(
                "receiver1",
                changed(sheet -> {
                    fill(sheet, 1, 5, "huge");
                    fill(sheet, 2, 0, "99.9");
                    fill(sheet, 3, 8, "soon");
                    fill(sheet, 4, 3, "This is right and must not be kept");
                }),
                "Wrong on purpose.");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(texts(json(wrong).path("errors"), "where"))
                .containsExactlyInAnyOrder("Comparison!F2", "Comparison!A3", "Comparison!I4");
        assertThat(ok(call("lead", "GET", "/api/transfers/" + transfer + "/comparison", null))
                        .toString())
                .isEqualTo(before);
    }

    private byte[] changed(Consumer<Sheet> change) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url("/api/transfers/" + transfer + "/comparison.xlsx")))
                                .header("Authorization", basic("lead", DEMO_PASSWORD))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.body()));
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.getSheet("Comparison");
            assertThat(sheet.getRow(0).getCell(3).getStringCellValue()).isEqualTo("Sending unit");
            change.accept(sheet);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(Sheet sheet, int row, int column, String text) {
        var line = sheet.getRow(row);
        var cell = line.getCell(column) == null ? line.createCell(column) : line.getCell(column);
        cell.setCellValue(text);
    }

    private HttpResponse<String> upload(String who, byte[] file, String reason) {
        var boundary = "baton-comparison";
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"reason\"\r\n\r\n" + reason + "\r\n--"
                                + boundary
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"comparison.xlsx\"\r\n"
                                + "Content-Type: application/octet-stream\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(url("/api/transfers/" + transfer + "/comparison/import")))
                .header("Authorization", basic(who, DEMO_PASSWORD))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private HttpResponse<String> compare(String who, String aspect, String reason) {
        return call(
                who,
                "PUT",
                "/api/steps/" + step + "/comparison",
                "{\"aspects\":[" + aspect + "]" + (reason == null ? "" : ",\"reason\":\"" + reason + "\"") + "}");
    }

    private void score(String who, int severity, int occurrence, int detection) {
        var scored = call(
                who,
                "POST",
                "/api/steps/" + step + "/comparison/method/scores",
                "{\"severity\":%d,\"occurrence\":%d,\"detection\":%d}".formatted(severity, occurrence, detection));
        assertThat(scored.statusCode()).as(scored.body()).isEqualTo(201);
    }

    private JsonNode row(String who, String aspect) {
        var found = ok(call(who, "GET", "/api/steps/" + step + "/comparison", null));
        return StreamSupport.stream(found.path("aspects").spliterator(), false)
                .filter(row -> row.path("aspect").asText().equals(aspect))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path(field).asText())
                .toList();
    }
}
