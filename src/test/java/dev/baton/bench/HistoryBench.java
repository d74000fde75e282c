package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.audit.TrailFilter;
import dev.baton.audit.TrailReader;
import dev.baton.support.Statements;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;

/** P5: the history of one record among very many, as the API and the page of the trail read it, against bare SQL. */
class HistoryBench extends BenchedBaton {

    private static final int[] ENTRIES = Scale.sizes(new int[] {2_000, 10_000}, 10_000, 100_000, 1_000_000);
    private static final int[] REVISIONS = Scale.sizes(new int[] {10, 100}, 10, 100, 1_000, 10_000);
    private static final int LIMIT = 200;
    private static final int READS = Scale.of(5, 40);
    private static final double TARGET = 1 / 1.5;
    private static final double MOST_SLOPE = 0.1;
    private static final double MOST_STATEMENTS = 3;
    private static final String BARE =
            """
            select no, tx, at, zone, person, username, role, site, act, record_type, record_id, record_label, item_id,
              version, field, old_value, new_value, unit, reason, address from audit_entry
            where item_id = ? order by no limit 201""";
    private static final String FILL =
            """
            insert into audit_entry (tx, at, zone, person, username, role, site, act, record_type, record_id, record_label,
              transfer_id, item_id, version, field, old_value, new_value, reason, address, session)
            select 1000000000 + i / 5, now(), 'Europe/London', 'Expert One', 'expert1', 'expert', 'California', 'changed',
              'item', item::text, 'Candle twice', '#TRANSFER', item, 1, 'field' || i %% 5, md5(i::text), md5(i::text),
              'Measured again', '192.0.2.7', 'abcdef'
            from (select i, #ITEM as item from generate_series(1, %d) i) n""";

    @Autowired
    private TrailReader trail;

    @Autowired
    private EmbeddedPostgres server;

    @Autowired
    @Qualifier("sealerThread")
    private SmartLifecycle sealer;

    private final Map<Integer, UUID> records = new TreeMap<>();
    private UUID transfer;

    @BeforeEach
    void begin() {
        sealer.stop();
        transfer = UUID.fromString(startedTransfer("History " + System.nanoTime()));
    }

    @AfterEach
    void end() throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("delete from audit_entry where tx >= 1000000000 and reason = 'Measured again'");
            statement.execute("set session_replication_role = default");
            statement.execute("vacuum analyze audit_entry");
        }
        sealer.start();
    }

    @Test
    void aRecordsHistoryDoesNotDependOnHowManyThereAre() throws Exception {
        for (int revisions : REVISIONS) {
            records.put(revisions, UUID.randomUUID());
            fill(revisions, "'" + records.get(revisions) + "'::uuid");
        }
        var byPage = new TreeMap<Integer, Double>();
        var byActs = new TreeMap<Integer, Double>();
        int there = 0;
        for (int entries : ENTRIES) {
            // Every seventh entry belongs to a record that is met only once, the others to a few hundred.
            fill(entries - there, "('00000000-0000-4000-8000-' || lpad(to_hex(i %% 300), 12, '0'))::uuid");
            there = entries;
            byPage.put(entries, page(REVISIONS[1], entries));
            byActs.put(entries, least(() -> acts(REVISIONS[1])));
            figure("acts of one record, page of 25", entries, REVISIONS[1], "ms", byActs.get(entries), null);
            figure("acts of the transfer, page of 25", entries, 0, "ms", least(this::acts), null);
        }
        for (int revisions : REVISIONS) {
            if (revisions != REVISIONS[1]) {
                page(revisions, there);
            }
            figure(
                    "statements of a page",
                    there,
                    revisions,
                    "statements",
                    statements(() -> page(revisions)),
                    MOST_STATEMENTS);
            figure(
                    "statements of acts",
                    there,
                    revisions,
                    "statements",
                    statements(() -> acts(revisions)),
                    MOST_STATEMENTS);
        }
        Comparison.figure("P5", "time in the size of the table", Map.of(), "slope", Slope.of(byPage), MOST_SLOPE);
        Comparison.figure(
                "P5", "time of acts in the size of the table", Map.of(), "slope", Slope.of(byActs), MOST_SLOPE);
    }

    private double page(int revisions, int entries) throws Exception {
        try (var bare = owner()) {
            var measured = Comparison.of("P5", "history of one record")
                    .at("revisions", revisions)
                    .at("entries", entries)
                    .on(DATABASE)
                    .within(Scale.seconds(5))
                    .target(TARGET)
                    .reference(() -> {
                        for (int i = 0; i < READS; i++) {
                            bare(bare, revisions);
                        }
                    })
                    .ours(() -> {
                        for (int i = 0; i < READS; i++) {
                            page(revisions);
                        }
                    })
                    .measure();
            return measured.wall().medianOurs() / READS;
        }
    }

    private void page(int revisions) {
        as("quality", () -> {
            var page = trail.page(transfer, of(revisions), null, LIMIT);
            assertThat(page.items()).hasSize(Math.min(LIMIT, revisions));
            return page;
        });
    }

    private void acts(int revisions) {
        as("quality", () -> {
            var acts = trail.acts(transfer, of(revisions), null, 25);
            assertThat(acts.items()).isNotEmpty();
            return acts;
        });
    }

    private void acts() {
        as("quality", () -> {
            var acts = trail.acts(transfer, TrailFilter.NONE, null, 25);
            assertThat(acts.items()).hasSize(25);
            return acts;
        });
    }

    private void bare(Connection connection, int revisions) throws SQLException {
        try (var select = connection.prepareStatement(BARE)) {
            select.setObject(1, records.get(revisions));
            try (var rows = select.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                int seen = 0;
                while (rows.next()) {
                    seen++;
                    for (int i = 1; i <= columns; i++) {
                        rows.getString(i);
                    }
                }
                assertThat(seen).isEqualTo(Math.min(LIMIT + 1, revisions));
            }
        }
    }

    private TrailFilter of(int revisions) {
        return new TrailFilter(null, null, null, records.get(revisions), null);
    }

    /** The least of several, in milliseconds. */
    private static double least(Runnable work) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 8; i++) {
            long begin = System.nanoTime();
            work.run();
            least = Math.min(least, (System.nanoTime() - begin) / 1e6);
        }
        return least;
    }

    /** What is sent for the reading itself; who reads is known by then. */
    private double statements(Runnable work) {
        return Statements.of(work).stream()
                .filter(sql ->
                        sql.contains("audit_entry") || sql.contains("team_membership") || sql.contains("transfer"))
                .count();
    }

    private static void figure(String name, int entries, int revisions, String unit, double value, Double most)
            throws Exception {
        Comparison.figure(
                "P5", name, Map.of("entries", (long) entries, "revisions", (long) revisions), unit, value, most);
    }

    private void fill(int entries, String item) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute(FILL.replace("#TRANSFER", transfer.toString())
                    .replace("#ITEM", item)
                    .replace("%%", "%")
                    .replace("%d", String.valueOf(entries)));
            statement.execute("vacuum analyze audit_entry");
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"));
    }
}
