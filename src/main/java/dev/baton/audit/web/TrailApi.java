package dev.baton.audit.web;

import dev.baton.Page;
import dev.baton.audit.TrailReader;
import dev.baton.audit.TrailRow;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail of a transfer over the API: by pages, oldest first. */
@RestController
@RequestMapping("/api/transfers/{id}")
class TrailApi {

    private final TrailReader reader;

    TrailApi(TrailReader reader) {
        this.reader = reader;
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
            @ParameterObject AskedFilter asked,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
        Page.requireLimit(limit);
        return reader.page(UUID.fromString(id), asked.read(), after, limit).map(EntryJson::of);
    }
}
