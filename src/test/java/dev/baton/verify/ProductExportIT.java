package dev.baton.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.support.RunningBaton;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the running product exports is valid to both verifiers; what was bent afterwards, in file or database, is not. */
class ProductExportIT extends RunningBaton {

    private static final JavaVerifier JAVA = new JavaVerifier();

    private static BrowserVerifier browser;

    @Autowired
    JdbcClient database;

    @Autowired
    EmbeddedPostgres server;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        browser = new BrowserVerifier();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void anExportIsValidAndItsKeyIsTheOneThatIsPublished() throws Exception {
        var keys = folder.resolve("keys.json");
        Files.writeString(
                keys,
                call("auditor", "GET", "/.well-known/baton-ledger-keys", null).body());

        var complete = both(export(""), keys);
        var filtered = both(export("?act=created"), keys);

        assertThat(complete.status()).as(String.join("\n", complete.lines())).isZero();
        assertThat(complete.lines())
                .contains("Complete: no entry of the transfer before the export is left out.")
                .anyMatch(line -> line.endsWith("the one that you gave"));
        assertThat(filtered.status()).as(String.join("\n", filtered.lines())).isZero();
        assertThat(filtered.lines()).anyMatch(line -> line.startsWith("Filtered: act \"created\""));
    }

    @Test
    void anEditOfEachSheetIsFoundWhereItIs() throws Exception {
        var file = export("");
        for (var edit : Map.of("Overview", "B2", "Signatures", "E3", "Audit trail", "E7", "Items", "E3")
                .entrySet()) {
            var workbook = new Package(file);
            workbook.say(edit.getKey(), edit.getValue(), "bent");
            var bent = folder.resolve("bent.xlsx");
            workbook.write(bent);

            var answer = both(bent, null);

            assertThat(answer.status()).isEqualTo(1);
            assertThat(answer.first()).isEqualTo(edit.getKey() + "!" + edit.getValue() + ": altered; now \"bent\"");
        }
    }

    @Test
    void anEntryThatASuperuserBentInTheDatabaseDoesNotFitTheLedger() throws Exception {
        var no = database.sql("select no from audit_entry where transfer_id = ?::uuid and new_value is not null"
                        + " and act = 'created' order by no limit 1")
                .param(transfer())
                .query(Long.class)
                .single();
        bend("update audit_entry set username = username || ' bent' where no = " + no);
        try {
            var answer = both(export(""), null);

            assertThat(answer.status()).as(String.join("\n", answer.lines())).isEqualTo(1);
            assertThat(answer.first()).matches("Audit trail!A[0-9]+: the ledger holds another entry");
        } finally {
            bend("update audit_entry set username = replace(username, ' bent', '') where no = " + no);
        }
    }

    private void bend(String sql) throws SQLException {
        try (Connection hand = DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"))) {
            hand.createStatement().execute("set session_replication_role = replica");
            assertThat(hand.createStatement().executeUpdate(sql)).isEqualTo(1);
        }
    }

    private String transfer() {
        return database.sql("select id::text from transfer order by created_at limit 1")
                .query(String.class)
                .single();
    }

    private Path export(String filter) throws IOException, InterruptedException {
        var file = Files.createTempFile(folder, "export", ".xlsx");
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(url("/api/transfers/" + transfer() + "/audit-trail.xlsx" + filter)))
                                .header("Authorization", basic("quality", DEMO_PASSWORD))
                                .build(),
                        BodyHandlers.ofFile(file));
        assertThat(answer.statusCode()).isEqualTo(200);
        return file;
    }

    private static Answer both(Path file, @Nullable Path keys) throws IOException {
        var inJava = JAVA.verify(file, keys == null ? null : keys.toString());
        assertThat(browser.verify(file, keys == null ? null : Files.readString(keys)))
                .isEqualTo(inJava);
        return inJava;
    }
}
