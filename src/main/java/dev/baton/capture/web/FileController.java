package dev.baton.capture.web;

import dev.baton.capture.Evidence;
import dev.baton.capture.FileId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Evidence files: downloads, whole or one range at a time, that no browser takes for a page of ours. */
@RestController
@RequestMapping("/api/files")
@Tag(name = "Files")
class FileController {

    private static final int BLOCK = 64 * 1024;

    private final Evidence evidence;

    FileController(Evidence evidence) {
        this.evidence = evidence;
    }

    @GetMapping("/{id}")
    @Operation(summary = "The bytes of a file; inline=1 shows pictures, sound, film and PDF in place")
    void file(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") String inline,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var ranges = ranges(request);
        var stored = ranges.isEmpty() ? evidence.read(FileId.of(id)) : evidence.readPart(FileId.of(id));
        var file = stored.file();
        var shown = inline.equals("1") && stored.mayShowInline();
        var disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        var etag = '"' + file.sha256() + '"';
        guard(response, file.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        response.setHeader(HttpHeaders.ETAG, etag);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        var part = part(ranges, request.getHeader(HttpHeaders.IF_RANGE), etag, file.size());
        if (part == null) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
            response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
            return;
        }
        if (part.isRange()) {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(
                    HttpHeaders.CONTENT_RANGE,
                    "bytes " + part.first() + "-" + (part.first() + part.length() - 1) + "/" + file.size());
        }
        response.setContentLengthLong(part.length());
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        var block = new byte[BLOCK];
        try (var bytes = stored.bytes(part.first(), part.length())) {
            var out = response.getOutputStream();
            for (int n = bytes.read(block); n >= 0; n = bytes.read(block)) {
                out.write(block, 0, n);
            }
        }
    }

    @GetMapping("/{id}/thumbnail")
    @Operation(summary = "A small picture (JPEG) of a picture; 404 for every other kind of file")
    void thumbnail(@PathVariable String id, HttpServletResponse response) throws IOException {
        var small = evidence.thumbnail(FileId.of(id));
        guard(response, "image/jpeg");
        response.setContentLengthLong(Files.size(small));
        Files.copy(small, response.getOutputStream());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a file out of a draft; a submitted one stays")
    void remove(@PathVariable String id) {
        evidence.remove(FileId.of(id));
    }

    private static void guard(HttpServletResponse response, String mediaType) {
        response.setContentType(mediaType);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'self'");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    private record Part(long first, long length, boolean isRange) {}

    /** What to send: everything, or one range of it; null when the range lies outside. */
    private static @Nullable Part part(List<HttpRange> ranges, @Nullable String ifRange, String etag, long size) {
        // Several ranges at once may be answered with the whole (RFC 9110, 14.2); so may a range of another version.
        if (ranges.size() != 1 || (ifRange != null && !ifRange.equals(etag))) {
            return new Part(0, size, false);
        }
        try {
            var first = ranges.get(0).getRangeStart(size);
            var last = ranges.get(0).getRangeEnd(size);
            return first >= size || last < first ? null : new Part(first, last - first + 1, true);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A header that cannot be read is as good as none (RFC 9110, 14.2). */
    private static List<HttpRange> ranges(HttpServletRequest request) {
        try {
            return HttpRange.parseRanges(request.getHeader(HttpHeaders.RANGE));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
