package dev.baton.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.Browser;
import dev.baton.support.MailCatcher;
import dev.baton.support.PlayedOverHttp;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Milestones, certificates that anybody can check, thanks with a picture, and stories of a step. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateIT extends PlayedOverHttp {

    private static final Duration SOON = Duration.ofSeconds(15);

    private String transfer = "";
    private String item = "";

    @BeforeAll
    void reachAMilestone() {
        transfer = startedTransfer("Certificates");
        item = tell(transfer, "expert1", "Half of the process");
        approve(item);
        await(() -> !certificates("expert1").isEmpty());
    }

    @Test
    void aMilestoneIsReachedOnceAndOnRecord() {
        var reached = ok(call("receiver1", "GET", "/api/transfers/" + transfer + "/milestones", null))
                .path("items");
        assertThat(StreamSupport.stream(reached.spliterator(), false)
                        .map(milestone -> milestone.path("measure").asText() + " " + milestone.path("percent")))
                .containsExactlyInAnyOrder("captured 40", "approved 40");
        assertThat(reader("receiver1")
                        .ask("GET", "/transfers/" + transfer, null)
                        .body())
                .contains("Four steps in ten are approved: 1 of 2.");
        await(() -> MailCatcher.to("receiver1@localhost").stream()
                .anyMatch(mail -> mail.text().contains("40 % of the steps of “Certificates” are approved.")
                        && mail.html().contains("40 % of the steps of “Certificates” are approved.")));
    }

    @Test
    void aStrangerChecksACodeAndLearnsWhoseItIsForWhatAndWhetherItHolds() {
        var certificate = certificates("expert1").get(0);
        assertThat(certificate.path("occasion").asText()).isEqualTo("approved-40");
        assertThat(certificate.at("/gave/authorship").asInt()).isEqualTo(1);
        var code = certificate.path("code").asText();
        assertThat(code).matches("([0-9A-Z]{5}-){5}[0-9A-Z]");
        assertThat(certificatesOf("receiver1", "expert1").get(0).path("code").isNull())
                .as("the code is its holder's")
                .isTrue();

        var typed = code.toLowerCase(java.util.Locale.ROOT).replace("-", "");
        var checked = ok(stranger("/verify/" + typed, "application/json"));
        assertThat(checked.path("valid").asBoolean()).isTrue();
        assertThat(checked.path("name").asText()).isEqualTo("Expert One");
        assertThat(checked.path("transfer").asText()).isEqualTo("Certificates");
        assertThat(checked.toString()).doesNotContain("Half of the process");
        var page = stranger("/verify/" + code, "text/html");
        assertThat(page.body()).contains("Valid", "Expert One", "four steps in ten were approved");
        assertThat(stranger("/verify/" + code.replace(code.charAt(0), code.charAt(0) == 'X' ? 'Y' : 'X'), "text/html")
                        .statusCode())
                .isEqualTo(404);

        var id = certificate.path("id").asText();
        var mine = reader("expert1");
        var pdf = mine.ask("GET", "/certificates/" + id + ".pdf", null);
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF-");
        assertThat(mine.ask("GET", "/certificates/" + id + ".docx", null).body())
                .startsWith("PK");
        assertThat(reader("receiver1")
                        .ask("GET", "/certificates/" + id + ".pdf", null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(mine.ask("POST", "/api/certificates/" + id + "/renew", null).statusCode())
                .isEqualTo(409);
    }

    @Test
    void whoTriesCodesIsStopped() {
        var answers = new java.util.TreeSet<Integer>();
        for (int i = 0; i < 25; i++) {
            answers.add(stranger("/verify/7Q2M4K9P0ZC3XW8RBT5N6HJD" + (10 + i), "application/json", "192.0.2.77")
                    .statusCode());
        }
        assertThat(answers).containsExactly(404, 429);
    }

    @Test
    void thanksGoToWhoeverHadAHandInItAndMayCarryAPicture() throws Exception {
        var thanked = multipart(
                "receiver2", "/api/items/" + item + "/thanks", "text", "This is our bench now.", "to", "receiver1");
        assertThat(thanked.statusCode()).as(thanked.body()).isEqualTo(201);
        assertThat(json(thanked).path("toName").asText()).isEqualTo("Receiver One");
        var file = json(thanked).at("/files/0/id").asText();
        var picture = send(HttpRequest.newBuilder(URI.create(url("/api/keepsakes/" + file)))
                .header("Authorization", basic("receiver1", DEMO_PASSWORD))
                .header("Range", "bytes=0-3")
                .build());
        assertThat(picture.statusCode()).isEqualTo(206);
        assertThat(picture.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        assertThat(call("receiver1", "GET", "/api/keepsakes/" + file + "/thumbnail", null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(call("receiver1", "POST", "/api/items/" + item + "/thanks", "{\"text\":\"Me\",\"to\":\"expert3\"}")
                        .statusCode())
                .as("expert3 had no hand in it")
                .isEqualTo(422);
        var own = call(
                "expert1", "POST", "/api/items/" + item + "/thanks", "{\"text\":\"Well read.\",\"to\":\"expert2\"}");
        assertThat(own.statusCode()).as("an author thanks a reviewer").isEqualTo(201);
    }

    @Test
    void aStoryIsToldTakenBackAndKeptByTheTrail() throws Exception {
        var step = firstStep(transfer);
        var told = multipart("expert1", "/api/steps/" + step + "/stories", "text", "It began with a flood.", "x", "");
        assertThat(told.statusCode()).as(told.body()).isEqualTo(201);
        var path = "/api/stories/" + json(told).path("id").asText() + "/take-back";
        assertThat(ok(call("receiver1", "GET", "/api/steps/" + step + "/stories", null))
                        .toString())
                .contains("It began with a flood.");
        assertThat(reader("receiver1").ask("GET", "/steps/" + step, null).body())
                .contains("It began with a flood.");
        assertThat(call("expert1", "POST", path, "{\"reason\":\" \"}").statusCode())
                .isEqualTo(422);
        assertThat(call("expert2", "POST", path, "{\"reason\":\"not mine\"}").statusCode())
                .isEqualTo(404);
        assertThat(call("expert1", "POST", path, "{\"reason\":\"Told twice\"}").statusCode())
                .isEqualTo(204);
        assertThat(ok(call("receiver1", "GET", "/api/steps/" + step + "/stories", null))
                        .path("items"))
                .isEmpty();
    }

    @Test
    void thanksAndStoriesMayBeHeardAndSeen() throws Exception {
        var film = HexFormat.of().parseHex("000000186674797069736f6d00000200" + "00".repeat(64));
        var thanked = multipart(
                "receiver2",
                "/api/items/" + item + "/thanks",
                "text",
                "See it turn.",
                "to",
                "expert1",
                "turn.mp4",
                film);
        assertThat(thanked.statusCode()).as(thanked.body()).isEqualTo(201);
        assertThat(json(thanked).at("/files/0/mediaType").asText()).isEqualTo("video/mp4");
        assertThat(reader("expert1").ask("GET", "/people/expert1", null).body()).contains("<video", "See it turn.");

        var step = firstStep(transfer);
        var voice = HexFormat.of().parseHex("524946462400000057415645666d7420" + "00".repeat(64));
        var told = multipart("expert1", "/api/steps/" + step + "/stories", "text", "", "x", "", "flood.wav", voice);
        assertThat(told.statusCode()).as(told.body()).isEqualTo(201);
        assertThat(reader("receiver1").ask("GET", "/steps/" + step, null).body())
                .contains("<audio");

        var program = multipart(
                "receiver2",
                "/api/items/" + item + "/thanks",
                "text",
                "Run it.",
                "to",
                "expert1",
                "turn.mp4",
                "<html>no film</html>".getBytes(StandardCharsets.UTF_8));
        assertThat(program.statusCode()).as("not what its name says").isEqualTo(422);
    }

    private Browser reader(String who) {
        return new Browser(url("")).login(who, DEMO_PASSWORD);
    }

    private List<JsonNode> certificates(String who) {
        return certificatesOf(who, who);
    }

    private List<JsonNode> certificatesOf(String reader, String person) {
        var page = ok(call(reader, "GET", "/api/people/" + person + "/certificates", null));
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(certificate -> certificate.path("transferId").asText().equals(transfer))
                .toList();
    }

    private HttpResponse<String> stranger(String path, String accept) {
        return stranger(path, accept, "192.0.2.1");
    }

    private HttpResponse<String> stranger(String path, String accept, String from) {
        return send(HttpRequest.newBuilder(URI.create(url(path)))
                .header("Accept", accept)
                .header("X-Forwarded-For", from)
                .build());
    }

    private HttpResponse<String> multipart(String who, String path, String a, String aValue, String b, String bValue)
            throws Exception {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(
                new java.awt.image.BufferedImage(40, 30, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", picture);
        return multipart(who, path, a, aValue, b, bValue, "bench.png", picture.toByteArray());
    }

    private HttpResponse<String> multipart(
            String who, String path, String a, String aValue, String b, String bValue, String name, byte[] file) {
        var body = new ByteArrayOutputStream();
        for (var field : List.of(List.of(a, aValue), List.of(b, bValue))) {
            body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + field.get(0) + "\"\r\n\r\n"
                            + field.get(1) + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", basic(who, DEMO_PASSWORD))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static void await(BooleanSupplier arrived) {
        var until = Instant.now().plus(SOON);
        while (!arrived.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(until);
            Thread.onSpinWait();
        }
    }
}
