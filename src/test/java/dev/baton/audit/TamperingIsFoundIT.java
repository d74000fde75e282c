package dev.baton.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.support.PlayedOverHttp;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * Whatever a superuser of the database changes behind Baton's back is found and named, and nothing else is. It runs
 * before all others: later ones set the clock back and move tokens by hand, which is rightly found.
 */
@Order(1)
class TamperingIsFoundIT extends PlayedOverHttp {

    @Autowired
    EmbeddedPostgres server;

    @Autowired
    ObjectMapper json;

    @Autowired
    Environment environment;

    @Test
    void whatASuperuserAltersIsFoundAndNamedAndTheUntouchedRecordsAreNot() throws Exception {
        upload();
        namePeer();
        assertThat(findings()).as("an untouched product").isEmpty();
        try (var hand = new Hand(server)) {
            var item = hand.one("select id from knowledge_item order by created_at limit 1");
            hand.alter("knowledge_item", "id = '" + item + "'", "author = 'expert3'");
            var triage = hand.one("select id from triage order by triaged_at limit 1");
            hand.alter("triage", "id = '" + triage + "'", "triaged_by = 'receiver2'");
            var version = hand.one("select id from item_version order by submitted_at limit 1");
            var itemOfVersion = hand.one("select item_id from item_version where id = '" + version + "'");
            hand.alter("item_version", "id = '" + version + "'", "cue = 'stir until it looks right'");
            var capture = hand.one("select id from capture_request where state = 'open' order by id limit 1");
            var image = "id = '" + capture + "' and rev = (select min(rev) from capture_request_aud where id = '"
                    + capture + "')";
            hand.alter("capture_request_aud", image, "expert = 'receiver1'");
            var told = hand.one("select no from audit_entry where act = 'submitted' and field = 'whatIsDone'"
                    + " order by no limit 1");
            hand.alter("audit_entry", "no = " + told, "new_value = 'nothing of note'");
            var login = hand.one("select no from audit_entry where field is null order by no limit 1");
            hand.delete("audit_entry", "no = " + login);
            var name = hand.one("select no from audit_entry where username = 'lead' and no > " + told
                    + " order by no desc limit 1");
            hand.alter("audit_entry", "no = " + name, "person = 'Somebody Else'");
            var lost = hand.one("select id from step_parameter order by id limit 1");
            hand.delete("step_parameter", "id = '" + lost + "'");
            var swapped = hand.strings("select id from step_expert order by id limit 2");
            hand.alter("step_expert", "id = '" + swapped.get(0) + "'", "username = 'lead2'");
            hand.alter("step_expert", "id = '" + swapped.get(1) + "'", "username = 'quality'");
            var signature = hand.one("select id from signature where subject_type = 'item' order by signed_at limit 1");
            hand.alter("signature", "id = '" + signature + "'", "content_hash = repeat('0', 64), printed_name = 'X'");
            var naming = hand.one("select subject_id from signature where subject_type = 'peer-substitution' limit 1");
            var named = hand.one("select id from signature where subject_id = '" + naming + "'");
            hand.alter("peer_naming", "id = '" + naming + "'", "reason = 'nobody else was there'");
            var role = hand.one("select id from person where username = 'expert1'");
            hand.alter("person_role", "person_id = '" + role + "' and role = 'expert'", "role = 'quality'");
            hand.afterwards("delete from person_role where person_id = '" + role + "' and role = 'quality'");
            var task = hand.one("select id_ from act_ru_task order by id_ limit 1");
            hand.alter("act_ru_task", "id_ = '" + task + "'", "assignee_ = 'quality2'");
            var past = hand.one("select task_id from completed_task order by completed_at limit 1");
            hand.alter("act_hi_taskinst", "id_ = '" + past + "'", "assignee_ = 'lead2'");
            var file = hand.file(environment);

            var found = findings();

            assertThat(found)
                    .contains(
                            "row-altered at knowledge_item " + item + ", author",
                            "row-altered at triage " + triage + ", triaged_by",
                            "row-altered at item_version " + version + ", cue",
                            "content-altered at item_version " + itemOfVersion + " version 1",
                            "row-missing at step_parameter " + lost,
                            "row-altered at step_expert " + swapped.get(0) + ", username",
                            "row-altered at step_expert " + swapped.get(1) + ", username",
                            "row-altered at signature " + signature + ", printed_name, content_hash",
                            "signature-unfounded at signature " + signature,
                            "row-altered at peer_naming " + naming + ", reason",
                            "signature-unfounded at signature " + named,
                            "row-missing at person_role " + role + " expert",
                            "row-added at person_role " + role + " quality",
                            "trail-person-unknown at audit_entry no. " + name,
                            "task-person-differs at act_ru_task " + task,
                            "history-differs at act_hi_taskinst " + past,
                            "file-altered at evidence_file " + file)
                    .anyMatch(where -> where.startsWith("trail-differs at audit_entry no. " + told + ", new value"))
                    .anyMatch(where -> where.startsWith("trail-entries-missing at audit_entry no. " + login + " "))
                    .anyMatch(where -> where.startsWith("trail-differs at audit_entry no.")
                            && where.contains("capture " + capture + ", expert"));
            assertThat(call("quality", "GET", "/api/integrity-checks/" + lastRun(), null)
                            .body())
                    .contains("advice");
        }
        assertThat(findings()).as("after everything was put back").isEmpty();
    }

