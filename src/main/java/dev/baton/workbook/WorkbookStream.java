package dev.baton.workbook;

import dev.baton.Digests;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a styled workbook of any length straight into its file: nothing is kept but the row at hand. POI writes all
 * parts but the rows. Sheets are filled one after the other.
 */
public final class WorkbookStream implements AutoCloseable {

    private final SheetFrames frames;
    private final BlockZip zip;
    private final boolean checked;
    private final List<SheetSeal> seals = new ArrayList<>();
    private final List<WrittenPart> parts = new ArrayList<>();
    private @Nullable SheetStream open;
    private @Nullable String first;
    private @Nullable LastSheet last;

    /** Begins a workbook. */
    public WorkbookStream(OutputStream out, String title) {
        this(out, title, false);
    }

    private WorkbookStream(OutputStream out, String title, boolean checked) {
        this.frames = new SheetFrames(title);
        this.zip = new BlockZip(out);
        this.checked = checked;
    }

    /** Begins a workbook in which each row ends with its number and the checks of its cells. */
    public static WorkbookStream checked(OutputStream out, String title) {
        return new WorkbookStream(out, title, true);
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

    /** What the sheets of a checked workbook that were ended so far are, in its order. */
    public List<SheetSeal> seals() {
        var ordered = new ArrayList<>(seals);
        ordered.sort(java.util.Comparator.comparing(seal -> !seal.name().equals(first)));
        return ordered;
    }

    /** Ends the sheet at hand, writes all parts that are not sheets, and begins the sheet that is written last. */
    public LastSheet lastSheet(String name, List<SheetColumn> columns) {
        endSheet();
        var sheet = begin(name, 1, columns, false);
        var head = frames.head(sheet);
        var foot = frames.foot(sheet);
        writeParts();
        var begun = new LastSheet(this, SheetFrames.partName(sheet), columns, head, foot);
        last = begun;
        return begun;
    }

    /** The parts that are not sheets; they are written when the last sheet begins. */
    public List<WrittenPart> parts() {
        return List.copyOf(parts);
    }

    /** Writes what is left; the stream given at the beginning stays open. */
    public void finish() throws IOException {
        endSheet();
        if (last == null) {
            writeParts();
        } else {
            last.end();
        }
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

    boolean checked() {
        return checked;
    }

    /** A sheet without rows; a checked one has two columns more. */
    XSSFSheet begin(String name, int part, List<SheetColumn> columns, boolean selected) {
        var all = new ArrayList<>(columns);
        if (checked) {
            all.add(new SheetColumn("Row", 8));
            all.add(SheetColumn.of("Check"));
        }
        return frames.begin(name, part, all, selected);
    }

    void sealed(SheetSeal seal) {
        seals.add(seal);
    }

    private void writeParts() {
        frames.parts(first).forEach((name, bytes) -> {
            try {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(bytes);
                zip.closeEntry();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            parts.add(new WrittenPart(name, bytes.length, Digests.hex(bytes)));
        });
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
