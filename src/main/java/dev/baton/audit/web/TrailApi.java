package dev.baton.audit.web;

import dev.baton.Page;
import dev.baton.audit.TrailExport;
import dev.baton.audit.TrailFilter;
import dev.baton.audit.TrailReader;
import dev.baton.audit.TrailRequestUnreadable;
import dev.baton.audit.TrailRow;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail of a transfer over the API: by pages, oldest first, and as an Excel workbook. */
@RestController
@RequestMapping("/api/transfers/{id}")
class TrailApi {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final TrailReader reader;
    private final TrailExport export;

    TrailApi(TrailReader reader, TrailExport export) {
        this.reader = reader;
        this.export = export;
    }

    /** An entry in JSON, with the columns of the workbook's sheet. */
    record EntryJson(
            long no,
            Instant atUtc,
            String zone,
            String person,
            String userName,
            String role,
            String site,
            String act,
            String record,
            @Nullable Integer version,
            @Nullable String field,
            @Nullable String oldValue,
            @Nullable String newValue,
            @Nullable String reason,
            @Nullable String address) {

        static EntryJson of(TrailRow row) {
            return new EntryJson(
                    row.no(),
                    row.at(),
                    row.zone(),
                    row.person(),
                    row.username(),
                    row.role(),
                    row.site(),
                    row.act(),
                    row.record(),
                    row.version(),
                    row.field(),
                    row.oldValue(),
                    row.newValue(),
                    row.reason(),
                    row.address());
        }
    }

    @GetMapping("/audit-trail")
    Page<EntryJson> page(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
        Page.requireLimit(limit);
        return reader.page(UUID.fromString(id), filter(person, from, to, item, act), after, limit)
                .map(EntryJson::of);
    }

    @GetMapping("/audit-trail.xlsx")
    void workbook(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String act,
            HttpServletResponse response)
            throws IOException {
        try (var file = export.export(UUID.fromString(id), filter(person, from, to, item, act))) {
            response.setContentType(XLSX);
            response.setContentLengthLong(Files.size(file.path()));
            response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
            response.setHeader("Cache-Control", "no-store");
            Files.copy(file.path(), response.getOutputStream());
        }
    }

    private static TrailFilter filter(
            @Nullable String person,
            @Nullable String from,
            @Nullable String to,
            @Nullable String item,
            @Nullable String act) {
        return new TrailFilter(given(person), moment("from", from), moment("to", to), item(given(item)), given(act));
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static @Nullable UUID item(@Nullable String item) {
        try {
            return item == null ? null : UUID.fromString(item);
        } catch (IllegalArgumentException e) {
            throw new TrailRequestUnreadable("item");
        }
    }

    /** A moment with its offset, or a day, which begins at midnight UTC. */
    private static @Nullable Instant moment(String where, @Nullable String text) {
        var value = given(text);
        if (value == null) {
            return null;
        }
        try {
            return value.indexOf('T') < 0
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new TrailRequestUnreadable(where);
        }
    }
}
