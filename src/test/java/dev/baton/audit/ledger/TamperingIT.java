package dev.baton.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.audit.AuditTrail;
import dev.baton.audit.FieldChange;
import dev.baton.audit.IntegrityFinding;
import dev.baton.audit.IntegrityReport;
import dev.baton.audit.TrailRef;
import dev.baton.support.RunningBaton;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever a superuser of the database bends is found, and the first bad record is named. All is rolled back. */
class TamperingIT extends RunningBaton {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int ENTRIES = 600;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerStore store;

    @Autowired
    AuditTrail trail;

    @Autowired
    EmbeddedPostgres server;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate jdbc;

    private long no;

    @BeforeEach
    void seal() {
        var record = UUID.randomUUID().toString();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (int i = 0; i < ENTRIES; i++) {
                trail.record(
                        "tried",
                        new TrailRef("sample", record, record, UUID.randomUUID(), null, null),
                        List.of(new FieldChange("value", String.valueOf(i), String.valueOf(i + 1), null)));
            }
        });
        no = ledger.sealUpTo("tried", "sample", record, SOON).leaf().no() - ENTRIES / 2;
    }

    @Test
    void nothingIsFoundWhereNothingWasBent() {
        assertThat(findingsAfter("select 1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            update audit_entry set new_value = 'x' where no = %1$d                    | audit_entry no. %1$d | entry-altered
            update audit_entry set old_value = null where no = %1$d                   | audit_entry no. %1$d | entry-altered
            update audit_entry set at = at + interval '1 microsecond' where no = %1$d | audit_entry no. %1$d | entry-altered
            update audit_entry set username = 'lead', person = 'x' where no = %1$d    | audit_entry no. %1$d | entry-altered
            update audit_entry set tx = 1 where no = %1$d                             | audit_entry no. %1$d | entry-altered
            delete from audit_entry where no >= %1$d                                  | audit_entry no. %1$d | entry-missing
            truncate audit_entry cascade                                              |                      | entry-missing
            delete from ledger_leaf where no = %1$d                                   | ledger_leaf          | ledger-leaf-missing
            delete from ledger_leaf where no > %1$d                                   | ledger_checkpoint    | ledger-shrunk
            update ledger_leaf set hash = sha256('x') where no = %1$d                 | audit_entry no. %1$d | entry-altered
            update ledger_node set hash = sha256('x') where index = 0                 | ledger_node 1/0      | ledger-node-differs
            update ledger_checkpoint set root_hash = sha256('x')                      | ledger_checkpoint    | ledger-signature-wrong
            update ledger_checkpoint set at = at + interval '1 second'                | ledger_checkpoint    | ledger-signature-wrong
            """)
    void whatIsBentIsFound(String sql, String where, String kind) {
        var findings = findingsAfter(String.format(sql, no));
        assertThat(findings).isNotEmpty();
        assertThat(findings.get(0).kind()).isEqualTo(kind);
        if (where != null) {
            assertThat(findings.get(0).where()).startsWith(String.format(where, no));
        }
    }

    @Test
    void swappedRowsAreFound() {
        var findings = findingsAfter(String.format(
                """
                with two as (select no, new_value from audit_entry where no in (%1$d, %1$d + 1))
                update audit_entry e set new_value = (select t.new_value from two t where t.no <> e.no)
                where e.no in (%1$d, %1$d + 1)""",
                no));
        assertThat(findings)
                .extracting(IntegrityFinding::where)
                .contains("audit_entry no. " + no, "audit_entry no. " + (no + 1));
    }

    @Test
    void anEntryThatWasSlippedInIsFound() {
        var findings = findingsAfter(
                """
                insert into audit_entry (tx, at, zone, person, username, role, site, act, record_type, record_id, record_label)
                select 1, now(), zone, person, username, role, site, act, record_type, record_id, record_label
                from audit_entry order by no limit 1""");
        assertThat(findings).extracting(IntegrityFinding::kind).containsExactly("entry-added");
    }

    @Test
    void anEntryThatWasRewrittenTogetherWithItsLeafIsFoundByTheSignedRoot() throws Exception {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"))) {
            connection.setAutoCommit(false);
            var bent = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            bent.execute("set local session_replication_role = replica");
            bent.update("update audit_entry set new_value = 'x' where no = ?", no);
            var hash = bent.queryForObject(
                    "select " + LedgerEntry.COLUMNS + ", l.transfer_no from audit_entry e"
                            + " join ledger_leaf l on l.no = e.no where e.no = ?",
                    (row, n) -> Leaf.hash(LedgerEntry.read(row, row.getLong(LedgerEntry.COLUMN_COUNT + 1))),
                    no);
            bent.update("update ledger_leaf set hash = ? where no = ?", hash, no);
            assertThat(check(bent)).extracting(IntegrityFinding::kind).contains("ledger-root-differs");
            connection.rollback();
        }
    }

    @Test
    void catchingUpLooksAtNewLeavesAlone() {
        var check = new TrailAgainstLedger(jdbc, store);
        var report = new Collected();
        var all = new TransactionTemplate(transactions).execute(status -> check.catchUp(report));
        assertThat(all).isGreaterThanOrEqualTo(ENTRIES);
        seal();
        var more = new TransactionTemplate(transactions).execute(status -> check.catchUp(report));
        assertThat(more).isBetween((long) ENTRIES, ENTRIES + 200L);
        assertThat(report.findings).isEmpty();
    }

    @Test
    void afterAFindingEverythingIsLookedAtAgain() throws Exception {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"))) {
            connection.setAutoCommit(false);
            var bent = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            var check = new TrailAgainstLedger(bent, new LedgerStore(bent));
            var report = new Collected();
            assertThat(check.catchUp(report)).isGreaterThanOrEqualTo(ENTRIES);
            bent.execute("set local session_replication_role = replica");
            bent.update("update audit_entry set new_value = 'x' where no = ?", no);
            check.catchUp(report);
            assertThat(report.findings)
                    .as("what was found right is not looked at again before the next full run")
                    .isEmpty();

            check.run(report);
            assertThat(report.findings).extracting(IntegrityFinding::where).containsExactly("audit_entry no. " + no);
            check.runOnNews(report);
            assertThat(report.findings)
                    .as("still found by the next run on what is new")
                    .hasSize(2);
            connection.rollback();
        }
    }

    private List<IntegrityFinding> findingsAfter(String sql) {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"))) {
            connection.setAutoCommit(false);
            var bent = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            // Keeps the triggers from firing, as whoever bends history would.
            bent.execute("set local session_replication_role = replica");
            bent.execute(sql);
            var findings = check(bent);
            connection.rollback();
            return findings;
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<IntegrityFinding> check(JdbcTemplate bent) {
        var report = new Collected();
        new TrailAgainstLedger(bent, new LedgerStore(bent)).run(report);
        return report.findings;
    }

    /** Keeps what is found. */
    private static final class Collected implements IntegrityReport {

        private final List<IntegrityFinding> findings = new ArrayList<>();

        @Override
        public void found(IntegrityFinding finding) {
            findings.add(finding);
        }

        @Override
        public void looked(long done, long of) {
            assertThat(done).isLessThanOrEqualTo(of);
        }
    }
}
