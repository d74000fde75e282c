package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.audit.export.BenchedExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P3: the audit trail to .xlsx, 15 columns, from the database, against bare loops of POI's SXSSF and of fastexcel that
 * have the same cells in memory. Run once as the build is, and once more with a heap of 256 MB.
 */
@Tag("bench")
class TrailExportBench {

    private static final UUID TRANSFER = UUID.fromString("6f9619ff-8b86-4011-b42d-00c04fc964ff");
    private static final int[] SIZES = Scale.sizes(new int[] {1_000, 4_000}, 10_000, 100_000, 1_000_000);
    private static final int LARGEST_COMPARED = 100_000;
    private static final boolean SMALL_HEAP = Runtime.getRuntime().maxMemory() <= 256L << 20;
    private static final double OF_SXSSF = 2;
    private static final double OF_FASTEXCEL = 1 / 1.1;
    private static final double MOST_SLOPE = 1.03;
    private static final double MOST_HEAP = 64;
    private static final double FLAT = 0.1;
    private static final int WARM_UP = 15;

    @TempDir
    Path folder;

    private BenchDatabase database;
    private BenchedExport export;

    @BeforeEach
    void start() throws Exception {
        database = new BenchDatabase(folder.resolve("pg"));
        export = new BenchedExport(database.postgres().getPostgresDatabase(), TRANSFER);
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
    }

    @Test
    void exportIsFasterThanTheBareLoops() throws Exception {
        var seconds = new TreeMap<Integer, Double>();
        var heap = new TreeMap<Integer, Double>();
        TrailRows.fill(database, TRANSFER, SIZES[0]);
        for (int i = 0; i < WARM_UP; i++) {
            export.withProof(file());
        }
        for (int rows : SIZES) {
            TrailRows.fill(database, TRANSFER, rows);
            seconds.put(rows, fastest(rows));
            heap.put(rows, Heap.peak(() -> export.withProof(file())));
            note("heap over baseline, with proof", rows, "MB", heap.get(rows), MOST_HEAP);
        }
        noted("time by rows, with proof", "slope", Slope.of(seconds), MOST_SLOPE);
        noted("heap by rows, with proof", "slope", Slope.of(heap), FLAT);
        for (int rows : SIZES) {
            if (rows <= LARGEST_COMPARED) {
                TrailRows.fill(database, TRANSFER, rows);
                compare(rows, export.someCells(5_000));
            }
        }
    }

    private void compare(int rows, List<Object[]> cells) throws Exception {
        var loops = new BareLoops(cells, rows);
        against("SXSSF", rows, OF_SXSSF, () -> loops.sxssf(file()), "trail", () -> export.trailAlone(file()));
        against(
                "fastexcel",
                rows,
                OF_FASTEXCEL,
                () -> loops.fastexcel(file()),
                "trail",
                () -> export.trailAlone(file()));
        // Ten columns more, and a hash for each cell: no library does that, so there is nothing to reach, only to
        // watch.
        against("SXSSF", rows, null, () -> loops.sxssf(file()), "trail with proof", () -> export.withProof(file()));
        against(
                "fastexcel",
                rows,
                null,
                () -> loops.fastexcel(file()),
                "trail with proof",
                () -> export.withProof(file()));
        assertThat(Files.size(file(() -> export.withProof(folder.resolve("out.xlsx")))))
                .isPositive();
    }

    private void against(
            String library, int rows, @Nullable Double target, Comparison.Arm bare, String what, Comparison.Arm ours)
            throws Exception {
        var comparison = Comparison.of("P3", name(what + " against " + library))
                .at("rows", rows)
                .on(database.directory())
                .within(Scale.seconds(rows > 50_000 ? 30 : 6));
        if (target != null) {
            comparison.target(target);
        }
        comparison.reference(bare).ours(ours).measure();
    }

    /** The least of a few, in seconds. */
    private double fastest(int rows) throws Exception {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < (rows > LARGEST_COMPARED ? 2 : 5); i++) {
            var file = file();
            long begin = System.nanoTime();
            export.withProof(file);
            least = Math.min(least, (System.nanoTime() - begin) / 1e9);
        }
        note("time, with proof", rows, "s", least, null);
        return least;
    }

    private Path file() throws IOException {
        var file = folder.resolve("out.xlsx");
        Files.deleteIfExists(file);
        return file;
    }

    private Path file(Comparison.Arm written) throws Exception {
        var file = file();
        written.run();
        return file;
    }

    private static void note(String name, int rows, String unit, double value, Double most) throws IOException {
        Comparison.figure("P3", name(name), Map.of("rows", (long) rows), unit, value, most);
    }

    private static void noted(String name, String unit, double value, double most) throws IOException {
        Comparison.figure("P3", name(name), Map.of(), unit, value, most);
    }

    private static String name(String what) {
        return SMALL_HEAP ? what + ", heap of 256 MB" : what;
    }
}
