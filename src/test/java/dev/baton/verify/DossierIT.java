package dev.baton.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.util.DefaultReportImpl;
import dev.baton.support.PlayedOverHttp;
import dev.baton.workbook.Archive;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** The book says what was learned and names nobody who does not want it; the dossier holds everything under one checkpoint. */
class DossierIT extends PlayedOverHttp {

    private final Path folder = Path.of("target", "books");

    @Test
    void whatWasLearnedBecomesABookAndTheWholeADossier() throws Exception {
        Files.createDirectories(folder);
        var transfer = startedTransfer("Made into a book");
        var pictured = begin(transfer, "expert1");
        var item = tellWithPicture(pictured);
        approve(item);
        var held = begin(transfer, "expert3");
        write("expert3", held, "Told in confidence", "no");
        ok(call("expert3", "POST", "/api/tasks/" + held + "/confidence", "{\"inConfidence\":true}"));
        var secret =
                signed(end("expert3", held, decision("submit"))).at("/items/0").asText();
        approve(secret);
        var unfinished = tell(transfer, "expert1", "Not approved by anybody");
        assertThat(call("receiver1", "POST", "/api/items/" + item + "/thanks", "{\"text\":\"I hear it now.\"}")
                        .statusCode())
                .isEqualTo(201);

        var paper = get("receiver1", "/api/transfers/" + transfer + "/handover-book.pdf");
        Files.write(folder.resolve("real.pdf"), paper);
        assertThat(Archive.complaints(folder.resolve("real.pdf"))).isEmpty();
        try (var document = Loader.loadPDF(paper)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains(
                            "Listen to the pump", "The tone falls by a third.", "I hear it now.", "Told in confidence")
                    .contains("Told by a colleague; version 1")
                    .doesNotContain(name("expert3"))
                    .doesNotContain("Not approved by anybody");
            assertThat(text).contains(name("expert1")).contains("In work: the hand-over is not accepted.");
            assertThat(unfinished).isNotEmpty();
        }
        var device = folder.resolve("real.epub");
        Files.write(device, get("lead", "/api/transfers/" + transfer + "/handover-book.epub"));
        var report = new DefaultReportImpl(device.toString());
        new EpubCheck(device.toFile(), report).check();
        assertThat(report.getFatalErrorCount() + report.getErrorCount()).isZero();

        show("transfers");
        try (var word = new XWPFDocument(new ByteArrayInputStream(
                        get("quality", "/api/transfers/" + transfer + "/handover-book.docx")));
                var text = new XWPFWordExtractor(word)) {
            assertThat(text.getText())
                    .as("who does not let everybody see it is named in no document")
                    .contains("Listen to the pump")
                    .doesNotContain(name("expert1"));
        } finally {
            show("everybody");
        }

        assertThat(ask("receiver1", "/api/transfers/" + transfer + "/dossier.zip")
                        .statusCode())
                .isEqualTo(403);
        var files = unzip(get("quality", "/api/transfers/" + transfer + "/dossier.zip"));
        assertThat(files.keySet())
                .contains(
                        "dossier/trail/audit-trail.xlsx",
                        "dossier/trail/audit-trail.jsonl",
                        "dossier/trail/audit-trail.pdf",
                        "dossier/book/handover-book.docx",
                        "dossier/book/handover-book.pdf",
                        "dossier/book/handover-book.epub",
                        "dossier/verify/BatonVerify.java",
                        "dossier/verify/baton-verify.html",
                        "dossier/README.md",
                        "dossier/checkpoint.json",
                        "dossier/manifest.json")
                .anyMatch(file -> file.startsWith("dossier/files/" + item) && file.endsWith("line.png"));
        proves(files);
        listsEachFile(files);
        carriesOneCheckpoint(files);
        var manifest = sha256(files.get("dossier/manifest.json"));
        assertThat(call("quality", "GET", "/api/transfers/" + transfer + "/audit-trail?act=exported", null)
                        .body())
                .as("the manifest is entered in the trail")
                .contains(manifest);
        assertThat(text(files.get("dossier/trail/audit-trail.pdf"))).contains("In work");
    }

