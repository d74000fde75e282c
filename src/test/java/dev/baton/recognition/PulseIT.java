package dev.baton.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.PlayedOverHttp;
import dev.baton.support.Statements;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The pulse: from five answers on it says how people are, and never who said what, whoever asks the database. */
@ExtendWith(OutputCaptureExtension.class)
class PulseIT extends PlayedOverHttp {

    private static final List<String> FIVE = List.of("lead", "expert1", "expert2", "receiver1", "quality");

    private static final List<String> TEAM =
            List.of("lead", "expert1", "expert2", "expert3", "quality", "lead2", "receiver1", "receiver2", "quality2");

    private static final int ROUNDS = 4;

    @Autowired
    ProcessEngine engine;

    @Autowired
    EmbeddedPostgres server;

    @Autowired
    PulseSettings settings;

    /** With nobody whom another test hired: five at each site would be counted apart. */
    @Override
    protected String startedTransfer(String name) {
        var transfer = importTransfer(name);
        var team = JSON.createArrayNode();
        ok(call("lead", "GET", "/api/transfers/" + transfer + "/team", null)).forEach(member -> {
            if (TEAM.contains(member.path("username").asText())) {
                team.add(member);
            }
        });
        ok(call("lead", "PUT", "/api/transfers/" + transfer + "/team?reason=who-is-there", team.toString()));
        start(transfer);
        return transfer;
    }

    @Test
    void fourStaySealedAndTheFifthOpensThemTogether() throws Exception {
        var transfer = startedTransfer("Pulse of four");
        openRound(transfer);
        for (var person : FIVE.subList(0, 4)) {
            answer(person, transfer, 2, "A word of " + person);
        }
        assertThat(pulse(transfer).at("/open/answers").asInt()).isEqualTo(4);
        assertThat(pulse(transfer).path("rounds")).isEmpty();
        assertThat(everyText()).noneMatch(text -> text.contains("A word of "));
        assertThat(call("lead", "POST", "/api/pulse", body(transfer, 3, "Again"))
                        .statusCode())
                .as("everybody answers once")
                .isEqualTo(409);
        var round = pulse(transfer).at("/open/id").asText();
        fire("pulse", round);
        var closed = pulse(transfer).at("/rounds/0");
        assertThat(closed.path("results").isNull()).isTrue();
        assertThat(open("lead").stream()
                        .noneMatch(task -> task.path("title").asText().equals("Pulse of four")))
                .as("nothing to answer")
                .isTrue();

        fire("pulse-rhythm", "pulse of " + transfer);
        answer("receiver2", transfer, 5, "The fifth");
        var results = pulse(transfer).at("/rounds/0/results");
        assertThat(results.path("answers").asInt()).isEqualTo(5);
        assertThat(results.path("handingOver").toString()).isEqualTo("[0,4,0,0,1]");
    }

    @Test
    void anAnswerCannotBeJoinedToAPersonByWhoeverReadsTheDatabaseTheLogsAndTheFiles(CapturedOutput output)
            throws Exception {
        var transfer = startedTransfer("Pulse of five");
        // Rounds of other transfers are under way too.
        var shut = keys();
        openRound(transfer);
        var before = trailCount();
        for (int i = 0; i < FIVE.size(); i++) {
            answer(FIVE.get(i), transfer, i + 1, "Unmistakable line of " + "abcde".charAt(i));
        }
        assertThat(pulse(transfer).at("/rounds/0/results/lines")).hasSize(5).allMatch(line -> line.asText()
                .startsWith("Unmistakable"));

        try (var attacker = DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"))) {
            var round = pulse(transfer).at("/open/id").asText();
            assertThat(rows(attacker, "select distinct xmin::text from pulse_answer where round_id = '" + round + "'"))
                    .as("no row is older than another")
                    .hasSize(1);
            assertThat(rows(attacker, "select count(*) from pulse_ballot where transfer_id = '" + transfer + "'"))
                    .containsExactly("0");
            assertThat(rows(
                            attacker,
                            "select column_name from information_schema.columns where table_name like 'pulse_answer'"))
                    .containsExactlyInAnyOrder("id", "round_id", "site", "handing_over", "heard", "line");
            // What was written in the same transaction as the answers, anywhere, names nobody who answered.
            var together = writtenWith(
                    attacker,
                    rows(attacker, "select min(xmin::text) from pulse_answer where round_id = '" + round + "'")
                            .get(0));
            assertThat(together.keySet()).containsExactlyInAnyOrder("pulse_answer", "pulse_mark");
            assertThat(together.values().stream().flatMap(List::stream))
                    .noneMatch(row -> FIVE.stream().anyMatch(row::contains));
            var marks = rows(attacker, "select encode(mark, 'hex') from pulse_mark where round_id = '" + round + "'");
            assertThat(marks).hasSize(5).doesNotContainAnyElementsOf(guesses(round));
        }
        assertThat(trailCount()).as("answering leaves nothing in the trail").isEqualTo(before);
        assertThat(everyText().stream().filter(text -> text.contains("Unmistakable line")))
                .as("each line stands once, and alone")
                .hasSize(5)
                .noneMatch(text -> FIVE.stream().anyMatch(text::contains));
        assertThat(output.getAll()).doesNotContain("Unmistakable line");
        assertThat(keys())
                .as("the key of what was opened is gone")
                .filteredOn(file -> !shut.contains(file))
                .noneMatch(file -> file.endsWith(".seal"));

        var round = pulse(transfer).at("/open/id").asText();
        fire("pulse", round);
        assertThat(keys()).noneMatch(file -> file.startsWith(round));
        leadAnswers(transfer, round);
    }

