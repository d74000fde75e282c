package dev.baton.audit.export;

import dev.baton.audit.ledger.Leaf;
import dev.baton.audit.ledger.Sha256;
import dev.baton.workbook.SheetColumn;
import dev.baton.workbook.SheetSeal;
import dev.baton.workbook.SheetStream;
import dev.baton.workbook.WorkbookStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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

    private static final String PROOF = "Proof";

    private static final List<SheetColumn> TRAIL_COLUMNS = Columns.of(List.of(
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
            "Address",
            "At (date)"));

    private final ExportHead head;
    private final OutputStream out;
    private final WorkbookStream workbook;
    private final ProofSpool spool;
    private final List<ProofSpool.Line> overviewLines = new ArrayList<>();
    private final ArrayDeque<ProofSpool.Line> written = new ArrayDeque<>();
    private final KnownLeaves known = new KnownLeaves();
    private boolean inOverview;
    private boolean inProof;
    private @Nullable SheetStream trail;
    private long entries;
    private @Nullable String statement;

    /**
     * Begins the workbook.
     *
     * @param out takes the file; stays open
     * @param waiting a file that does not exist yet, for what has to wait; it is encrypted, and gone after close
     */
    public EvidenceWorkbook(ExportHead head, OutputStream out, Path waiting) throws IOException {
        this.head = head;
        this.out = out;
        this.spool = new ProofSpool(waiting);
        this.workbook = new WorkbookStream(out, "Audit trail " + head.transfer(), (sheet, number, check) -> {
            if (!inProof) {
                written.add(new ProofSpool.Line(sheet + "!" + number, check, null, null));
            }
        });
    }

    /** Begins a sheet of evidence, to the right of those before. */
    public Rows sheet(String name, List<String> columns) {
        flush();
        var sheet = workbook.sheet(name, Columns.of(columns));
        return values -> {
            sheet.row(values);
            flush();
        };
    }

    /** Takes the rows of a sheet. */
    @FunctionalInterface
    public interface Rows {

        /** Adds a row: texts, whole numbers, truth values, instants or nulls, one for each column. */
        void add(List<? extends @Nullable Object> values);
    }

    /** Begins the sheet of the trail. */
    public void trail() {
        flush();
        trail = workbook.sheet(TRAIL, TRAIL_COLUMNS);
    }

    /** Adds an entry to the trail, with a higher leaf number than the one before. */
    public void entry(SealedEntry entry) {
        var sheet = trail;
        if (sheet == null) {
            throw new IllegalStateException("trail() comes first");
        }
        int height = sheet.row(cells(entry));
        while (written.size() > height) {
            spool.add(written.remove());
        }
        var first = written.remove();
        spool.add(new ProofSpool.Line(first.where(), first.check(), entry.leafHash(), entry.rest(height)));
        flush();
        known.add(entry.index());
        entries++;
    }

    /** How many entries the trail has so far. */
    public long entries() {
        return entries;
    }

    /** Writes the first sheet, after all others are known, and tells what the export states of itself. */
    public String state(List<List<String>> overview) {
        flush();
        workbook.endSheet();
        inOverview = true;
        var sheet = workbook.firstSheet(OVERVIEW, List.of(new SheetColumn("What", 28), SheetColumn.text("Value")));
        overview.forEach(sheet::row);
        workbook.endSheet();
        flush();
        var composed = compose();
        statement = composed;
        return composed;
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
        inProof = true;
        known.add(exported.index());
        var state = notary.covering(exported.index());
        var said = java.util.Objects.requireNonNull(statement, "state() comes first");
        var proof = workbook.sheet(
                PROOF,
                List.of(
                        SheetColumn.of("Part"),
                        new SheetColumn("Where", 22),
                        SheetColumn.text("Value"),
                        SheetColumn.text("Hash"),
                        SheetColumn.text("More")));
        HowToCheck.SENTENCES.forEach(sentence -> line(proof, "about", null, sentence, null, null));
        line(proof, "statement", null, said, Sha256.hexOf(said), null);
        line(proof, "checkpoint", null, state.json(), null, state.signature());
        line(proof, "key", state.keyId(), state.publicKey(), null, null);
        line(proof, "entry", null, exported.leaf(), exported.leafHash(), opening(exported));
        known.path(state.size(), notary.tree(), hash -> line(proof, "path", null, null, hash, null));
        overviewLines.forEach(row -> line(proof, row));
        spool.read(row -> line(proof, row));
        workbook.finish();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try (spool) {
            workbook.close();
        }
    }

    private static String opening(SealedEntry exported) {
        return new JsonLine()
                .member("index", exported.index())
                .member("new", exported.newValue())
                .member("valueSalt", exported.valueSalt())
                .end();
    }

    private static void line(SheetStream proof, ProofSpool.Line row) {
        line(proof, "row", row.where(), row.check(), row.leafHash(), row.rest());
    }

    private static void line(
            SheetStream proof,
            String part,
            @Nullable String where,
            @Nullable String value,
            @Nullable String hash,
            @Nullable String more) {
        proof.row(Arrays.asList(part, where, value, hash, more));
    }

    private void flush() {
        while (!written.isEmpty()) {
            if (inOverview) {
                overviewLines.add(written.remove());
            } else {
                spool.add(written.remove());
            }
        }
    }

    private static List<@Nullable Object> cells(SealedEntry entry) {
        return Arrays.asList(
                entry.no(),
                Leaf.moment(entry.at()),
                entry.zone(),
                entry.person(),
                entry.username(),
                entry.role(),
                entry.site(),
                entry.act(),
                entry.shownRecord(),
                entry.version(),
                entry.shownField(),
                entry.shownOld(),
                entry.shownNew(),
                entry.reason(),
                entry.address(),
                entry.at());
    }

    private String compose() {
        var seals = workbook.seals();
        return new JsonLine()
                .member(
                        "about",
                        Sha256.hexOf(HowToCheck.SENTENCES.stream().collect(Collectors.joining("\n", "", "\n"))))
                .member("at", Leaf.moment(head.at()))
                .member("by", head.by())
                .member("complete", head.isComplete())
                .member("entries", entries)
                .member("export", head.export().toString())
                .raw("filter", head.filterJson())
                .member("format", "baton-evidence/1")
                .member("ledger", head.ledger().toString())
                .raw(
                        "parts",
                        Stream.concat(workbook.shared().stream(), seals.stream().map(SheetSeal::part))
                                .map(part -> new JsonLine()
                                        .member("name", part.name())
                                        .member("sha256", part.sha256())
                                        .end())
                                .collect(Collectors.joining(",", "[", "]")))
                .raw(
                        "sheets",
                        seals.stream()
                                .map(seal -> new JsonLine()
                                        .member("checks", seal.checks())
                                        .member("name", seal.name())
                                        .member("rows", (long) seal.rows())
                                        .member("sha256", seal.sha256())
                                        .end())
                                .collect(Collectors.joining(",", "[", "]")))
                .member("transfer", head.transfer().toString())
                .end();
    }
}
