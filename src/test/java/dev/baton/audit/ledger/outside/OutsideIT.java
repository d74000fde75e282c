package dev.baton.audit.ledger.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.audit.IntegrityFinding;
import dev.baton.audit.IntegrityReport;
import dev.baton.audit.ledger.BentLedger;
import dev.baton.audit.ledger.Checkpoint;
import dev.baton.audit.ledger.Ledger;
import dev.baton.support.RunningBaton;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What was said outside catches a ledger that was set back or rewritten. */
class OutsideIT extends RunningBaton {

    @TempDir
    Path directory;

    @Autowired
    Ledger ledger;

    @Autowired
    EmbeddedPostgres server;

    private CheckpointFile file;
    private Checkpoint latest;

    @BeforeEach
    void note() throws Exception {
        file = new CheckpointFile(directory.resolve("checkpoints.jsonl"));
        latest = ledger.latest();
        file.append(latest);
    }

    @Test
    void nothingIsFoundWhereNothingWasBent() {
        assertThat(kinds("select 1")).isEmpty();
    }

    @Test
    void anOlderBackupIsNoticed() {
        assertThat(kinds("delete from ledger_leaf where index > 5")).containsExactly("outside-ahead");
    }

    @Test
    void aRewrittenLedgerIsNoticed() {
        assertThat(kinds("update ledger_leaf set hash = sha256('x') where index = " + (latest.size() - 1)))
                .containsExactly("outside-differs");
    }

    @Test
    void aForgedOrUnreadableLineIsNoticed() throws Exception {
        file.append(new Checkpoint(
                latest.ledger(), latest.size(), "00".repeat(32), latest.at(), latest.keyId(), latest.signature()));
        Files.writeString(file.path(), Files.readString(file.path()) + "garbage\n");
        assertThat(kinds("select 1")).containsExactly("outside-foreign", "outside-unreadable");
    }

    @Test
    void aTimeStampOfAnotherTextIsNoticed() throws Exception {
        try (var authority = new TimeStampAuthority()) {
            var service = new TimeStampService(Duration.ofSeconds(20), authority.certificate());
            var right = service.stamp(authority.url(), latest.text());
            var wrong = service.stamp(authority.url(), "another text");
            var insert = "insert into ledger_witness (kind, place, size, at, token) values ('time-stamp', 'tsa', "
                    + latest.size() + ", now(), '\\x";
            assertThat(kinds(insert + java.util.HexFormat.of().formatHex(right) + "')"))
                    .isEmpty();
            assertThat(kinds(insert + java.util.HexFormat.of().formatHex(wrong) + "')"))
                    .containsExactly("outside-time-stamp-wrong");
        }
    }

    private List<String> kinds(String sql) {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"))) {
            connection.setAutoCommit(false);
            var bent = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            bent.execute("set local session_replication_role = replica");
            bent.execute(sql);
            var kinds = new ArrayList<String>();
            new LedgerAgainstOutside(
                            ledger,
                            BentLedger.history(bent),
                            file,
                            new Witnesses(bent, java.time.Clock.systemUTC()),
                            new TimeStampService(Duration.ofSeconds(5), null))
                    .run(new IntegrityReport() {
                        @Override
                        public void found(IntegrityFinding finding) {
                            kinds.add(finding.kind());
                        }

                        @Override
                        public void looked(long done, long of) {}
                    });
            connection.rollback();
            return kinds;
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }
}
