package dev.baton.audit;

import dev.baton.Digests;
import dev.baton.audit.IntegrityRunView.FoundView;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs every contributed check, one after the other, each in a read-only transaction that sees one moment. One run at a
 * time among all nodes: whoever runs holds an advisory lock of the database, which goes when the node dies.
 */
@Component
class IntegrityRunner {

    /** Of each check that many findings are kept, the first ones; the rest is counted. */
    static final int MOST_FINDINGS = 200;

    private static final Logger LOG = LoggerFactory.getLogger(IntegrityRunner.class);
    private static final long LOCK = 0x4241544f4e03L;
    private static final long PROGRESS_EVERY_NANOS = 300_000_000L;

    private final List<IntegrityCheck> checks;
    private final IntegrityRuns runs;
    private final TrailMarks marks;
    private final DataSource database;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final MessageSource messages;

    IntegrityRunner(
            List<IntegrityCheck> checks,
            IntegrityRuns runs,
            TrailMarks marks,
            DataSource database,
            PlatformTransactionManager transactions,
            MessageSource messages) {
        this.checks = checks.stream()
                .sorted(Comparator.comparingInt(IntegrityCheck::order).thenComparing(IntegrityCheck::name))
                .toList();
        this.runs = runs;
        this.marks = marks;
        this.database = database;
        var oneMoment = new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.reading = new TransactionTemplate(transactions, oneMoment);
        this.writing = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        this.messages = messages;
    }

    /** A run that may begin: this node holds the lock until it is closed. */
    final class Turn implements AutoCloseable {

        private final Connection held;
        private final UUID id;

        private Turn(Connection held, String username, boolean everything) {
            this.held = held;
            this.id = java.util.Objects.requireNonNull(writing.execute(status -> {
                runs.closeInterrupted();
                return runs.begin(username, checks.size(), everything);
            }));
        }

        UUID id() {
            return id;
        }

        @Override
        public void close() {
            release(held);
        }
    }

    /**
     * The right to run, or null while another run is at work somewhere.
     *
     * @param everything whether also what was found right before is looked at again
     */
    @Nullable
    Turn turn(String username, boolean everything) {
        Connection held = null;
        try {
            held = database.getConnection();
            if (locked(held)) {
                return new Turn(held, username, everything);
            }
            held.close();
            return null;
        } catch (SQLException | RuntimeException e) {
            release(held);
            throw new IllegalStateException("The integrity checks could not begin", e);
        }
    }

    /** Runs everything; what goes wrong ends the run as failed and is never swallowed silently. */
    String run(UUID id, boolean everything) {
        var found = new Count();
        var state = "finished";
        try {
            for (int i = 0; i < checks.size(); i++) {
                var report = new Report(id, checks.get(i), i + 1, found);
                report.tell(0, 0);
                reading.executeWithoutResult(status -> {
                    if (everything) {
                        report.check.run(report);
                    } else {
                        report.check.runOnNews(report);
                    }
                });
                report.tellLeftOut();
            }
            marks.advance();
        } catch (IntegrityCheckCancelled e) {
            state = "cancelled";
        } catch (RuntimeException e) {
            LOG.error("The run {} of the integrity checks failed", id, e);
            state = "failed";
        }
        var ended = state;
        writing.executeWithoutResult(status -> runs.end(id, ended, found.number));
        return ended;
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static void release(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try (connection;
                var statement = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        } catch (SQLException e) {
            LOG.warn("The lock of the integrity checks goes with its connection", e);
        }
    }

    private static final class Count {
        private int number;
    }

    /** What one check tells, stored at once so that a long run shows what it has found so far. */
    private final class Report implements IntegrityReport {

        private final UUID run;
        private final IntegrityCheck check;
        private final int step;
        private final Count count;
        private int ofThisCheck;
        private long toldAt;

        Report(UUID run, IntegrityCheck check, int step, Count count) {
            this.run = run;
            this.check = check;
            this.step = step;
            this.count = count;
        }

        @Override
        public void found(IntegrityFinding finding) {
            ofThisCheck++;
            if (ofThisCheck <= MOST_FINDINGS) {
                store(finding);
            }
        }

        @Override
        public void looked(long done, long of) {
            if (System.nanoTime() - toldAt > PROGRESS_EVERY_NANOS) {
                tell(done, of);
            }
        }

        void tell(long done, long of) {
            toldAt = System.nanoTime();
            var stop = Boolean.TRUE.equals(writing.execute(status -> {
                runs.progress(run, check.name(), step, done, of, count.number);
                return runs.isCancelAsked(run);
            }));
            if (stop) {
                throw new IntegrityCheckCancelled();
            }
        }

        void tellLeftOut() {
            if (ofThisCheck > MOST_FINDINGS) {
                var more = String.valueOf(ofThisCheck - MOST_FINDINGS);
                store(IntegrityFinding.of(check.name(), "more-findings", more));
            }
        }

        private void store(IntegrityFinding finding) {
            var args = finding.args().toArray();
            var key = "finding." + finding.kind();
            count.number++;
            var found = new FoundView(
                    count.number,
                    check.name(),
                    finding.where(),
                    finding.kind(),
                    messages.getMessage(key, args, key, Locale.ENGLISH),
                    messages.getMessage(key + ".advice", args, key + ".advice", Locale.ENGLISH),
                    fingerprint(check.name(), finding),
                    null);
            LOG.warn("Integrity: {} at {}: {}", check.name(), found.where(), found.what());
            writing.executeWithoutResult(status -> runs.add(run, found));
        }
    }

    private static String fingerprint(String check, IntegrityFinding finding) {
        return Digests.hex(
                String.join("\n", check, finding.where(), finding.kind(), String.join("\n", finding.args())));
    }
}