    /** Whoever has an access log knows when each person answered. They find no time to compare it with, and no order. */
    @Test
    void manyRoundsCostAsManyStatementsAsOne() {
        var transfer = startedTransfer("Pulse of many rounds");
        closeRound(transfer);
        var one = Statements.least(() -> pulse(transfer));
        for (int i = 0; i < 3; i++) {
            closeRound(transfer);
        }
        assertThat(pulse(transfer).path("rounds")).hasSize(4);
        assertThat(Statements.least(() -> pulse(transfer))).isEqualTo(one);
    }

    private void closeRound(String transfer) {
        fire("pulse-rhythm", "pulse of " + transfer);
        fire("pulse", pulse(transfer).at("/open/id").asText());
    }

    @Test
    void neitherATimeNorAnOrderTellsWhoAnsweredWhat() throws Exception {
        var transfer = startedTransfer("Pulse in order");
        var places = 0;
        var backwards = 0;
        var ids = 0;
        try (var attacker = DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"))) {
            assertThat(rows(
                            attacker,
                            "select column_name from information_schema.columns where table_name in ('pulse_answer',"
                                    + " 'pulse_ballot', 'pulse_mark') and (data_type like '%time%' or data_type like"
                                    + " '%date%' or column_default is not null or is_identity = 'YES')"))
                    .as("no row knows a time or a running number")
                    .isEmpty();
            for (int no = 1; no <= ROUNDS; no++) {
                fire("pulse-rhythm", "pulse of " + transfer);
                var round = pulse(transfer).at("/open/id").asText();
                for (int i = 0; i < FIVE.size(); i++) {
                    answer(FIVE.get(i), transfer, i + 1, "");
                }
                var of = " from pulse_answer where round_id = '" + round + "' order by ";
                places += inOrder(rows(attacker, "select handing_over" + of + "ctid"));
                backwards += inOrder(rows(attacker, "select handing_over" + of + "ctid desc"));
                ids += inOrder(rows(attacker, "select handing_over" + of + "id"));
                assertThat(rows(attacker, "select substr(id::text, 15, 1)" + of + "id"))
                        .as("ids of chance, and not of time")
                        .containsOnly("4");
                // Whoever answers last writes all rows: what the trail has beside them is beside all of them alike.
                assertThat(rows(
                                attacker,
                                "select distinct xmin::text from pulse_answer where round_id = '" + round + "'"))
                        .hasSize(1);
                fire("pulse", round);
                assertThat(rows(attacker, "select count(*) from pulse_mark where round_id = '" + round + "'"))
                        .containsExactly("0");
            }
        }
        // In order, all twenty would be at their place. By chance four are; sixteen are in one run of 200,000.
        assertThat(List.of(places, backwards, ids)).allMatch(hits -> hits < 16);
    }

