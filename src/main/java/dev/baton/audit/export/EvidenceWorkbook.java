package dev.baton.audit.export;

import dev.baton.audit.ledger.Leaf;
import dev.baton.workbook.LastSheet;
import dev.baton.workbook.SheetColumn;
import dev.baton.workbook.SheetPicture;
import dev.baton.workbook.SheetSeal;
import dev.baton.workbook.SheetStream;
import dev.baton.workbook.WorkbookStream;
import dev.baton.workbook.WrittenPart;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The workbook that proves itself, as section 3 of {@code docs/evidence-format.md} describes it. Knows neither database
 * nor server: sheets and sealed entries in, file out. The calls come in the order of the methods below.
 */
public final class EvidenceWorkbook implements AutoCloseable {

    /** The sheet of the trail. */
    public static final String TRAIL = "Audit trail";

    /** The first sheet. */
    public static final String OVERVIEW = "Overview";

    /** What the format is called in the proof. */
    static final String FORMAT = "baton-evidence/2";

    private static final String PROOF = "Proof";

    /** Hashes of subtrees in one cell of the proof. */
    private static final int HASHES_IN_A_CELL = 500;

    private static final List<SheetColumn> TRAIL_COLUMNS = Stream.concat(
                    Columns.of(List.of(
                                    "No.",
                                    "At (UTC)",
                                    "Zone",
                                    "Person",
                                    "User name",
                                    "Role",
                                    "Site",
                                    "Act",
                                    "Record",
                                    "Record type",
                                    "Record id",
                                    "Version",
                                    "Field",
                                    "Unit",
                                    "Old value",
                                    "New value",
                                    "Reason",
                                    "Address",
                                    "At (date)"))
                            .stream(),
                    Stream.of("Leaf no.", "Leaf", "Leaf hash", "Value salt").map(SheetColumn::quiet))
            .toList();

    private final ExportHead head;
    private final OutputStream out;
    private final WorkbookStream workbook;
    private final KnownLeaves known = new KnownLeaves();
    private @Nullable SheetStream trail;
    private @Nullable LastSheet proof;
    private long entries;

    /**
     * Begins the workbook.
     *
     * @param out takes the file; stays open
     */
    public EvidenceWorkbook(ExportHead head, OutputStream out) {
        this.head = head;
        this.out = out;
        this.workbook = WorkbookStream.checked(out, "Audit trail " + head.transfer());
    }

    /** Begins a sheet of evidence, to the right of those before. */
    public Rows sheet(String name, List<String> columns) {
        return sheet(name, columns, null);
    }

    /** The same with a picture below its rows, unless that is null. */
    public Rows sheet(String name, List<String> columns, @Nullable SheetPicture picture) {
        var sheet = workbook.sheet(name, Columns.of(columns));
        if (picture != null) {
            sheet.picture(picture);
        }
        return values -> sheet.row(values.stream()
                .map(value -> value instanceof Boolean truth ? (truth ? "yes" : "no") : value)
                .toList());
    }

    /** Takes the rows of a sheet. */
    @FunctionalInterface
    public interface Rows {

        /** Adds a row: texts, whole numbers, truth values (shown as yes or no), instants or nulls, one for each column. */
        void add(List<? extends @Nullable Object> values);
    }

    /** Begins the sheet of the trail. */
    public void trail() {
        trail = workbook.sheet(TRAIL, TRAIL_COLUMNS);
    }

    /** Adds an entry to the trail, with a higher leaf number than the one before. */
    public void entry(SealedEntry entry) {
        var sheet = trail;
        if (sheet == null) {
            throw new IllegalStateException("trail() comes first");
        }
        sheet.row(cells(entry));
        known.add(entry.index());
        entries++;
    }

    /** How many entries the trail has so far. */
    public long entries() {
        return entries;
    }

