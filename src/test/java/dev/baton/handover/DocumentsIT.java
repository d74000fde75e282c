package dev.baton.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.PlayedOverHttp;
import dev.baton.support.Statements;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Protocol and report are made from the records, signed by three people in turn, and open their gates. */
class DocumentsIT extends PlayedOverHttp {

    @Autowired
    private DocumentText text;

    @Autowired
    private Transfers transfers;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aProtocolIsMadeReadAndApprovedAndItsGateAsksForNothingElseOfIt() throws Exception {
        var transfer = startedTransfer("Protocol");
        assertThat(missing(transfer)).contains("The transfer protocol is not made.");
        assertThat(make("expert1", transfer, "protocol", null).statusCode()).isEqualTo(403);
        assertThat(make("lead", transfer, "novel", null).statusCode()).isEqualTo(404);

        var made = make("lead", transfer, "protocol", null);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var protocol = json(made).path("id").asText();
        assertThat(missing(transfer))
                .contains("The transfer protocol is not read by the receiving unit.")
                .doesNotContain("The transfer protocol is not made.");
        assertThat(sign("quality", protocol).statusCode())
                .as("not before the receiving unit has read it")
                .isEqualTo(403);
        assertThat(sign("receiver1", protocol).statusCode()).isEqualTo(200);
        assertThat(sign("receiver1", protocol).statusCode())
                .as("quality's turn now")
                .isEqualTo(403);
        assertThat(missing(transfer)).contains("The transfer protocol is not approved.");
        var approved = sign("quality", protocol);
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(json(approved).path("approved").asBoolean()).isTrue();
        assertThat(sign("quality2", protocol).statusCode()).as("complete").isEqualTo(409);
        assertThat(missing(transfer)).noneMatch(line -> line.contains("protocol"));

        var signatures = json(approved).path("signatures");
        assertThat(texts(signatures, "meaning")).containsExactly("authorship", "review", "approval");
        assertThat(texts(signatures, "username")).containsExactly("lead", "receiver1", "quality");
        assertThat(StreamSupport.stream(signatures.spliterator(), false))
                .allMatch(one -> one.path("valid").asBoolean());

        try (var word = new XWPFDocument(new ByteArrayInputStream(file("lead", protocol, ".docx")));
                var text = new XWPFWordExtractor(word)) {
            assertThat(text.getText())
                    .contains("Transfer protocol: Protocol", "Stain and count the foci", "Foci per counted well")
                    .contains("3 unaided runs in a row", "Receiver One", "Approval")
                    .doesNotContain("In work");
        }
        try (var paper = Loader.loadPDF(file("auditor", protocol, ".pdf"))) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains(
                            "Transfer protocol: Protocol",
                            "Receiver One",
                            json(approved).path("contentHash").asText());
        }
        assertThat(ok(call("quality", "GET", "/api/transfers/" + transfer + "/audit-trail?act=document-made", null))
                        .path("items"))
                .isNotEmpty();
    }

    @Test
    void aLaterEditionSaysWhyAndStartsWithoutSignatures() {
        var transfer = startedTransfer("Second edition");
        var first = json(make("lead", transfer, "protocol", null)).path("id").asText();
        assertThat(sign("receiver1", first).statusCode()).isEqualTo(200);
        assertThat(make("lead", transfer, "protocol", " ").statusCode()).isEqualTo(422);
        var again = make("lead", transfer, "protocol", "The team changed.");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        assertThat(json(again).path("edition").asInt()).isEqualTo(2);
        assertThat(sign("quality", first).statusCode()).as("superseded").isEqualTo(409);
        assertThat(missing(transfer)).contains("The transfer protocol is not read by the receiving unit.");
        var all = ok(call("receiver2", "GET", "/api/transfers/" + transfer + "/documents", null))
                .path("items");
        assertThat(all).hasSize(2);
    }

    @Test
    void aReportTellsWhatIsInForceAndWhereItLanded() throws Exception {
        var transfer = startedTransfer("Report");
        var item = tell(transfer, "expert1", "Wait for the blue rim");
        approve(item);
        var landed = call(
                "receiver1",
                "POST",
                "/api/items/" + item + "/landing",
                "{\"document\":\"SOP-LIV-0999\",\"section\":\"4.2\",\"effectiveOn\":\"2026-12-01\"}");
        assertThat(landed.statusCode()).as(landed.body()).isEqualTo(201);
        var report = json(make("lead", transfer, "report", null)).path("id").asText();
        try (var paper = Loader.loadPDF(file("receiver1", report, ".pdf"))) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("Wait for the blue rim", "SOP-LIV-0999, 4.2", "In work: not approved yet.");
        }

        var one = statements(transfer);
        approve(tell(transfer, "expert1", "Wait for the second rim"));
        approve(tell(transfer, "expert1", "Wait for the third rim"));
        assertThat(statements(transfer)).as("as many for three items").hasSameSizeAs(one);
    }

    /** What is asked of the database for a report. */
    private List<String> statements(String transfer) {
        return Statements.of(() -> transaction.executeWithoutResult(
                status -> text.of(transfers.known(TransferId.of(transfer)), DocumentKind.REPORT)));
    }

    private HttpResponse<String> make(String who, String transfer, String kind, String reason) {
        var body = JSON.createObjectNode().put("username", who).put("password", DEMO_PASSWORD);
        if (reason != null) {
            body.put("reason", reason);
        }
        return call(who, "POST", "/api/transfers/" + transfer + "/documents/" + kind, body.toString());
    }

    private HttpResponse<String> sign(String who, String document) {
        var body = JSON.createObjectNode().put("username", who).put("password", DEMO_PASSWORD);
        return call(who, "POST", "/api/documents/" + document + "/sign", body.toString());
    }

    private byte[] file(String who, String document, String ending) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url("/api/documents/" + document + ending)))
                                .header("Authorization", basic(who, DEMO_PASSWORD))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private List<String> missing(String transfer) {
        return texts(
                ok(call("lead", "GET", "/api/transfers/" + transfer + "/gate", null))
                        .path("missing"),
                "what");
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }
}