    private static int inOrder(List<String> answers) {
        return (int) IntStream.range(0, answers.size())
                .filter(i -> answers.get(i).equals(String.valueOf(i + 1)))
                .count();
    }

    /** The lead's answer is a task until it is given, and then everybody reads it. */
    private void leadAnswers(String transfer, String round) {
        var task = open("lead").stream()
                .filter(open -> open.path("kind").asText().equals("pulse-answer")
                        && open.path("transferId").asText().equals(transfer))
                .findFirst()
                .orElseThrow();
        assertThat(task.path("dueAt").asText()).isNotEmpty();
        var reply = "{\"said\":\"It is heavy.\",\"did\":\"One task less a week.\"}";
        assertThat(call("expert1", "POST", "/api/pulse/" + round + "/reply", reply)
                        .statusCode())
                .isEqualTo(403);
        assertThat(call("lead", "POST", "/api/pulse/" + round + "/reply", reply).statusCode())
                .isEqualTo(201);
        assertThat(open("lead").stream().noneMatch(open -> open.path("taskId").equals(task.path("taskId"))))
                .isTrue();
        assertThat(pulse(transfer).at("/rounds/0/reply/did").asText()).isEqualTo("One task less a week.");
    }

    private List<JsonNode> open(String who) {
        var found = new ArrayList<JsonNode>();
        var path = "/api/tasks?limit=200";
        while (path != null) {
            var page = ok(call(who, "GET", path, null));
            page.path("items").forEach(found::add);
            var next = page.path("next").asText(null);
            path = next == null ? null : "/api/tasks?limit=200&after=" + next;
        }
        return found;
    }

    private void openRound(String transfer) {
        assertThat(pulse(transfer).path("open").isNull()).isTrue();
        fire("pulse-rhythm", "pulse of " + transfer);
        assertThat(pulse(transfer).at("/open/no").asInt()).isEqualTo(1);
    }

    private void answer(String who, String transfer, int handingOver, String line) {
        var answered = call(who, "POST", "/api/pulse", body(transfer, handingOver, line));
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(204);
    }

    private static String body(String transfer, int handingOver, String line) {
        return "{\"transferId\":\"" + transfer + "\",\"handingOver\":" + handingOver + ",\"heard\":4,\"line\":\"" + line
                + "\"}";
    }

    private JsonNode pulse(String transfer) {
        return ok(call("lead", "GET", "/api/transfers/" + transfer + "/pulse", null));
    }

    /** The time of that process's timer has come. */
    private void fire(String process, String key) {
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(key)
                .singleResult();
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .singleResult();
        engine.getManagementService().executeJob(job.getId());
    }

    private String trailCount() throws Exception {
        try (var attacker = DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"))) {
            return rows(attacker, "select count(*) from audit_entry").get(0);
        }
    }

    /** Every row of every table, as text. */
    private List<String> everyText() throws Exception {
        try (var attacker = DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"))) {
            var all = new ArrayList<String>();
            for (var table : tables(attacker)) {
                all.addAll(rows(
                        attacker,
                        "select t::text from " + table + " t where t::text like '%Unmistakable%'"
                                + " or t::text like '%A word of %'"));
            }
            return all;
        }
    }

    private static Map<String, List<String>> writtenWith(Connection attacker, String xmin) throws Exception {
        var found = new LinkedHashMap<String, List<String>>();
        for (var table : tables(attacker)) {
            var rows = rows(attacker, "select t::text from " + table + " t where xmin::text = '" + xmin + "'");
            if (!rows.isEmpty()) {
                found.put(table, rows);
            }
        }
        return found;
    }

    private static List<String> tables(Connection attacker) throws Exception {
        return rows(attacker, "select quote_ident(tablename) from pg_tables where schemaname = 'public'");
    }

    private static List<String> rows(Connection attacker, String sql) throws Exception {
        try (var statement = attacker.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    /** What somebody without the key would compute from what they know. */
    private static List<String> guesses(String round) throws Exception {
        var guesses = new ArrayList<String>();
        for (var person : FIVE) {
            for (var text : List.of(person, round + person, person + round, round + ":" + person)) {
                guesses.add(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))));
            }
        }
        return guesses;
    }

    private List<String> keys() throws IOException {
        if (!Files.isDirectory(settings.seals())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(settings.seals())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
