package dev.baton.audit;

import dev.baton.Page;
import dev.baton.Refusal;
import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import dev.baton.identity.Reasons;
import dev.baton.identity.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to the integrity checks: begin a run, look at runs, stop one, and say what a finding was about. */
@Service
public class IntegrityChecks implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(IntegrityChecks.class);

    private final IntegrityRunner runner;
    private final IntegrityRuns runs;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "integrity");
        thread.setDaemon(true);
        return thread;
    });

    IntegrityChecks(IntegrityRunner runner, IntegrityRuns runs, AuditTrail trail, TransactionTemplate transaction) {
        this.runner = runner;
        this.runs = runs;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * Begins a run in the background, for quality, auditors and administrators.
     *
     * @return the run; the one at work already, when there is one
     */
    public UUID start() {
        requireReader();
        return begin(Acting.current(), true);
    }

    /** The run with its findings. */
    public IntegrityRunView run(UUID id) {
        requireReader();
        return runs.find(id).orElseThrow(IntegrityRefusals.RunUnknown::new);
    }

    /** The runs without their findings, newest first. */
    public Page<IntegrityRunView> list(@Nullable String after, int limit) {
        requireReader();
        return Page.of(runs.before(after == null ? null : place(after), limit + 1), limit, run -> run.id()
                .toString());
    }

    /** The newest run that looked at everything, without its findings; empty before the first. */
    public Optional<IntegrityRunView> last() {
        return runs.lastFinished();
    }

    /** Whether the current actor is to be alarmed by findings: quality and administrators. */
    public boolean alarmsMe() {
        var actor = Acting.current();
        return (actor.is(Role.QUALITY) || actor.is(Role.ADMIN))
                && last().filter(run -> run.open() > 0).isPresent();
    }

    /** Asks a run to stop; what it has found so far stays. */
    public void cancel(UUID id) {
        requireReader();
        transaction.executeWithoutResult(status -> {
            var run = runs.find(id).orElseThrow(IntegrityRefusals.RunUnknown::new);
            if (!runs.askToCancel(id)) {
                throw new IntegrityRefusals.RunEnded(run.state());
            }
            trail.record("cancelled-check", ref(id));
        });
    }

    /** Quality has looked into a finding and says what it was and what was done; it raises no alarm any more. */
    public IntegrityRunView resolve(UUID id, int no, @Nullable String reason) {
        var actor = Acting.current();
        if (!actor.is(Role.QUALITY)) {
            throw new dev.baton.identity.IdentityRefusals.RoleMissing(Role.QUALITY);
        }
        return Reasons.require(reason, () -> {
            transaction.executeWithoutResult(status -> {
                var found = run(id).findings().stream()
                        .filter(finding -> finding.no() == no)
                        .findFirst()
                        .orElseThrow(IntegrityRefusals.RunUnknown::new);
                if (found.resolution() != null) {
                    throw new IntegrityRefusals.ResolvedAlready(
                            found.resolution().name());
                }
                var why = String.valueOf(Acting.reason());
                runs.resolve(id, found.fingerprint(), actor.username(), actor.name(), why);
                trail.record("explained", ref(id), List.of(FieldChange.set("finding", found.where())));
            });
            return run(id);
        });
    }

    /** Every night, on one node: of the ledger only what is new, unless the last run found fault with it. */
    @Scheduled(cron = "${baton.integrity.nightly}", zone = "UTC")
    void nightly() {
        begin(Actor.SYSTEM, runs.lastFoundFaultWithTheLedger());
    }

    /** Every week, on one node: everything. */
    @Scheduled(cron = "${baton.integrity.weekly}", zone = "UTC")
    void weekly() {
        begin(Actor.SYSTEM, true);
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    private UUID begin(Actor actor, boolean everything) {
        var turn = runner.turn(actor.username(), everything);
        if (turn == null) {
            return runs.running().orElseThrow(IntegrityRefusals.Busy::new);
        }
        worker.execute(() -> Acting.as(actor, () -> {
            try (turn) {
                var state = runner.run(turn.id(), everything);
                note(turn.id(), state);
            } catch (RuntimeException e) {
                LOG.error("The run {} of the integrity checks could not be closed", turn.id(), e);
            }
            return turn;
        }));
        return turn.id();
    }

    private void note(UUID id, String state) {
        transaction.executeWithoutResult(status -> trail.record(
                "verified",
                ref(id),
                List.of(
                        FieldChange.set("state", state),
                        FieldChange.set(
                                "findings",
                                runs.find(id)
                                        .map(run ->
                                                String.valueOf(run.findings().size()))
                                        .orElse(null)))));
    }

    private static TrailRef ref(UUID id) {
        return TrailRef.of("integrity-run", id.toString(), id.toString());
    }

    private static UUID place(String after) {
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new dev.baton.PageUnreadable("after");
        }
    }

    private static void requireReader() {
        var actor = Acting.current();
        if (!actor.is(Role.QUALITY) && !actor.is(Role.AUDITOR) && !actor.is(Role.ADMIN)) {
            throw new IntegrityRefusals.NotYours(Refusal.Kind.NOT_YOURS);
        }
    }
}
