package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.support.RunningBaton;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nobody rewrites history: the application has no right to, and the owner of the schema runs into the triggers. Which
 * tables are history is read from the database, so that a new one is held to it from its first day.
 */
class TrailIsAppendOnlyIT extends RunningBaton {

    /** Tables of the ledger in which something is kept that is no history, each with its reason. */
    private static final List<String> NO_HISTORY = List.of();

    @Autowired
    JdbcClient application;

    @Autowired
    EmbeddedPostgres server;

    @Test
    void theApplicationCanNeitherChangeNorDeleteNorEmptyHistory() throws Exception {
        var open = new TreeSet<String>();
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("baton_app", "baton"))) {
            for (var table : historyTables()) {
                for (var attempt : attempts(table)) {
                    if (!outcome(connection, attempt).contains("permission denied")) {
                        open.add(attempt + ": " + outcome(connection, attempt));
                    }
                }
                if (!outcome(connection, "alter table " + table + " disable trigger all")
                        .contains("must be owner")) {
                    open.add("the triggers of " + table);
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void theOwnerOfTheSchemaIsStoppedByTriggers() throws Exception {
        var open = new TreeSet<String>();
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("baton_owner", "baton"))) {
            for (var table : historyTables()) {
                for (var attempt : attempts(table)) {
                    var empty = application
                            .sql("select not exists (select from " + table + ")")
                            .query(Boolean.class)
                            .single();
                    // A trigger for each row has nothing to say where there is none.
                    if (empty && !attempt.startsWith("truncate")) {
                        continue;
                    }
                    if (!outcome(connection, attempt).contains("append-only table")) {
                        open.add(attempt + ": " + outcome(connection, attempt));
                    }
                }
                for (var trigger : List.of("_append_only", "_no_truncate")) {
                    if (!hasTrigger(table, table + trigger)) {
                        open.add(table + " has no trigger " + trigger);
                    }
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void theApplicationHasNoRightsOverTheSchema() {
        for (var attempt : List.of(
                "create table sidedoor (x int)",
                "drop trigger audit_entry_append_only on audit_entry",
                "drop table draft",
                "set session_replication_role = replica",
                "create function f() returns int language sql as 'select 1'")) {
            assertThatThrownBy(() -> application.sql(attempt).update())
                    .as(attempt)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void aTableLeftOpenIsNoticed() throws Exception {
        try (var owner = DriverManager.getConnection(server.getJdbcUrl("baton_owner", "baton"));
                var statement = owner.createStatement()) {
            statement.execute("create table ledger_left_open (x int)");
            try (var app = DriverManager.getConnection(server.getJdbcUrl("baton_app", "baton"))) {
                assertThat(historyTables()).contains("ledger_left_open");
                assertThat(attempts("ledger_left_open")).allSatisfy(attempt -> assertThat(outcome(owner, attempt))
                        .isEqualTo("done"));
                assertThat(outcome(app, "delete from ledger_left_open")).isEqualTo("done");
            } finally {
                statement.execute("drop table ledger_left_open");
            }
        }
    }

    /** By name: images, revisions, entries, signatures, the ledger; and whatever calls itself append-only. */
    private List<String> historyTables() {
        var tables = application
                .sql("select tablename from pg_tables where schemaname = 'public' and tablename not like 'act\\_%'"
                        + " and (tablename like '%\\_aud' or tablename like 'ledger\\_%' or tablename like 'signature%'"
                        + " or tablename in ('audit_entry', 'revinfo') or exists (select from pg_trigger"
                        + " where tgrelid = tablename::regclass and tgname like '%\\_append\\_only')) order by 1")
                .query(String.class)
                .list();
        assertThat(tables)
                .contains("audit_entry", "revinfo", "signature", "person_aud", "item_version", "integrity_finding")
                .hasSizeGreaterThan(35);
        return tables.stream().filter(table -> !NO_HISTORY.contains(table)).toList();
    }

    private List<String> attempts(String table) {
        var column = application
                .sql("select quote_ident(attname) from pg_attribute where attrelid = ?::regclass and attnum > 0"
                        + " and not attisdropped and attidentity = '' order by attnum desc limit 1")
                .param(table)
                .query(String.class)
                .single();
        return List.of(
                "update " + table + " set " + column + " = " + column,
                "delete from " + table,
                "truncate " + table + " cascade");
    }

    private boolean hasTrigger(String table, String trigger) {
        return application
                .sql("select exists (select from pg_trigger where tgrelid = ?::regclass and tgname = ?"
                        + " and tgenabled in ('O', 'A'))")
                .params(table, trigger)
                .query(Boolean.class)
                .single();
    }

    /** What the database says to an attempt; {@code done} when it lets it pass. Nothing stays of it. */
    private static String outcome(Connection connection, String attempt) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '20s'");
            statement.execute(attempt);
            return "done";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
