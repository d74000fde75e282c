package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.capture.store.LocalStore;
import dev.baton.support.RunningBaton;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Vector;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Evidence over HTTP: large films, parts of them, small pictures, and bytes that somebody changed. */
class FilesIT extends RunningBaton {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] FILM_HEAD =
            "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom".getBytes(StandardCharsets.ISO_8859_1);
    private static final long FILM = 64L * 1024 * 1024;

    @Autowired
    FilesSettings settings;

    private String task;

    @BeforeEach
    void beginCapture() throws IOException {
        var transfers = JSON.readTree(
                call("lead", "GET", "/api/transfers?limit=200", null).body());
        var transfer = StreamSupport.stream(transfers.path("items").spliterator(), false)
                .filter(each -> each.path("name").asText().startsWith("LAIV bulk and fill"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        var step = JSON.readTree(call("lead", "GET", "/api/transfers/" + transfer + "/steps?limit=1", null)
                        .body())
                .at("/items/0/id")
                .asText();
        task = JSON.readTree(call("expert1", "POST", "/api/steps/" + step + "/capture-tasks", "{}")
                        .body())
                .path("taskId")
                .asText();
    }

    @Test
    void aFilmComesInAndPlaysFromTheMiddle() throws IOException {
        var film = uploaded("film.mp4", film());
        assertThat(film.path("size").asLong()).isEqualTo(FILM);
        assertThat(leftOvers()).isEmpty();
        var id = film.path("fileId").asText();

        var part = get(id, "Range", "bytes=1000000-1000003");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 1000000-1000003/" + FILM);
        assertThat(header(part, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(part, "Content-Security-Policy")).startsWith("sandbox");
        var etag = header(part, "ETag");
        assertThat(get(id, "Range", "bytes=0-9", "If-Range", etag).statusCode()).isEqualTo(206);
        assertThat(get(id, "Range", "bytes=" + FILM + "-").statusCode()).isEqualTo(416);
        var last = get(id, "Range", "bytes=-5");
        assertThat(header(last, "Content-Range")).isEqualTo("bytes " + (FILM - 5) + "-" + (FILM - 1) + "/" + FILM);
        var other = get(id, "Range", "bytes=0-9", "If-Range", "\"another\"");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(header(other, "Content-Length")).isEqualTo(String.valueOf(FILM));
    }

    @Test
    void aChangedByteIsNeverHandedOutWholeOrInParts() throws IOException {
        var file = uploaded("note.txt", bytes("what I saw " + task));
        var id = file.path("fileId").asText();
        assertThat(get(id, "Range", "bytes=0-3").statusCode()).isEqualTo(206);
        var place = new LocalStore(settings.directory().toAbsolutePath())
                .place(file.path("sha256").asText());
        Files.writeString(place, "W", StandardOpenOption.WRITE);
        assertThat(get(id, "Range", "bytes=0-3").statusCode()).isEqualTo(409);
        assertThat(get(id).statusCode()).isEqualTo(409);
    }

    @Test
    void aPictureHasASmallOneAndATextHasNone() throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB), "png", picture);
        var id = uploaded("valve.png", new ByteArrayInputStream(picture.toByteArray()))
                .path("fileId")
                .asText();
        var small = call("expert1", "GET", "/api/files/" + id + "/thumbnail", null);
        assertThat(small.statusCode()).isEqualTo(200);
        assertThat(header(small, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(call("expert2", "GET", "/api/files/" + id + "/thumbnail", null)
                        .statusCode())
                .isEqualTo(404);
        var text = uploaded("note.txt", bytes("words"));
        assertThat(call("expert1", "GET", "/api/files/" + text.path("fileId").asText() + "/thumbnail", null)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void documentsStayAtTwentyFiveMegabytesAndRefusedUploadsLeaveNothing() throws IOException {
        var tooLarge = upload("expert1", "report.txt", new LargeFileTests.Generated(26L * 1024 * 1024));
        assertThat(tooLarge.statusCode()).isEqualTo(422);
        var noFilm = upload("expert1", "film.mp4", bytes("this is no film at all"));
        assertThat(noFilm.statusCode()).isEqualTo(422);
        assertThat(leftOvers()).isEmpty();
    }

    @Test
    void aStrangersLargeUploadIsTurnedAwayBeforeItIsRead() {
        var request = HttpRequest.newBuilder(URI.create(url("/api/tasks/" + task + "/files")))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofInputStream(() -> new LargeFileTests.Generated(64)))
                .build();
        assertThat(send(request).statusCode()).isEqualTo(422);
    }

    private List<Path> leftOvers() throws IOException {
        var directory = settings.directory().toAbsolutePath();
        try (var incoming = Files.list(directory);
                var parts = Files.list(directory.resolve(".uploads"))) {
            var left = new Vector<Path>();
            incoming.filter(file -> file.getFileName().toString().startsWith(".incoming"))
                    .forEach(left::add);
            parts.forEach(left::add);
            return left;
        }
    }

    private JsonNode uploaded(String name, InputStream bytes) throws IOException {
        var answer = upload("expert1", name, bytes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> upload(String who, String name, InputStream bytes) {
        var parts = new Vector<InputStream>();
        parts.add(bytes("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        parts.add(bytes);
        parts.add(bytes("\r\n--x--\r\n"));
        return send(HttpRequest.newBuilder(URI.create(url("/api/tasks/" + task + "/files")))
                .header("Authorization", basic(who, DEMO_PASSWORD))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofInputStream(() -> new SequenceInputStream(parts.elements())))
                .build());
    }

    private HttpResponse<String> get(String id, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url("/api/files/" + id)))
                .header("Authorization", basic("expert1", DEMO_PASSWORD));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static InputStream film() {
        return new SequenceInputStream(
                new ByteArrayInputStream(FILM_HEAD), new LargeFileTests.Generated(FILM - FILM_HEAD.length));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
