package dev.baton.recognition.web;

import dev.baton.capture.FileView;
import dev.baton.recognition.ReadKeepsakes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pictures and recordings that go with words: whole or in a range, and never taken for a page of ours. */
@RestController
@RequestMapping("/api/keepsakes")
class KeepsakeController {

    private final ReadKeepsakes keepsakes;

    KeepsakeController(ReadKeepsakes keepsakes) {
        this.keepsakes = keepsakes;
    }

    /** The picture or the recording. */
    @GetMapping("/{keepsakeId}")
    ResponseEntity<Resource> file(@PathVariable String keepsakeId) {
        var file = keepsakes.require(UUID.fromString(keepsakeId));
        return guarded(file, file.mediaType()).body(new Bytes(keepsakes, file));
    }

    /** A small picture of a picture; 404 for every other kind. */
    @GetMapping("/{keepsakeId}/thumbnail")
    ResponseEntity<Resource> thumbnail(@PathVariable String keepsakeId) {
        var file = keepsakes.require(UUID.fromString(keepsakeId));
        return guarded(file, "image/jpeg").body(new FileSystemResource(keepsakes.thumbnail(file)));
    }

    private static ResponseEntity.BodyBuilder guarded(FileView file, String mediaType) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'self'")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** Bytes on the shelf, read anew whenever they are asked for. */
    private static final class Bytes extends AbstractResource {

        private final ReadKeepsakes keepsakes;
        private final FileView file;

        Bytes(ReadKeepsakes keepsakes, FileView file) {
            this.keepsakes = keepsakes;
            this.file = file;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return keepsakes.bytes(file, 0, file.size());
        }

        @Override
        public long contentLength() {
            return file.size();
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public String getDescription() {
            return file.name();
        }
    }
}