    @Test
    void aDisabledTriggerLetsNothingPassUnseen() throws Exception {
        findings();
        try (var hand = new Hand(server)) {
            hand.execute("alter table audit_entry disable trigger all");
            var told = hand.one(
                    "select no from audit_entry where act = 'signed' and field = 'meaning'" + " order by no limit 1");
            hand.alter("audit_entry", "no = " + told, "new_value = 'APPROVAL'");
            hand.execute("alter table audit_entry enable trigger all");

            assertThat(findings())
                    .anyMatch(where -> where.startsWith("trail-differs at audit_entry no. " + told))
                    .anyMatch(where -> where.startsWith("trail-entries-altered at audit_entry no. "));
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void anOlderDatabaseIsNoticed() throws Exception {
        findings();
        try (var hand = new Hand(server)) {
            hand.waitForTheSealer();
            var last = Long.parseLong(hand.one("select to_no from integrity_mark order by from_no desc limit 1"));
            var before = Long.parseLong(hand.one("select from_no from integrity_mark order by from_no desc limit 1"));
            var lines = Files.readAllLines(Path.of(environment.getRequiredProperty("baton.integrity.marks")));
            hand.delete("audit_entry", "no >= " + before);
            hand.delete("integrity_mark", "from_no >= " + before);

            assertThat(findings()).contains("older-database at audit_entry up to no. " + last);
            hand.execute("delete from integrity_mark where from_no >= " + before);
            var file = Path.of(environment.getRequiredProperty("baton.integrity.marks"));
            Files.write(file, lines);
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void whoMayCheckIsQualityAuditorsAndAdministrators() {
        for (var person : List.of("expert1", "lead", "receiver1")) {
            assertThat(call(person, "POST", "/api/integrity-checks", null).statusCode())
                    .as(person)
                    .isEqualTo(403);
            assertThat(call(person, "GET", "/api/integrity-checks", null).statusCode())
                    .as(person)
                    .isEqualTo(403);
        }
        for (var person : List.of("quality", "auditor", "admin")) {
            assertThat(call(person, "GET", "/api/integrity-checks", null).statusCode())
                    .as(person)
                    .isEqualTo(200);
        }
    }

    /** A substitute peer, named by quality with a signature. */
    private void namePeer() {
        var alone = startedTransfer("Bent behind the back");
        changeTeam(alone, "expert1");
        var item = tell(alone, "expert1", "Known to one alone");
        signed(end(
                "quality",
                task("quality", item, "name-peer"),
                decision("name").put("to", "lead").put("comment", "There is no second expert.")));
    }

    /** A file in the draft of the first open capture task of an expert. */
    private void upload() throws Exception {
        var tasks =
                json.readTree(call("expert3", "GET", "/api/tasks", null).body()).findParents("taskId");
        var task = tasks.stream()
                .filter(open -> open.get("kind").asText().equals("capture"))
                .findFirst()
                .orElseThrow()
                .get("taskId")
                .asText();
        call("expert3", "POST", "/api/tasks/" + task + "/claim", null);
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"note.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\nThe rim feels cold when it is ready.\r\n--x--\r\n";
        var answer = send(HttpRequest.newBuilder(URI.create(url("/api/tasks/" + task + "/files")))
                .header("Authorization", basic("expert3", DEMO_PASSWORD))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private String lastRun() throws Exception {
        return json.readTree(call("quality", "GET", "/api/integrity-checks?limit=1", null)
                        .body())
                .at("/items/0/id")
                .asText();
    }

    /** Runs all checks to their end and names what they found. */
    private List<String> findings() throws Exception {
        var begun = call("quality", "POST", "/api/integrity-checks", null);
        assertThat(begun.statusCode()).isEqualTo(202);
        var id = json.readTree(begun.body()).get("id").asText();
        JsonNode run;
        do {
            Thread.sleep(200);
            run = json.readTree(
                    call("quality", "GET", "/api/integrity-checks/" + id, null).body());
        } while (run.get("state").asText().equals("running"));
        assertThat(run.get("state").asText()).isEqualTo("finished");
        return StreamSupport.stream(run.get("findings").spliterator(), false)
                .map(found ->
                        found.get("kind").asText() + " at " + found.get("where").asText())
                .toList();
    }

    /** A superuser's hand in the database and in the files, which puts everything back when it lets go. */
    private static final class Hand implements AutoCloseable {

        private interface Undo {
            void run() throws SQLException, IOException;
        }

        private final Connection connection;
        private final List<Undo> undo = new ArrayList<>();

        Hand(EmbeddedPostgres server) throws SQLException {
            connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"));
            execute("set session_replication_role = replica");
        }

        String one(String query) throws SQLException {
            return strings(query).get(0);
        }

        List<String> strings(String query) throws SQLException {
            var found = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }

        void alter(String table, String which, String how) throws SQLException {
            keep(table, which);
            execute("update " + table + " set " + how + " where " + which);
        }

        void delete(String table, String which) throws SQLException {
            keep(table, which);
            execute("delete from " + table + " where " + which);
        }

        /** Flips one byte of an uploaded file. */
        String file(Environment environment) throws Exception {
            var id = one("select id from evidence_file order by uploaded_at limit 1");
            var sha = one("select sha256 from evidence_file where id = '" + id + "'");
            var place = Path.of(environment.getRequiredProperty("baton.files.directory"))
                    .resolve(sha.substring(0, 2))
                    .resolve(sha);
            var bytes = Files.readAllBytes(place);
            undo.add(() -> Files.write(place, bytes));
            var flipped = bytes.clone();
            flipped[flipped.length / 2] ^= 1;
            Files.write(place, flipped);
            return id;
        }

        /** Remembers the rows as they are, to put them back by their place in the table. */
        private void keep(String table, String which) throws SQLException {
            var rows = strings("select row_to_json(t)::text from " + table + " t where " + which);
            var keys = strings("select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid"
                    + " and a.attnum = any(i.indkey) where i.indisprimary and i.indrelid = '" + table + "'::regclass");
            undo.add(0, () -> {
                for (var row : rows) {
                    var old = "json_populate_record(null::" + table + ", '" + row.replace("'", "''") + "')";
                    var same = new ArrayList<String>();
                    for (var key : keys) {
                        same.add("t." + key + " = o." + key);
                    }
                    execute("delete from " + table + " t using " + old + " o where " + String.join(" and ", same));
                    execute("insert into " + table + " overriding system value select * from " + old);
                }
            });
        }

        /** An entry that is taken away before it is sealed and put back after would rightly count as added. */
        void waitForTheSealer() throws SQLException, InterruptedException {
            var open = "select count(*) from audit_entry e where not exists"
                    + " (select 1 from ledger_leaf l where l.no = e.no)";
            for (int i = 0; i < 100 && !one(open).equals("0"); i++) {
                Thread.sleep(100);
            }
            assertThat(one(open)).as("entries not sealed after ten seconds").isEqualTo("0");
        }

        /** What takes away a row that an alteration has put under another key. */
        void afterwards(String sql) {
            undo.add(0, () -> execute(sql));
        }

        void execute(String sql) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() throws SQLException, IOException {
            for (var step : undo) {
                step.run();
            }
            connection.close();
        }
    }
}
