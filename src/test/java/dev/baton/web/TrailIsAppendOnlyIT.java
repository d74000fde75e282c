package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.support.RunningBaton;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody rewrites history: the application has no right to, and the owner of the schema runs into the triggers. */
class TrailIsAppendOnlyIT extends RunningBaton {

    @Autowired
    JdbcClient application;

    @Autowired
    EmbeddedPostgres server;

    @Test
    void theApplicationCanNeitherChangeNorDeleteNorEmptyHistory() {
        var tables = historyTables();
        assertThat(tables).contains("audit_entry", "revinfo", "signature", "person_aud");
        for (var table : tables) {
            for (var attempt : List.of("delete from " + table, "truncate " + table)) {
                assertThatThrownBy(() -> application.sql(attempt).update())
                        .as(attempt)
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
        }
        assertThatThrownBy(() ->
                        application.sql("update audit_entry set person = 'x'").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(
                        () -> application.sql("create table sidedoor (x int)").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void theOwnerOfTheSchemaIsStoppedByTriggers() throws Exception {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("baton_owner", "baton"));
                var statement = connection.createStatement()) {
            for (var table : historyTables()) {
                assertThatThrownBy(() -> statement.execute("truncate " + table + " cascade"))
                        .as(table)
                        .hasMessageContaining("append-only table");
            }
            assertThatThrownBy(() -> statement.execute("update audit_entry set person = 'x'"))
                    .hasMessageContaining("append-only table");
            assertThatThrownBy(() -> statement.execute("delete from audit_entry"))
                    .hasMessageContaining("append-only table");
        }
    }

    /** Every table of Envers and every table that a trigger protects. */
    private List<String> historyTables() {
        return application
                .sql("select tablename from pg_tables where schemaname = 'public' and (tablename like '%\\_aud'"
                        + " or tablename in ('audit_entry', 'revinfo', 'signature', 'statement_acceptance'))")
                .query(String.class)
                .list();
    }
}
