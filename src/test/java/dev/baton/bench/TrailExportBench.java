package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.audit.export.BenchedExport;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * P3: the audit trail to .xlsx, 15 columns, from the database, against bare loops of POI's SXSSF and of fastexcel that
 * have the same cells in memory. Rounds are interleaved; the first is for warming up. Run with
 * {@code mvn test -Dtest=TrailExportBench -Dbench.rows=100000}.
 */
@Tag("bench")
class TrailExportBench {

    private static final UUID TRANSFER = UUID.fromString("6f9619ff-8b86-4011-b42d-00c04fc964ff");
    private static final int ROWS = Integer.getInteger("bench.rows", 100_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    @TempDir
    Path folder;

    /** Something that is measured. */
    @FunctionalInterface
    interface Arm {

        void run(Path file) throws IOException;
    }

    @Test
    void exportIsFasterThanTheBareLoops() throws IOException {
        try (var database = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            fill(new JdbcTemplate(database.getPostgresDatabase()));
            var export = new BenchedExport(database.getPostgresDatabase(), TRANSFER);
            var cells = export.someCells(5_000);
            var arms = new LinkedHashMap<String, Arm>();
            arms.put("trail alone", export::trailAlone);
            arms.put("trail alone, again", export::trailAlone);
            arms.put("with proof", export::withProof);
            arms.put("SXSSF", file -> sxssf(cells, file));
            arms.put("fastexcel", file -> fastexcel(cells, file));
            var times = new LinkedHashMap<String, List<Double>>();
            var computing = new LinkedHashMap<String, List<Double>>();
            for (int round = 0; round <= ROUNDS; round++) {
                for (var arm : arms.entrySet()) {
                    long cpu = cpu();
                    double seconds = time(arm.getValue());
                    if (round > 0) {
                        times.computeIfAbsent(arm.getKey(), key -> new ArrayList<>())
                                .add(seconds);
                        computing
                                .computeIfAbsent(arm.getKey(), key -> new ArrayList<>())
                                .add((cpu() - cpu) / 1e9);
                    }
                }
            }
            report("wall clock", times);
            report("processor", computing);
            assertThat(times).hasSize(arms.size());
        }
    }

    private double time(Arm arm) throws IOException {
        var file = folder.resolve("out.xlsx");
        Files.deleteIfExists(file);
        System.gc();
        long begin = System.nanoTime();
        arm.run(file);
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void report(String clock, Map<String, List<Double>> times) {
        double ours = median(times.get("trail alone"));
        System.out.printf("P3 %s: %,d rows x 15, %d rounds, heap max %d MB%n", clock, ROWS, ROUNDS, heap());
        times.forEach((arm, all) -> System.out.printf(
                "P3 %-20s median %.2f s (%.2f to %.2f), %.2f of trail alone%n",
                arm,
                median(all),
                all.stream().min(Double::compare).orElseThrow(),
                all.stream().max(Double::compare).orElseThrow(),
                median(all) / ours));
    }

    /** What this thread has computed, in nanoseconds; unlike the wall clock it does not grow when others are busy. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heap() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    private static double median(List<Double> all) {
        var sorted = all.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void sxssf(List<Object[]> cells, Path file) throws IOException {
        try (var workbook = new SXSSFWorkbook(100);
                var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            var sheet = workbook.createSheet("Audit trail");
            for (int r = 0; r < ROWS; r++) {
                var row = sheet.createRow(r);
                var values = cells.get(r % cells.size());
                for (int c = 0; c < values.length; c++) {
                    if (values[c] instanceof Number number) {
                        row.createCell(c).setCellValue(number.doubleValue());
                    } else if (values[c] != null) {
                        row.createCell(c).setCellValue((String) values[c]);
                    }
                }
            }
            workbook.write(out);
        }
    }

    private static void fastexcel(List<Object[]> cells, Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var workbook = new Workbook(out, "bench", "1.0")) {
            var sheet = workbook.newWorksheet("Audit trail");
            for (int r = 0; r < ROWS; r++) {
                var values = cells.get(r % cells.size());
                for (int c = 0; c < values.length; c++) {
                    if (values[c] instanceof Number number) {
                        sheet.value(r, c, number);
                    } else if (values[c] != null) {
                        sheet.inlineString(r, c, (String) values[c]);
                    }
                }
                if (r % 1_000 == 999) {
                    sheet.flush();
                }
            }
            sheet.finish();
        }
    }

    private static void fill(JdbcTemplate jdbc) {
        for (var sql : Arrays.asList(
                """
                create table audit_entry (no bigint primary key, tx bigint, at timestamptz, zone text, person text,
                  username text, role text, site text, act text, record_type text, record_id text, record_label text,
                  transfer_id uuid, item_id uuid, version integer, field text, old_value text, new_value text, unit text,
                  reason text, address text, session text, salt uuid, value_salt uuid)""",
                "create table ledger_leaf (index bigint primary key, no bigint unique, transfer_no bigint, hash bytea)",
                """
                insert into audit_entry select n, n / 8, timestamptz '2026-01-01' + n * interval '1.234567 s',
                  'America/Los_Angeles', 'California expert ' || n % 7, 'expert' || n % 7, 'expert', 'California',
                  'changed', 'item', gen_random_uuid()::text, 'Tilt the egg and wait ' || n % 97, '%s',
                  gen_random_uuid(), n % 5, 'whatIsDone', 'before ' || md5(n::text), 'after ' || md5((n + 1)::text), null,
                  case when n % 3 = 0 then 'Seen on the line & corrected' end, '10.1.2.' || n % 200, md5(n::text),
                  gen_random_uuid(), gen_random_uuid() from generate_series(1, %d) n"""
                        .replace(" % ", " %% ")
                        .formatted(TRANSFER, ROWS),
                "insert into ledger_leaf select no - 1, no, no, sha256(no::text::bytea) from audit_entry",
                "vacuum analyze audit_entry",
                "vacuum analyze ledger_leaf")) {
            jdbc.execute(sql);
        }
    }
}
