package dev.baton.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a styled workbook of any length straight into its file: nothing is kept but the row at hand. POI writes all
 * parts but the rows. Sheets are filled one after the other.
 */
public final class WorkbookStream implements AutoCloseable {

    private static final List<String> SHARED = List.of("xl/styles.xml", "xl/sharedStrings.xml");

    private final SheetFrames frames;
    private final BlockZip zip;
    private final RowWitness witness;
    private final List<SheetSeal> seals = new ArrayList<>();
    private final List<WrittenPart> shared = new ArrayList<>();
    private @Nullable SheetStream open;
    private @Nullable String first;

    /** Begins a workbook that nobody watches. */
    public WorkbookStream(OutputStream out, String title) {
        this(out, title, RowWitness.NONE);
    }

    /** Begins a workbook whose rows are shown to the witness. */
    public WorkbookStream(OutputStream out, String title, RowWitness witness) {
        this.frames = new SheetFrames(title);
        this.zip = new BlockZip(out);
        this.witness = witness;
    }

    /** Ends the sheet at hand and begins the next, to the right of those before. */
    public SheetStream sheet(String name, List<SheetColumn> columns) {
        return sheet(name, columns, SheetStream.LAST_ROW, false);
    }

    /** As {@link #sheet(String, List)}, but it will be the first of the workbook. */
    public SheetStream firstSheet(String name, List<SheetColumn> columns) {
        var sheet = sheet(name, columns, SheetStream.LAST_ROW, true);
        first = sheet.name();
        return sheet;
    }

    /** A sheet that is full at that row, counted from 0. */
    SheetStream sheet(String name, List<SheetColumn> columns, int lastRow, boolean isFirst) {
        endSheet();
        var sheet = new SheetStream(this, name, List.copyOf(columns), lastRow, isFirst);
        open = sheet;
        return sheet;
    }

    /** Ends the sheet at hand. */
    public void endSheet() {
        if (open != null) {
            open.end();
            open = null;
        }
    }

    /** What the sheets ended so far are, in the order of the workbook. */
    public List<SheetSeal> seals() {
        var ordered = new ArrayList<>(seals);
        ordered.sort(java.util.Comparator.comparing(seal -> !seal.name().equals(first)));
        return ordered;
    }

    /** The parts that all sheets share: styles, and texts, of which there are none; they do not change any more. */
    public List<WrittenPart> shared() {
        if (shared.isEmpty()) {
            var parts = frames.parts(first);
            for (var name : SHARED) {
                shared.add(new WrittenPart(name, write(name, java.util.Objects.requireNonNull(parts.get(name)))));
            }
        }
        return List.copyOf(shared);
    }

    /** Writes what is left; the stream given at the beginning stays open. */
    public void finish() throws IOException {
        endSheet();
        shared();
        frames.parts(first).forEach((name, bytes) -> {
            if (!SHARED.contains(name)) {
                write(name, bytes);
            }
        });
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.release();
        frames.close();
    }

    SheetFrames frames() {
        return frames;
    }

    ZipOutputStream zip() {
        return zip;
    }

    RowWitness witness() {
        return witness;
    }

    void sealed(SheetSeal seal) {
        seals.add(seal);
    }

    private String write(String name, byte[] bytes) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var digest = sha256();
        digest.update(bytes);
        return hex(digest);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
