package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.Statements;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** P11: the dashboard of a transfer of ten thousand items and two hundred people, over HTTP, as its lead sees it. */
class DashboardBench extends BenchedBaton {

    private static final int[] ITEMS = Scale.sizes(new int[] {500}, 1_000, 10_000);
    private static final int PEOPLE = 200;
    private static final int LOOKS = Scale.of(5, 60);
    private static final double MOST_MILLIS = 200;
    private static final int MOST_STATEMENTS = 150;

    /** Each is one more of a row that is there, with what differs; their ids tell them apart. */
    private static final String[] FILL = {
        """
        insert into person select (jsonb_populate_record(null::person, to_jsonb(p) || jsonb_build_object('id', gen_random_uuid(),
          'username', 'bench-' || n, 'name', 'Bench ' || n))).* from person p, generate_series(1, %2$d) n
        where p.username = 'receiver1' on conflict do nothing""",
        """
        insert into team_membership select (jsonb_populate_record(null::team_membership, to_jsonb(m) || jsonb_build_object('id', gen_random_uuid(),
          'username', 'bench-' || n))).* from team_membership m, generate_series(1, %2$d) n
        where m.username = 'receiver1' and m.transfer_id = '%1$s' on conflict do nothing""",
        """
        create temporary table bench as
          select ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid as id, n,
            (array['submitted', 'peer-reviewed', 'receiver-reviewed', 'triaged', 'approved'])[1 + n %% 5] as state,
            (select id from process_step where transfer_id = '%1$s'
              order by position offset n %% (select count(*) from process_step where transfer_id = '%1$s') limit 1)
              as step_id,
            now() - (n %% 90) * interval '1 day' - interval '1 hour' as told
          from generate_series(%4$d, %3$d) n""",
        """
        insert into knowledge_item select (jsonb_populate_record(null::knowledge_item, to_jsonb(i) || jsonb_build_object('id', b.id, 'step_id', b.step_id,
            'state', b.state, 'latest_version', 1, 'in_rework', false,
            'effective_version', case when b.state = 'approved' then 1 end))).*
          from bench b, (select * from knowledge_item where transfer_id = '%1$s' limit 1) i""",
        """
        insert into item_version select (jsonb_populate_record(null::item_version, to_jsonb(v) || jsonb_build_object('id', b.id, 'item_id', b.id,
            'version', 1, 'step_id', b.step_id, 'submitted_at', b.told, 'kind', 'hidden-step', 'method_id', null))).*
          from bench b, (select * from item_version where transfer_id = '%1$s' limit 1) v""",
        """
        insert into review_decision select (jsonb_populate_record(null::review_decision, to_jsonb(d) || jsonb_build_object('id', gen_random_uuid(),
            'item_id', b.id, 'item_version', 1, 'stage', s.stage, 'decided_at', b.told + s.days * interval '1 day'))).*
          from bench b join (values ('peer-review', 1, 0.2), ('receiver-review', 2, 0.4), ('approval', 4, 0.6))
              s(stage, least, days) on b.n %% 5 >= s.least,
            (select * from review_decision where transfer_id = '%1$s' and decision = 'accept' limit 1) d""",
        "drop table bench"
    };

    @Autowired
    private EmbeddedPostgres server;

    @Test
    void aDashboardIsThereAtOnce() throws Exception {
        var transfer = StreamSupport.stream(look("/api/transfers").path("items").spliterator(), false)
                .filter(one -> one.path("name").asText().startsWith("LAIV"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        int there = 0;
        for (int items : ITEMS) {
            fill(transfer, there + 1, items);
            there = items;
            var path = "/api/transfers/" + transfer + "/dashboard";
            var weeks = look(path).path("flow");
            assertThat(weeks.get(weeks.size() - 1).path("told").asInt()).isGreaterThanOrEqualTo(items);
            var before = Statements.sent();
            look(path);
            assertThat(Statements.sent() - before).as("statements").isLessThanOrEqualTo(MOST_STATEMENTS);
            var times = new ArrayList<Double>();
            for (int i = 0; i < LOOKS; i++) {
                long begin = System.nanoTime();
                look(path);
                times.add((System.nanoTime() - begin) / 1e6);
            }
            times.sort(null);
            Comparison.figure(
                    "P11",
                    "a dashboard, 95 of 100",
                    Map.of("items", (long) items),
                    "ms",
                    times.get((int) Math.ceil(times.size() * 0.95) - 1),
                    items == 10_000 ? MOST_MILLIS : null);
        }
    }

    @AfterEach
    void remove() throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (var table : new String[] {"review_decision", "item_version"}) {
                statement.execute("delete from " + table + " where item_id::text like '00000000-0000-4000-9%'");
            }
            statement.execute("delete from knowledge_item where id::text like '00000000-0000-4000-9%'");
            statement.execute("delete from team_membership where username like 'bench-%'");
            statement.execute("delete from person where username like 'bench-%'");
        }
    }

    private JsonNode look(String path) {
        var answer = call("lead", "GET", path, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private void fill(String transfer, int from, int to) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (var sql : FILL) {
                statement.execute(sql.formatted(transfer, PEOPLE, to, from));
            }
            for (var table : new String[] {"knowledge_item", "item_version", "review_decision", "person"}) {
                statement.execute("vacuum analyze " + table);
            }
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"));
    }
}
