package dev.baton.audit;

import dev.baton.identity.Acting;
import dev.baton.workbook.SheetColumn;
import dev.baton.workbook.SheetWriter;
import dev.baton.workbook.WrittenSheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The door through which a transfer's trail leaves as an Excel workbook, straight from a database cursor. */
@Service
public class TrailExport {

    private static final int TRAIL_ORDER = 200;
    private static final int ROWS_AT_ONCE = 1_000;
    private static final String TRAIL_SHEET = "Audit trail";
    private static final Set<String> LONG_TEXTS =
            Set.of("Old value", "New value", "Reason", "Record", "Comment", "Content hash", "Title");
    private static final List<String> COLUMNS = List.of(
            "No.",
            "At (UTC)",
            "Zone",
            "Person",
            "User name",
            "Role",
            "Site",
            "Act",
            "Record",
            "Version",
            "Field",
            "Old value",
            "New value",
            "Reason",
            "Address");

    private final JdbcTemplate jdbc;
    private final TrailAccess access;
    private final List<EvidenceSheet> contributed;
    private final AuditTrail trail;
    private final Clock clock;

    TrailExport(JdbcTemplate jdbc, TrailAccess access, List<EvidenceSheet> contributed, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.contributed = contributed.stream()
                .sorted(Comparator.comparingInt(EvidenceSheet::order))
                .toList();
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Writes the workbook as of one moment in the database, and an entry that this was done; quality and auditors only.
     *
     * @return the file, which the caller closes
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public TrailFile export(UUID transfer, TrailFilter filter) {
        access.requireExport(transfer);
        try {
            var path = Files.createTempFile("baton-trail", ".xlsx");
            try {
                var rows = write(transfer, filter, path);
                recordExport(transfer, filter, rows);
                return new TrailFile(path, "audit-trail-" + transfer + ".xlsx");
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long write(UUID transfer, TrailFilter filter, Path path) throws IOException {
        try (var workbook = new SheetWriter();
                var out = Files.newOutputStream(path)) {
            var overview = workbook.sheet("Overview", List.of(new SheetColumn("What", 28), SheetColumn.text("Value")));
            var counts = new LinkedHashMap<String, WrittenSheet>();
            contributed.stream()
                    .filter(sheet -> sheet.order() < TRAIL_ORDER)
                    .forEach(sheet -> counts.put(sheet.name(), evidence(workbook, sheet, transfer)));
            var entries = workbook.sheet(TRAIL_SHEET, columns(COLUMNS));
            counts.put(TRAIL_SHEET, entries);
            writeEntries(transfer, filter, entries);
            contributed.stream()
                    .filter(sheet -> sheet.order() >= TRAIL_ORDER)
                    .forEach(sheet -> counts.put(sheet.name(), evidence(workbook, sheet, transfer)));
            writeOverview(overview, transfer, filter, counts);
            workbook.writeTo(out);
            return entries.rows();
        }
    }

    private static WrittenSheet evidence(SheetWriter workbook, EvidenceSheet sheet, UUID transfer) {
        var written = workbook.sheet(sheet.name(), columns(sheet.columns()));
        sheet.write(transfer, row -> written.row(readable(row)));
        return written;
    }

    private void writeEntries(UUID transfer, TrailFilter filter, WrittenSheet sheet) {
        var query = new TrailQuery(transfer, access.people(transfer), filter);
        var rows = TrailQuery.rows(access.withheld(transfer));
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(query.select("order by no"));
                    statement.setFetchSize(ROWS_AT_ONCE);
                    var values = query.values();
                    for (int i = 0; i < values.length; i++) {
                        statement.setObject(i + 1, values[i]);
                    }
                    return statement;
                },
                result -> {
                    sheet.row(cells(java.util.Objects.requireNonNull(rows.mapRow(result, 0))));
                });
    }

    private static List<? extends @Nullable Object> cells(TrailRow row) {
        return readable(Arrays.asList(
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
                row.unit() == null || row.field() == null ? row.field() : row.field() + " (" + row.unit() + ")",
                row.oldValue(),
                row.newValue(),
                row.reason(),
                row.address()));
    }

    private void writeOverview(
            WrittenSheet overview, UUID transfer, TrailFilter filter, Map<String, WrittenSheet> counts) {
        var actor = Acting.current();
        overview.row(List.of("Transfer id", transfer.toString()));
        access.facts(transfer).forEach((what, value) -> overview.row(List.of(what, value)));
        overview.row(List.of(
                "Exported by",
                actor.name() + " (" + actor.username() + "), " + actor.roleText() + ", " + actor.site()));
        overview.row(List.of("Exported at (UTC)", utc(clock.instant())));
        overview.row(List.of("Zone of the exporting person", actor.zone().getId()));
        overview.row(List.of("Filter", describe(filter)));
        counts.forEach((name, sheet) -> {
            overview.row(List.of("Entries in " + name, sheet.rows()));
            if (sheet.continuedRows() > 0) {
                overview.row(List.of("Continuation rows in " + name, sheet.continuedRows()));
            }
        });
        overview.row(List.of(
                "How to read",
                "All times are UTC; Zone is the person's own time zone. Each row of the audit trail is one field of one "
                        + "act; the numbers grow with time and are never used twice."));
        overview.row(List.of(
                "Long texts",
                "A text that does not fit into one cell goes on in the shaded rows below it, which repeat only the "
                        + "first column; put the pieces together without anything between them."));
        overview.row(List.of(
                "Texts that look like formulas",
                "are marked as text and stand as they were entered; nothing is altered."));
    }

    private void recordExport(UUID transfer, TrailFilter filter, long rows) {
        var name = access.facts(transfer).values().stream().findFirst().orElse(transfer.toString());
        trail.record(
                "exported",
                new TrailRef("transfer", transfer.toString(), name, transfer, null, null),
                List.of(FieldChange.set("filter", describe(filter)), FieldChange.set("entries", String.valueOf(rows))));
    }

    private static String describe(TrailFilter filter) {
        var parts = new ArrayList<String>();
        add(parts, "person", filter.person());
        add(parts, "from", filter.from());
        add(parts, "to", filter.to());
        add(parts, "item", filter.item());
        add(parts, "act", filter.act());
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    private static void add(List<String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + " " + value);
        }
    }

    private static List<SheetColumn> columns(List<String> headings) {
        return headings.stream()
                .map(heading -> LONG_TEXTS.contains(heading)
                        ? SheetColumn.text(heading)
                        : heading.contains("UTC") ? new SheetColumn(heading, 26) : SheetColumn.of(heading))
                .toList();
    }

    private static List<? extends @Nullable Object> readable(List<? extends @Nullable Object> row) {
        var cells = new ArrayList<@Nullable Object>();
        for (var cell : row) {
            cells.add(cell instanceof Instant at ? utc(at) : cell);
        }
        return cells;
    }

    private static String utc(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