    @Test
    void anExpertTellsBeforeTheyReadTheBook() throws Exception {
        var transfer = startedTransfer("Own voice before the book");
        approve(tell(transfer, "expert1", "What a colleague told"));
        var early = ask("expert3", "/api/transfers/" + transfer + "/handover-book.pdf");
        assertThat(early.statusCode()).isEqualTo(403);
    }

    private static void proves(Map<String, byte[]> files) throws IOException {
        var workbook = Files.createTempFile("dossier", ".xlsx");
        try {
            Files.write(workbook, files.get("dossier/trail/audit-trail.xlsx"));
            var answer = new JavaVerifier().verify(workbook, null);
            assertThat(answer.status()).as(String.join("\n", answer.lines())).isZero();
        } finally {
            Files.delete(workbook);
        }
    }

    private static void listsEachFile(Map<String, byte[]> files) throws IOException {
        var listed = JSON.readTree(files.get("dossier/manifest.json")).path("files");
        assertThat(listed).hasSize(files.size() - 1);
        files.forEach((name, bytes) -> {
            if (!name.endsWith("manifest.json")) {
                assertThat(listed.path(name.substring("dossier/".length())).asText())
                        .as(name)
                        .isEqualTo(sha256(bytes));
            }
        });
    }

    private static void carriesOneCheckpoint(Map<String, byte[]> files) throws IOException {
        var root = JSON.readTree(files.get("dossier/checkpoint.json"))
                .path("rootHash")
                .asText();
        assertThat(root).hasSize(64);
        var lines = new String(files.get("dossier/trail/audit-trail.jsonl"), StandardCharsets.UTF_8);
        assertThat(lines.substring(lines.lastIndexOf("\n", lines.length() - 2))).contains(root);
        assertThat(text(files.get("dossier/trail/audit-trail.pdf"))).contains(root);
        assertThat(text(files.get("dossier/book/handover-book.pdf"))).contains(root);
        try (var workbook = new org.apache.poi.xssf.usermodel.XSSFWorkbook(
                new ByteArrayInputStream(files.get("dossier/trail/audit-trail.xlsx")))) {
            var proof = workbook.getSheet("Proof");
            var said = new StringBuilder();
            proof.forEach(row -> row.forEach(cell -> said.append(cell).append('\n')));
            assertThat(said).contains(root);
        }
    }

    private String tellWithPicture(String task) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB), "png", png);
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"line.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(png.toByteArray());
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        var kept = send(HttpRequest.newBuilder(URI.create(url("/api/tasks/" + task + "/files")))
                .header("Authorization", basic("expert1", DEMO_PASSWORD))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        var draft = JSON.createObjectNode()
                .put("version", open("expert1", task).path("version").asLong());
        draft.putArray("items")
                .addObject()
                .put("title", "Listen to the pump")
                .put("kind", "sensory-cue")
                .put("whatIsDone", "I listen until it rattles.")
                .put("why", "The line holds pressure, whatever the gauge says.")
                .put("cue", "The tone falls by a third.")
                .put("sense", "sound")
                .put("outsideRange", "no")
                .putArray("files")
                .add(json(kept).path("fileId").asText());
        ok(call("expert1", "PUT", "/api/tasks/" + task + "/draft", draft.toString()));
        return signed(end("expert1", task, decision("submit"))).at("/items/0").asText();
    }

    private void show(String toWhom) {
        assertThat(call("expert1", "PUT", "/api/me/visibility", "{\"visibility\":\"" + toWhom + "\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    private String name(String username) {
        return ok(call(username, "GET", "/api/me", null)).path("name").asText();
    }

    private HttpResponse<byte[]> ask(String who, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url(path)))
                                .header("Authorization", basic(who, passwordOf(who)))
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    private byte[] get(String who, String path) throws IOException, InterruptedException {
        var answer = ask(who, path);
        assertThat(answer.statusCode())
                .as(path + " "
                        + new String(answer.body(), StandardCharsets.UTF_8)
                                .lines()
                                .limit(3)
                                .collect(Collectors.joining()))
                .isEqualTo(200);
        return answer.body();
    }

    private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s*\n\\s*", "");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
