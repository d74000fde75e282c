package dev.baton.audit.web;

import dev.baton.audit.TrailFilter;
import dev.baton.audit.export.ExportForm;
import dev.baton.audit.export.ExportView;
import dev.baton.audit.export.Exports;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Taking a trail out over the API: at once as a file, or as a job whose file is fetched when it is done. */
@RestController
class ExportApi {

    private final Exports exports;

    ExportApi(Exports exports) {
        this.exports = exports;
    }

    /** The name of what was asked for. */
    record Asked(UUID id) {}

    /** How far an export is; {@code fault} is the key of a sentence. */
    record ExportJson(
            UUID id,
            UUID transferId,
            String form,
            String state,
            long rows,
            @Nullable Long of,
            @Nullable String fault,
            Instant askedAt,
            @Nullable Instant expiresAt) {

        static ExportJson of(ExportView view) {
            return new ExportJson(
                    view.id(),
                    view.transfer(),
                    view.form().code(),
                    view.state(),
                    view.rows(),
                    view.of(),
                    view.fault(),
                    view.askedAt(),
                    view.expiresAt());
        }
    }

    @GetMapping("/api/transfers/{id}/audit-trail.xlsx")
    void workbook(@PathVariable String id, @ParameterObject AskedFilter asked, HttpServletResponse response)
            throws IOException {
        exports.now(UUID.fromString(id), asked.read(), ExportForm.XLSX, new Download(response));
    }

    @GetMapping("/api/transfers/{id}/audit-trail.jsonl")
    void lines(@PathVariable String id, @ParameterObject AskedFilter asked, HttpServletResponse response)
            throws IOException {
        exports.now(UUID.fromString(id), asked.read(), ExportForm.JSONL, new Download(response));
    }

    @GetMapping("/api/transfers/{id}/audit-trail.pdf")
    void paper(@PathVariable String id, @ParameterObject AskedFilter asked, HttpServletResponse response)
            throws IOException {
        exports.now(UUID.fromString(id), asked.read(), ExportForm.PDF, new Download(response));
    }

    @GetMapping("/api/transfers/{id}/dossier.zip")
    void dossier(@PathVariable String id, HttpServletResponse response) throws IOException {
        exports.now(UUID.fromString(id), TrailFilter.NONE, ExportForm.ZIP, new Download(response));
    }

    @PostMapping("/api/transfers/{id}/exports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Asked ask(
            @PathVariable String id,
            @ParameterObject AskedFilter asked,
            @RequestParam(defaultValue = "xlsx") String form) {
        return new Asked(exports.ask(UUID.fromString(id), asked.read(), ExportForm.of(form)));
    }

    @GetMapping("/api/exports/{id}")
    ExportJson state(@PathVariable String id) {
        return ExportJson.of(exports.view(UUID.fromString(id)));
    }

    @DeleteMapping("/api/exports/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String id) {
        exports.cancel(UUID.fromString(id));
    }

    @GetMapping("/api/exports/{id}/file")
    void file(@PathVariable String id, HttpServletResponse response) throws IOException {
        exports.fetch(UUID.fromString(id), new Download(response));
    }
}
