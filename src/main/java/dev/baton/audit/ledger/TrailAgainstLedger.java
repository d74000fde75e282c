package dev.baton.audit.ledger;

import dev.baton.audit.IntegrityCheck;
import dev.baton.audit.IntegrityFinding;
import dev.baton.audit.IntegrityReport;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Every entry of the trail is what was sealed, in the order in which it was sealed, and nothing was added beside. */
@Component
class TrailAgainstLedger implements IntegrityCheck {

    /** A tree whose leaves up to {@code size} were found right. */
    private record Verified(long size, String rootHash) {}

    private static final Verified NOTHING = new Verified(0, "");

    private final JdbcTemplate jdbc;
    private final LedgerStore store;
    private volatile Verified verified = NOTHING;

    TrailAgainstLedger(JdbcTemplate jdbc, LedgerStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    @Override
    public String name() {
        return "trail-against-ledger";
    }

    @Override
    public int order() {
        return 310;
    }

    @Override
    public void run(IntegrityReport report) {
        verify(0, report);
    }

    @Override
    public void runOnNews(IntegrityReport report) {
        catchUp(report);
    }

    /**
     * Looks only at what was sealed since the last time that everything was right; all of it when the tree before is not
     * the one that was looked at. How many leaves were looked at.
     */
    long catchUp(IntegrityReport report) {
        var before = verified;
        var unchanged = before.size() > 0
                && before.size() <= store.size()
                && Sha256.hex(new Proofs(store.nodes()).root(before.size())).equals(before.rootHash());
        return verify(unchanged ? before.size() : 0, report);
    }

    private long verify(long from, IntegrityReport report) {
        var counted = new Counted(report);
        signature(counted);
        long size;
        try {
            size = pass(from, counted);
        } catch (LedgerBroken e) {
            counted.found("ledger", "ledger-leaf-missing", String.valueOf(store.size()));
            verified = NOTHING;
            return 0;
        }
        added(counted);
        verified = counted.findings == 0 && size > 0
                ? new Verified(size, Sha256.hex(new Proofs(store.nodes()).root(size)))
                : NOTHING;
        return size - from;
    }

    private long pass(long from, Counted report) {
        ConnectionCallback<Long> pass = connection -> new LedgerVerification(connection, store, from, report).run();
        var size = jdbc.execute(pass);
        return size == null ? 0 : size;
    }

    private void signature(Counted report) {
        store.latest().ifPresent(checkpoint -> {
            if (store.keys().stream().noneMatch(checkpoint::isSignedBy)) {
                report.found("ledger_checkpoint " + checkpoint.size(), "ledger-signature-wrong");
            }
        });
    }

    /** Below the sealer's floor every transaction is over and sealed. */
    private void added(Counted report) {
        jdbc.query(
                """
                select e.no from audit_entry e
                where e.tx < (select f.floor from ledger_floor f
                    where f.cluster = (select system_identifier from pg_control_system()) order by f.id desc limit 1)
                  and not exists (select from ledger_leaf l where l.no = e.no)
                order by e.no""",
                row -> {
                    report.found("audit_entry no. " + row.getLong(1), "entry-added");
                });
    }

    /** Hands findings on and counts them. */
    private static final class Counted implements LedgerVerification.Findings {

        private final IntegrityReport report;
        private long findings;

        Counted(IntegrityReport report) {
            this.report = report;
        }

        @Override
        public void found(String where, String kind, String... args) {
            findings++;
            report.found(IntegrityFinding.of(where, kind, args));
        }

        @Override
        public void looked(long done, long of) {
            report.looked(done, of);
        }
    }
}
