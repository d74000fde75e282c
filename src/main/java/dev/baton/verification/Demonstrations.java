package dev.baton.verification;

import dev.baton.Locks;
import dev.baton.Refusal.Fault;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.FieldChange;
import dev.baton.audit.TrailRef;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.identity.SigningProof;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.verification.VerificationEvent.RunClosed;
import dev.baton.verification.VerificationEvent.StepDemonstrated;
import dev.baton.verification.VerificationEvent.StepDemonstrated.Share;
import dev.baton.verification.VerificationEvent.StepPractised;
import dev.baton.verification.VerificationRefusals.EntryRefused;
import dev.baton.verification.VerificationRefusals.NotYours;
import dev.baton.verification.VerificationRefusals.OutOfTurn;
import dev.baton.verification.VerificationRefusals.Unknown;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to demonstrations: practice, formal runs, their two signatures. */
@Service
@Transactional
public class Demonstrations {

    private final Transfers transfers;
    private final Pair pair;
    private final CriticalCues cues;
    private final OpenRuns open;
    private final DemonstrationRuns runs;
    private final Standings standings;
    private final RunReading reading;
    private final Training training;
    private final Signatures signatures;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Demonstrations(
            Transfers transfers,
            Pair pair,
            CriticalCues cues,
            OpenRuns open,
            DemonstrationRuns runs,
            Standings standings,
            RunReading reading,
            Training training,
            Signatures signatures,
            AuditTrail trail,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.transfers = transfers;
        this.pair = pair;
        this.cues = cues;
        this.open = open;
        this.runs = runs;
        this.standings = standings;
        this.reading = reading;
        this.training = training;
        this.signatures = signatures;
        this.trail = trail;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What the pair says before a formal run.
     *
     * @param agreedBy user names of those who agree to call it formal; both have to
     */
    public record Agreement(
            @Nullable RunKind kind, @Nullable String receiver, @Nullable String expert, List<String> agreedBy) {}

    /** Counts a practice run. Who practised, and how it went, is kept nowhere. */
    public DemonstrationState practise(StepId id, RunKind kind) {
        var step = transfers.requireStep(id);
        pair.requirePlayer(step.transferId());
        standings.practise(id, step.transferId(), kind);
        events.publishEvent(new StepPractised(step.transferId(), id, kind));
        return standings.state(id);
    }

    /** Both agree to call the next run formal. One formal run of a receiver at a step is open at a time. */
    public RunView begin(StepId id, Agreement agreement, RunProgress progress) {
        var step = transfers.requireStep(id);
        var faults = new ArrayList<Fault>();
        var kind = agreement.kind();
        var receiver = agreement.receiver();
        var expert = agreement.expert();
        pair.faults(step.transferId(), receiver, expert).forEach(faults::add);
        if (kind == null) {
            faults.add(Fault.of("kind", "verification.kind-unknown"));
        }
        if (faults.isEmpty()
                && !agreement.agreedBy().containsAll(Stream.of(receiver, expert).toList())) {
            faults.add(Fault.of("agreedBy", "verification.both-agree"));
        }
        if (!faults.isEmpty() || kind == null || receiver == null || expert == null) {
            throw new EntryRefused(faults);
        }
        var me = Acting.current().username();
        if (!me.equals(receiver) && !me.equals(expert)) {
            throw new NotYours("verification.not-of-the-pair");
        }
        training.requireRun(step, receiver);
        oneAtATime(id);
        if (open.ofStep(id).stream().anyMatch(run -> run.receiver().equals(receiver))) {
            throw new OutOfTurn("verification.run-open");
        }
        var run = new OpenRun(
                RunId.create(),
                step.transferId(),
                id,
                kind,
                receiver,
                expert,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                cues.require(step),
                progress,
                1);
        RunRules.requireStorable(run, progress);
        open.add(run);
        trail.record(
                "run-agreed",
                new TrailRef(
                        DemonstrationRun.SUBJECT,
                        run.id().toString(),
                        RunReading.label(step) + ", " + kind.code(),
                        step.transferId().value(),
                        null,
                        null),
                List.of(
                        FieldChange.set("kind", kind.code()),
                        FieldChange.set("receiver", receiver),
                        FieldChange.set("expert", expert)));
        return reading.view(run);
    }

    /** Replaces how far the pair is. Stale {@code counter}: a conflict, nothing lost. */
    public RunView save(RunId id, long counter, RunProgress progress) {
        var run = mine(id);
        RunRules.requireStorable(run, progress);
        open.save(id, counter, progress);
        return reading.view(open.find(id).orElseThrow(Unknown::new));
    }

    /** The pair stops a formal run. It stays on record, and the row of unaided runs begins again. */
    public RunView stop(RunId id, @Nullable String reason) {
        var seen = mine(id);
        RunRules.requireReason(reason);
        oneAtATime(seen.stepId());
        var run = mine(id);
        var stopped = runs.saveAndFlush(DemonstrationRun.stopped(
                run,
                RunReading.label(transfers.step(run.stepId())),
                nextNumber(run.stepId()),
                standings.rule(),
                String.valueOf(reason).strip(),
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        open.remove(id);
        events.publishEvent(new RunClosed(run.transferId(), run.stepId(), id));
        return reading.view(standings.closed(stopped));
    }

    /** Refuses unless the current actor is one of the two who sign that run, and has not signed it yet. */
    @Transactional(readOnly = true)
    public RunView requireSigner(RunId id, String username) {
        var run = require(id);
        if (!run.isOfPair(username)) {
            throw new NotYours(
                    "verification.signed-by-the-two",
                    run.receiver().name(),
                    run.expert().name());
        }
        if (run.isSignedBy(username) || run.state() == RunView.State.STOPPED) {
            throw new OutOfTurn("verification.run-closed");
        }
        open.find(id).ifPresent(RunRules::requireComplete);
        return run;
    }

    /**
     * The current actor signs the run: the receiver answers for it, the expert saw it done. With the first of the two
     * signatures it is written for good.
     */
    public SignatureView sign(RunId id, SigningProof proof) {
        var me = Acting.current().username();
        oneAtATime(requireSigner(id, me).stepId());
        var run = open.find(id)
                .map(this::written)
                .or(() -> runs.findById(id.value()))
                .orElseThrow(Unknown::new);
        requireSigner(id, me);
        if (!run.currentHash().equals(run.contentHash())) {
            throw new OutOfTurn("verification.run-altered");
        }
        var before = standings.of(run.stepId());
        var receiver = me.equals(run.receiver());
        var signature = signatures.sign(
                proof,
                run.subject(),
                receiver ? Meaning.RESPONSIBILITY : Meaning.WITNESS,
                receiver ? Role.RECEIVER : Role.EXPERT,
                run.contentHash(),
                run.result().code(),
                null);
        if (standings.closed(run).isSignedByBoth()) {
            events.publishEvent(new RunClosed(run.transferId(), run.stepId(), id));
            var after = standings.of(run.stepId());
            if (after.hasPassed(run.receiver()) && !before.hasPassed(run.receiver())) {
                events.publishEvent(demonstrated(run, after));
            }
        }
        return signature;
    }

    /** The run, if the current actor may see it. */
    @Transactional(readOnly = true)
    public RunView require(RunId id) {
        var view = open.find(id)
                .map(reading::view)
                .or(() -> runs.findById(id.value()).map(standings::closed).map(reading::view))
                .orElseThrow(Unknown::new);
        transfers.requireStep(view.stepId());
        if (!maySee(view)) {
            throw new Unknown();
        }
        return view;
    }

    /** The runs of a step that the current actor may see, the newest first. */
    @Transactional(readOnly = true)
    public List<RunView> ofStep(StepId id) {
        transfers.requireStep(id);
        return Stream.concat(
                        open.ofStep(id).stream().map(reading::view).sorted(Comparator.comparing(RunView::agreedAt)),
                        runs.findByStepIdOrderByNumber(id.value()).stream()
                                .sorted(Comparator.comparing(DemonstrationRun::number)
                                        .reversed())
                                .map(standings::closed)
                                .map(reading::view))
                .filter(this::maySee)
                .toList();
    }

    /** Receivers and experts who may stand at the bench of a transfer, as user names. */
    @Transactional(readOnly = true)
    public List<String> receivers(TransferId transfer) {
        return pair.receivers(transfer);
    }

    /** As {@link #receivers}, for the sending site. */
    @Transactional(readOnly = true)
    public List<String> experts(TransferId transfer) {
        return pair.experts(transfer);
    }

    private boolean maySee(RunView view) {
        return reading.maySee(
                view.transferId(), view.receiver().username(), view.expert().username());
    }

    private OpenRun mine(RunId id) {
        var view = require(id);
        if (!view.isOfPair(Acting.current().username())) {
            throw new NotYours("verification.not-of-the-pair");
        }
        return open.find(id).orElseThrow(() -> new OutOfTurn("verification.run-closed"));
    }

    private DemonstrationRun written(OpenRun run) {
        RunRules.requireComplete(run);
        var ended = runs.saveAndFlush(DemonstrationRun.ended(
                run,
                RunReading.label(transfers.step(run.stepId())),
                nextNumber(run.stepId()),
                standings.rule(),
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        open.remove(run.id());
        return ended;
    }

    private int nextNumber(StepId step) {
        return runs.countByStepId(step.value()) + 1;
    }

    private static StepDemonstrated demonstrated(DemonstrationRun run, Standing standing) {
        var with = standing.passedWith(run.receiver());
        var shares = with.stream()
                .flatMap(closed -> closed.signatures().stream()
                        .map(signature -> new Share(
                                signature.meaning() == Meaning.WITNESS ? "witnessed" : "demonstrated",
                                signature.username(),
                                closed.run().id(),
                                signature.id(),
                                signature.signedAt())))
                .toList();
        var items = with.stream()
                .flatMap(closed -> closed.run().named().keySet().stream())
                .distinct()
                .toList();
        return new StepDemonstrated(run.transferId(), run.stepId(), run.receiver(), items, shares);
    }

    /** From here to the end of the transaction nobody else closes a run of the step: check and act are one. */
    private void oneAtATime(StepId step) {
        Locks.about(jdbc, "demonstrations of", step.value());
    }
}
