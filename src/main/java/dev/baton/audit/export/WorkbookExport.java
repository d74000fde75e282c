package dev.baton.audit.export;

import dev.baton.audit.EvidenceSheet;
import dev.baton.audit.ledger.Leaf;
import dev.baton.identity.Acting;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The export as a workbook that proves itself: overview, what the modules contribute, the trail, and the proof. */
@Component
class WorkbookExport implements FormWriter {

    private static final int TRAIL_ORDER = 200;

    private final List<EvidenceSheet> contributed;

    WorkbookExport(List<EvidenceSheet> contributed) {
        this.contributed = contributed.stream()
                .sorted(Comparator.comparingInt(EvidenceSheet::order))
                .toList();
    }

    @Override
    public ExportForm form() {
        return ExportForm.XLSX;
    }

    @Override
    public void write(ExportRun run, OutputStream out) throws IOException {
        try (var workbook = new EvidenceWorkbook(run.head(), out)) {
            var statement = run.reading(() -> content(run, workbook));
            workbook.prove(run.exported("statement", statement), run.notary());
        }
    }

    private String content(ExportRun run, EvidenceWorkbook workbook) {
        contributed.stream()
                .filter(sheet -> sheet.order() < TRAIL_ORDER)
                .forEach(sheet -> evidence(workbook, sheet, run.order()));
        workbook.trail();
        run.entries(run.count(), workbook::entry);
        contributed.stream()
                .filter(sheet -> sheet.order() >= TRAIL_ORDER)
                .forEach(sheet -> evidence(workbook, sheet, run.order()));
        return workbook.state(overview(run, workbook));
    }

    private static void evidence(EvidenceWorkbook workbook, EvidenceSheet sheet, ExportOrder order) {
        var picture =
                order.filters().isEmpty() ? sheet.picture(order.transfer()).orElse(null) : null;
        var rows = workbook.sheet(sheet.name(), sheet.columns(), picture);
        PickedRows.write(sheet, order.transfer(), order.filter(), row -> rows.add(readable(row)));
    }

    private static List<List<String>> overview(ExportRun run, EvidenceWorkbook workbook) {
        var actor = Acting.current();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Transfer id", run.order().transfer().toString()));
        run.facts().forEach((what, value) -> rows.add(List.of(what, value)));
        rows.add(List.of(
                "Exported by",
                actor.name() + " (" + actor.username() + "), " + actor.roleText() + ", " + actor.site()));
        rows.add(List.of("Exported at (UTC)", Leaf.moment(run.head().at())));
        rows.add(List.of("Zone of the exporting person", actor.zone().getId()));
        rows.add(List.of("Export id", run.head().export().toString()));
        rows.add(List.of("Filter", run.order().describedFilter()));
        if (!run.order().filters().isEmpty()) {
            rows.add(List.of(
                    "What the filter picks",
                    "Item, person and time pick rows on every sheet; a sheet that knows no such thing stays empty. The act "
                            + "picks entries of the audit trail."));
        }
        rows.add(List.of("Entries of the trail", String.valueOf(workbook.entries())));
        workbook.sheets()
                .forEach(sheet -> rows.add(List.of("Rows in " + sheet.name(), String.valueOf(sheet.rows() - 1))));
        rows.add(List.of(
                "How to read",
                "All times are UTC; Zone is the person's own time zone. Each row of the audit trail is one field of one "
                        + "act; the numbers grow with time and are never used twice."));
        rows.add(List.of(
                "How to check",
                "The sheet Proof covers every cell of every other sheet; it says at its top how to check it offline. The "
                        + "columns in small print at the end of each sheet belong to that."));
        rows.add(List.of(
                "Long texts",
                "A text that does not fit into one cell goes on in the shaded rows below it, which repeat only the "
                        + "first column; put the pieces together without anything between them."));
        rows.add(List.of(
                "Texts that look like formulas",
                "are marked as text and stand as they were entered; nothing is altered."));
        return rows;
    }

    private static List<@Nullable Object> readable(List<?> row) {
        var cells = new ArrayList<@Nullable Object>();
        for (var cell : row) {
            cells.add(cell instanceof Instant at ? at.toString() : cell);
        }
        return cells;
    }
}
