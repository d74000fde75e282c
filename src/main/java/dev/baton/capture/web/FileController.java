package dev.baton.capture.web;

import dev.baton.capture.Evidence;
import dev.baton.capture.FileId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Evidence files: downloads, whole or in ranges, that no browser takes for a page of ours. */
@RestController
@RequestMapping("/api/files")
@Tag(name = "Files")
class FileController {

    private final Evidence evidence;

    FileController(Evidence evidence) {
        this.evidence = evidence;
    }

    @GetMapping("/{id}")
    @Operation(summary = "The bytes of a file; inline=1 shows pictures, sound, film and PDF in place")
    ResponseEntity<Resource> file(@PathVariable String id, @RequestParam(defaultValue = "0") String inline) {
        var stored = evidence.read(FileId.of(id));
        var shown = inline.equals("1") && stored.mayShowInline();
        var disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(stored.file().name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(stored.file().mediaType()))
                .cacheControl(CacheControl.noStore())
                .eTag(stored.file().sha256())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'self'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(new FileSystemResource(stored.bytes()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a file out of a draft; a submitted one stays")
    void remove(@PathVariable String id) {
        evidence.remove(FileId.of(id));
    }
}
