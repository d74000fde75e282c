package dev.baton.audit.export;

import dev.baton.audit.TrailFilter;
import dev.baton.audit.export.SealedTrail.Range;
import dev.baton.audit.ledger.Leaf;
import dev.baton.audit.ledger.LedgerEntry;
import dev.baton.workbook.SheetColumn;
import dev.baton.workbook.WorkbookStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The product's own export of a transfer's trail, from the database into a file, for measuring. */
public final class BenchedExport {

    private static final List<String> HEADINGS = List.of(
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

    private final SealedTrail trail;
    private final TransactionTemplate reading;
    private final Range range;
    private final UUID transfer;

    /** Reads from tables {@code audit_entry} and {@code ledger_leaf}, on a connection that is open, as from a pool. */
    @SuppressWarnings("NullAway")
    public BenchedExport(DataSource database, UUID transfer) throws SQLException {
        var source = new SingleConnectionDataSource(database.getConnection(), true);
        this.trail = new LedgerTrail(new JdbcTemplate(source), null);
        this.reading = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.transfer = transfer;
        this.range = new Range(transfer, Set.of("nobody"), TrailFilter.NONE, Set.of(), Long.MAX_VALUE);
    }

    /** The sheet of the trail alone, in a plain workbook. */
    public void trailAlone(Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                var workbook = new WorkbookStream(out, "Trail")) {
            var sheet = workbook.sheet(
                    "Audit trail", HEADINGS.stream().map(SheetColumn::of).toList());
            reading.executeWithoutResult(status -> trail.entries(range, entry -> sheet.row(cells(entry))));
            workbook.finish();
        }
    }

    /** The whole workbook with its proof, against a ledger that has just these leaves. */
    public void withProof(Path file) throws IOException {
        var ledger = new SampleLedger(UUID.randomUUID());
        var head = new ExportHead(
                UUID.randomUUID(), ledger.id(), transfer, new TreeMap<>(), Instant.parse("2026-03-01T00:00:00Z"), "x");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                var workbook = new EvidenceWorkbook(head, out)) {
            workbook.trail();
            reading.executeWithoutResult(status -> trail.entries(range, workbook::entry));
            workbook.state(List.of(List.of("Transfer", transfer.toString())));
            workbook.prove(lastOf(workbook.entries()), new NoTree());
        }
    }

    /** The cells of the first rows, to be written again and again by others. */
    public List<Object[]> someCells(int most) {
        var rows = new ArrayList<Object[]>();
        reading.executeWithoutResult(status -> trail.entries(range, entry -> {
            if (rows.size() < most) {
                rows.add(cells(entry).toArray());
            }
        }));
        return rows;
    }

    private static List<Object> cells(SealedEntry sealed) {
        var e = sealed.entry();
        return Arrays.asList(
                e.no(),
                Leaf.moment(e.at()),
                e.zone(),
                e.person(),
                e.username(),
                e.role(),
                e.site(),
                e.act(),
                e.record(),
                e.version(),
                sealed.shownField(),
                sealed.shownOld(),
                sealed.shownNew(),
                e.reason(),
                e.address());
    }

    private SealedEntry lastOf(long index) {
        var entry = new LedgerEntry(
                index + 1,
                1,
                OffsetDateTime.parse("2026-03-01T00:00:00Z"),
                "UTC",
                "a",
                "a",
                "a",
                "a",
                "exported",
                "export",
                "x",
                "x",
                transfer,
                1L,
                null,
                null,
                "statement",
                null,
                "x",
                null,
                null,
                null,
                null,
                UUID.randomUUID(),
                UUID.randomUUID());
        return new SealedEntry(index, "00".repeat(32), entry, false);
    }

    /** A ledger of which everything is known. */
    private static final class NoTree implements Notary {

        @Override
        public SignedState covering(long index) {
            return new SignedState(index + 1, "{}", "", "", "");
        }

        @Override
        public Subtrees tree() {
            return (from, to) -> new byte[32];
        }
    }
}