    /**
     * Writes the first sheet, after all others are known, and states what the file is.
     *
     * @return the hash of the statement
     */
    public String state(List<List<String>> overview) {
        var sheet = workbook.firstSheet(OVERVIEW, List.of(new SheetColumn("What", 28), SheetColumn.text("Value")));
        overview.forEach(sheet::row);
        var last = workbook.lastSheet(
                PROOF,
                List.of(
                        SheetColumn.of("Part"),
                        new SheetColumn("Name", 30),
                        SheetColumn.text("Value"),
                        SheetColumn.text("More")));
        proof = last;
        state(last);
        return last.sha256();
    }

    /** The rows of the sheets ended so far, the headings included. */
    public List<SheetSeal> sheets() {
        workbook.endSheet();
        return workbook.seals();
    }

    /**
     * Writes the proof and ends the workbook.
     *
     * @param exported the sealed entry whose new value is the hash of the statement
     * @throws IOException when the file cannot be written
     */
    public void prove(SealedEntry exported, Notary notary) throws IOException {
        known.add(exported.index());
        var state = notary.covering(exported.index());
        var last = java.util.Objects.requireNonNull(proof, "state() comes first");
        last.row("ledger", "checkpoint", state.json());
        last.row("ledger", "signature", state.signature());
        last.row("ledger", "key", state.publicKey());
        last.row("ledger", "entry", exported.leaf());
        last.row("ledger", "index", Long.toString(exported.index()));
        last.row("ledger", "salt", exported.entry().valueSalt().toString());
        var hashes = new StringBuilder();
        var rows = new int[1];
        known.path(state.size(), notary.tree(), hash -> {
            if (hashes.append(hash).length() == HASHES_IN_A_CELL * hash.length()) {
                path(last, ++rows[0], hashes);
            }
        });
        if (!hashes.isEmpty()) {
            path(last, ++rows[0], hashes);
        }
        workbook.finish();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private static void path(LastSheet proof, int row, StringBuilder hashes) {
        proof.row("path", Integer.toString(row), hashes.toString());
        hashes.setLength(0);
    }

    private static List<@Nullable Object> cells(SealedEntry sealed) {
        var entry = sealed.entry();
        return Arrays.asList(
                entry.no(),
                Leaf.moment(entry.at()),
                entry.zone(),
                entry.person(),
                entry.username(),
                entry.role(),
                entry.site(),
                entry.act(),
                entry.record(),
                entry.recordType(),
                entry.recordId(),
                entry.version(),
                entry.field(),
                entry.unit(),
                sealed.shownOld(),
                sealed.shownNew(),
                entry.reason(),
                entry.address(),
                entry.at().toInstant(),
                sealed.index(),
                sealed.leaf(),
                sealed.leafHash(),
                sealed.withheld() ? null : entry.valueSalt());
    }

    /** What the file is, row by row; the hash of these rows is the statement's. */
    private void state(LastSheet last) {
        int number = 0;
        for (var sentence : HowToCheck.SENTENCES) {
            last.row("about", Integer.toString(++number), sentence);
        }
        last.row("export", "at", Leaf.moment(head.at()));
        last.row("export", "by", head.by());
        last.row("export", "entries", Long.toString(entries));
        last.row("export", "id", head.export().toString());
        last.row("export", "format", FORMAT);
        last.row("export", "ledger", head.ledger().toString());
        last.row("export", "transfer", head.transfer().toString());
        head.filter().forEach((name, value) -> last.row("filter", name, value));
        for (var seal : workbook.seals()) {
            last.row("sheet", seal.name(), seal.rows() + " " + seal.headingCheck(), seal.sha256());
        }
        Stream.of(workbook.parts().stream(), workbook.seals().stream().map(SheetSeal::part), Stream.of(last.frame()))
                .flatMap(parts -> parts)
                .sorted(Comparator.comparing(WrittenPart::name))
                .forEach(part -> last.row("part", part.name(), Long.toString(part.size()), part.sha256()));
    }
}
