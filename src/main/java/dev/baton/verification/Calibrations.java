package dev.baton.verification;

import dev.baton.Locks;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.FileSharing;
import dev.baton.capture.Pictures;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.verification.Agreement.Said;
import dev.baton.verification.CalibrationView.Next;
import dev.baton.verification.CalibrationView.Sample;
import dev.baton.verification.CalibrationView.Within;
import dev.baton.verification.VerificationRefusals.EntryRefused;
import dev.baton.verification.VerificationRefusals.NotYours;
import dev.baton.verification.VerificationRefusals.OutOfTurn;
import dev.baton.verification.VerificationRefusals.Unknown;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to feel calibration: an expert and a receiver judge the same samples blind, twice. */
@Service
public class Calibrations implements FileSharing {

    private static final Set<String> SENSES = Set.of("sight", "sound", "smell", "touch", "instrument");
    private static final int MOST_SAMPLES = 100;
    private static final int FEWEST_SAMPLES = 2;

    private final CalibrationSets sets;
    private final CalibrationSamples samples;
    private final CalibrationJudgements judgements;
    private final Transfers transfers;
    private final Pair pair;
    private final RunReading reading;
    private final People people;
    private final Pictures pictures;
    private final VerificationSettings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Calibrations(
            CalibrationSets sets,
            CalibrationSamples samples,
            CalibrationJudgements judgements,
            Transfers transfers,
            Pair pair,
            RunReading reading,
            People people,
            Pictures pictures,
            VerificationSettings settings,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.sets = sets;
        this.samples = samples;
        this.judgements = judgements;
        this.transfers = transfers;
        this.pair = pair;
        this.reading = reading;
        this.people = people;
        this.pictures = pictures;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A receiver, an expert or the lead makes a set for a step. */
    @Transactional
    public CalibrationView create(StepId id, CalibrationForm form) {
        var step = transfers.requireStep(id);
        if (!transfers.isLead(step.transferId())) {
            pair.requirePlayer(step.transferId());
        }
        check(form, step.transferId());
        var set = sets.saveAndFlush(new Calibration(step, form, Acting.current().username(), now(), random.nextLong()));
        int position = 0;
        for (var label : form.samples()) {
            samples.save(new CalibrationSample(set, ++position, label.strip(), null));
        }
        samples.flush();
        return view(set);
    }

    /** Adds a picture as a sample, before anybody has judged. */
    public CalibrationView addPicture(UUID id, String label, String name, InputStream bytes) {
        var transfer =
                Objects.requireNonNull(transaction.execute(status -> growing(id).transferId()));
        var file = pictures.add(id, transfer, name, bytes);
        return Objects.requireNonNull(transaction.execute(status -> {
            var set = growing(id);
            var position = samples.findByCalibrationIdOrderByPosition(id).size() + 1;
            var said = label.isBlank() ? String.valueOf(position) : label.strip();
            samples.saveAndFlush(
                    new CalibrationSample(set, position, said, file.fileId().value()));
            return view(set);
        }));
    }

    /** The set, if the current actor may see it: the pair, quality and the lead. */
    @Transactional(readOnly = true)
    public CalibrationView require(UUID id) {
        return view(seen(id));
    }

    /** The sets of a transfer that the current actor may see, the newest first. */
    @Transactional(readOnly = true)
    public List<CalibrationView> ofTransfer(TransferId id) {
        transfers.requireKnown(id);
        return sets.findByTransferIdOrderByCreatedAtDesc(id.value()).stream()
                .filter(this::maySee)
                .map(this::view)
                .toList();
    }

    /** The sample that is next for the current actor, or empty: they have judged everything twice. */
    @Transactional(readOnly = true)
    public Optional<Next> next(UUID id) {
        var set = rated(id);
        return next(set, samples.findByCalibrationIdOrderByPosition(id), judgements.findByCalibrationId(id));
    }

    /** The current actor judges the sample that is next for them; each once, without a look back. */
    @Transactional
    public void judge(UUID id, UUID sample, String answer) {
        var set = rated(id);
        oneAtATime(id);
        var all = samples.findByCalibrationIdOrderByPosition(id);
        var next = next(set, all, judgements.findByCalibrationId(id))
                .filter(one -> one.sample().id().equals(sample))
                .orElseThrow(() -> new OutOfTurn("verification.judged-already"));
        if (!set.answers().contains(answer)) {
            throw new EntryRefused(
                    List.of(Fault.of("answer", "verification.answer-unknown", String.join(", ", set.answers()))));
        }
        var judged = all.stream()
                .filter(one -> one.getId().equals(sample))
                .findFirst()
                .orElseThrow(Unknown::new);
        judgements.saveAndFlush(
                new CalibrationJudgement(judged, Acting.current().username(), next.round(), answer, now()));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isShared(UUID record) {
        return sets.findById(record).filter(this::maySee).isPresent();
    }

    private Optional<Next> next(Calibration set, List<CalibrationSample> all, List<CalibrationJudgement> judged) {
        var me = Acting.current().username();
        if (all.size() < FEWEST_SAMPLES) {
            throw new OutOfTurn("verification.too-few-samples", FEWEST_SAMPLES);
        }
        for (int round = 1; round <= 2; round++) {
            var of = round;
            var done = judged.stream()
                    .filter(one -> one.username().equals(me) && one.round() == of)
                    .map(CalibrationJudgement::sampleId)
                    .collect(Collectors.toSet());
            var left = BlindOrder.of(all, set.seed(), me, round).stream()
                    .filter(one -> !done.contains(one.getId()))
                    .findFirst();
            if (left.isPresent()) {
                return Optional.of(new Next(round, done.size() + 1, all.size(), sample(left.get())));
            }
        }
        return Optional.empty();
    }

    private Calibration seen(UUID id) {
        var set = sets.findById(id).orElseThrow(Unknown::new);
        if (!maySee(set)) {
            throw new Unknown();
        }
        return set;
    }

    private boolean maySee(Calibration set) {
        return reading.maySee(set.transferId(), set.receiver(), set.expert());
    }

    private Calibration rated(UUID id) {
        var set = seen(id);
        if (!set.isOf(Acting.current().username())) {
            throw new NotYours("verification.not-a-judge");
        }
        return set;
    }

    private Calibration growing(UUID id) {
        var set = seen(id);
        if (!set.isOf(Acting.current().username()) && !transfers.isLead(set.transferId())) {
            throw new NotYours("verification.not-a-judge");
        }
        if (!judgements.findByCalibrationId(id).isEmpty()) {
            throw new OutOfTurn("verification.judging-began");
        }
        if (samples.findByCalibrationIdOrderByPosition(id).size() >= MOST_SAMPLES) {
            throw new OutOfTurn("verification.too-many-samples", MOST_SAMPLES);
        }
        return set;
    }

    private void check(CalibrationForm form, TransferId transfer) {
        var faults = new ArrayList<Fault>();
        Texts.require("title", form.title(), Texts.LONGEST_LINE, faults);
        Texts.require("question", form.question(), Texts.LONGEST_LINE, faults);
        if (!SENSES.contains(form.sense())) {
            faults.add(Fault.of("sense", "verification.sense-unknown"));
        }
        if (form.answers().size() < 2 || form.answers().size() > 6) {
            faults.add(Fault.of("answers", "verification.answers"));
        }
        if (new HashSet<>(form.answers()).size() < form.answers().size()) {
            faults.add(Fault.of("answers", "verification.answer-twice"));
        }
        form.answers().forEach(answer -> Texts.require("answers", answer, 60, faults));
        if (form.samples().size() > MOST_SAMPLES) {
            faults.add(Fault.of("samples", "verification.too-many-samples", MOST_SAMPLES));
        }
        form.samples().forEach(label -> Texts.require("samples", label, Texts.LONGEST_LINE, faults));
        pair.faults(transfer, form.receiver(), form.expert()).forEach(faults::add);
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
    }

    private CalibrationView view(Calibration set) {
        var all = samples.findByCalibrationIdOrderByPosition(set.getId());
        var judged = judgements.findByCalibrationId(set.getId());
        int byExpert = count(judged, set.expert());
        int byReceiver = count(judged, set.receiver());
        var complete = all.size() >= FEWEST_SAMPLES && byExpert + byReceiver == 4 * all.size();
        var agreement = complete
                ? Agreement.of(
                        all.stream().map(CalibrationSample::getId).toList(),
                        set.answers(),
                        set.expert(),
                        set.receiver(),
                        judged.stream()
                                .map(one -> new Said(one.sampleId(), one.username(), one.round(), one.answer()))
                                .toList())
                : null;
        var kappa = agreement == null ? null : agreement.between();
        var low = kappa == null ? null : kappa.low();
        var high = kappa == null ? null : kappa.high();
        return new CalibrationView(
                set.getId(),
                set.transferId(),
                set.stepId(),
                set.stepLabel(),
                set.title(),
                set.question(),
                set.sense(),
                set.answers(),
                set.expert(),
                name(set.expert()),
                set.receiver(),
                name(set.receiver()),
                all.stream().map(Calibrations::sample).toList(),
                all.size() < settings.advisedSamples(),
                set.isOf(Acting.current().username()),
                byExpert,
                byReceiver,
                agreement == null
                        ? null
                        : new Within(percent(agreement.withinExpert()), percent(agreement.withinReceiver())),
                kappa == null ? null : percent(kappa.agreement()),
                kappa == null || kappa.kappa() == null ? null : rounded(kappa.kappa()),
                low == null || high == null ? null : List.of(rounded(low), rounded(high)),
                agreement == null ? null : agreement.verdict(),
                complete ? retestOn(judged) : null);
    }

    private LocalDate retestOn(List<CalibrationJudgement> judged) {
        return judged.stream()
                .map(CalibrationJudgement::judgedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(settings.retestDays());
    }

    private static int count(List<CalibrationJudgement> judged, String who) {
        return (int) judged.stream().filter(one -> one.username().equals(who)).count();
    }

    private static Sample sample(CalibrationSample sample) {
        return new Sample(sample.getId(), sample.label(), sample.fileId());
    }

    private String name(String username) {
        return people.person(username).map(PersonView::name).orElse(username);
    }

    private static double percent(double share) {
        return Math.round(share * 1000) / 10.0;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void oneAtATime(UUID id) {
        Locks.about(jdbc, "calibration", id);
    }
}
