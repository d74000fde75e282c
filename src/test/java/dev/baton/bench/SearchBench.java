package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.capture.Search;
import dev.baton.capture.SearchQuery;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.springframework.beans.factory.annotation.Autowired;

/** P8: a page of twenty hits as quality sees it, against bare SQL and against embedded Lucene over the same texts. */
class SearchBench extends BenchedBaton {

    private static final int[] ITEMS = Scale.sizes(new int[] {500, 2_000}, 10_000, 100_000, 1_000_000);
    private static final int QUESTIONS = Scale.of(10, 40);
    private static final int OF_LUCENE_UP_TO = 100_000;
    private static final double OF_SQL = 1 / 1.3;
    private static final double OF_LUCENE = 1;
    private static final double MOST_MILLIS = 50;
    private static final String BARE =
            """
            select e.item_id, ts_rank('{0.05, 0.2, 0.4, 1.0}', e.document, q.wanted) as rank
            from search_entry e, (select websearch_to_tsquery('baton', ?) as wanted) q
            where e.document @@ q.wanted order by rank desc, e.item_id limit 20""";
    private static final String[] FILL = {
        """
        insert into knowledge_item select id, t.transfer_id, t.step_id, t.id_of, 'expert1', 'submitted', false, 1, null,
          true, title, 1, now(), 0 from new_text, (select c.id as id_of, c.transfer_id, c.step_id from capture_request c
          limit 1) t""",
        """
        insert into item_version (id, item_id, version, transfer_id, step_id, author, title, kind, what_is_done,
          content_hash, submitted_at) select i.id, i.id, 1, i.transfer_id, i.step_id, i.author, i.title, 'hidden-step',
          n.body, repeat('0', 64), now() from knowledge_item i join new_text n on n.id = i.id""",
        """
        insert into search_entry select i.id, 1, i.transfer_id, n.body,
          setweight(to_tsvector('baton', n.title), 'A') || setweight(to_tsvector('baton', n.body), 'B')
        from knowledge_item i join new_text n on n.id = i.id""",
        "truncate new_text"
    };

    @TempDir
    Path folder;

    @Autowired
    private Search search;

    @Autowired
    private EmbeddedPostgres server;

    private final Corpus corpus = new Corpus();
    private final List<String> questions = corpus.questions(QUESTIONS);

    @Test
    void findingIsAsFastAsTheIndexAllows() throws Exception {
        int there = 0;
        for (int items : ITEMS) {
            fill(there, items);
            there = items;
            try (var bare = owner();
                    var lucene = new LuceneIndex(folder.resolve("lucene" + items), corpus, items)) {
                against("bare SQL", items, OF_SQL, () -> questions.forEach(question -> bare(bare, question)));
                against(
                        "Lucene",
                        items,
                        items <= OF_LUCENE_UP_TO ? OF_LUCENE : null,
                        () -> questions.forEach(lucene::find));
            }
            Comparison.figure(
                    "P8",
                    "a page of hits, 95 of 100",
                    Map.of("items", (long) items),
                    "ms",
                    slowest(),
                    items == OF_LUCENE_UP_TO || items == ITEMS[0] ? MOST_MILLIS : null);
        }
    }

    @AfterEach
    void remove() throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (var table : new String[] {"search_entry", "item_version"}) {
                statement.execute("delete from " + table + " where item_id in"
                        + " (select id from knowledge_item where id::text like '00000000-0000-4000-8%')");
            }
            statement.execute("delete from knowledge_item where id::text like '00000000-0000-4000-8%'");
            statement.execute("drop table new_text");
        }
    }

    private void against(String whom, int items, Double target, Comparison.Arm reference) throws Exception {
        var comparison = Comparison.of("P8", "search against " + whom)
                .at("items", items)
                .on(DATABASE)
                .within(Scale.seconds(12));
        if (target != null) {
            comparison.target(target);
        }
        comparison
                .reference(reference)
                .ours(() -> questions.forEach(this::find))
                .measure();
    }

    private void find(String question) {
        as("quality", () -> {
            var page = search.find(new SearchQuery(question, null, null, null, null, null, null), null, 20);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(20);
            return page;
        });
    }

    /** The time that 95 of 100 questions take at most, in milliseconds. */
    private double slowest() {
        var times = new ArrayList<Double>();
        for (int i = 0; i < 3; i++) {
            for (var question : questions) {
                long begin = System.nanoTime();
                find(question);
                times.add((System.nanoTime() - begin) / 1e6);
            }
        }
        times.sort(null);
        return times.get((int) Math.ceil(times.size() * 0.95) - 1);
    }

    private static void bare(Connection connection, String question) {
        try (var select = connection.prepareStatement(BARE)) {
            select.setString(1, question);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    assertThat(rows.getString(1)).isNotNull();
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void fill(int from, int to) throws SQLException, IOException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("create table if not exists new_text (id uuid, title text, body text)");
            statement.execute("drop index if exists search_entry_document");
            var copy = new CopyManager(connection.unwrap(BaseConnection.class));
            var lines = new StringBuilder();
            for (int i = from; i < to; i++) {
                var text = corpus.text(i);
                lines.append(text.id())
                        .append('\t')
                        .append(text.title())
                        .append('\t')
                        .append(text.body())
                        .append('\n');
                if (i % 20_000 == 19_999 || i == to - 1) {
                    copy.copyIn("copy new_text from stdin", new StringReader(lines.toString()));
                    lines.setLength(0);
                }
            }
            statement.execute("set maintenance_work_mem = '256MB'");
            for (var sql : FILL) {
                statement.execute(sql);
            }
            statement.execute("create index search_entry_document on search_entry using gin (document)");
            for (var table : new String[] {"knowledge_item", "item_version", "search_entry"}) {
                statement.execute("vacuum analyze " + table);
            }
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"));
    }
}
