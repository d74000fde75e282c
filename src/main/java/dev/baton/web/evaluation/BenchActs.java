package dev.baton.web.evaluation;

import dev.baton.identity.Acting;
import dev.baton.identity.Reauthentication;
import dev.baton.identity.SigningProof;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.verification.CalibrationForm;
import dev.baton.verification.Calibrations;
import dev.baton.verification.CriticalCues;
import dev.baton.verification.CueScore;
import dev.baton.verification.DemonstrationState.Status;
import dev.baton.verification.DemonstrationStates;
import dev.baton.verification.Demonstrations;
import dev.baton.verification.Demonstrations.Agreement;
import dev.baton.verification.RunKind;
import dev.baton.verification.RunProgress;
import dev.baton.verification.RunProgress.Judged;
import dev.baton.verification.RunView;
import dev.baton.verification.Training;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * What the receiving site of the sample does at the bench: one step is passed, one is practised, one set of samples is
 * judged. Each act asks first whether it is done already.
 */
@Component
class BenchActs {

    private static final String PASSED = "1.3";
    private static final String PRACTISED = "3.3";
    private static final String RECEIVER = "receiver1";
    private static final String EXPERT = "expert2";
    private static final String TITLE = "Alive or not: twenty shadows";

    /** Trays whose shadow does not come back. */
    private static final Set<Integer> DEAD = Set.of(3, 6, 7, 12, 15, 19);

    private final Transfers transfers;
    private final Demonstrations demonstrations;
    private final DemonstrationStates states;
    private final CriticalCues cues;
    private final Calibrations calibrations;
    private final Training training;
    private final Reauthentication reauthentication;
    private final DemoPeople people;

    BenchActs(
            Transfers transfers,
            Demonstrations demonstrations,
            DemonstrationStates states,
            CriticalCues cues,
            Calibrations calibrations,
            Training training,
            Reauthentication reauthentication,
            DemoPeople people) {
        this.transfers = transfers;
        this.demonstrations = demonstrations;
        this.states = states;
        this.cues = cues;
        this.calibrations = calibrations;
        this.training = training;
        this.reauthentication = reauthentication;
        this.people = people;
    }

    /** Plays all of it. */
    void play(TransferId transfer) {
        var passed = step(transfer, PASSED);
        read(passed);
        if (states.of(passed).practiceRuns() == 0) {
            practise(passed, RunKind.SHADOW);
            practise(passed, RunKind.REVERSE_SHADOW);
        }
        while (states.of(passed).status() != Status.PASSED) {
            teachBack(passed);
        }
        var practised = step(transfer, PRACTISED);
        if (states.of(practised).practiceRuns() == 0) {
            practise(practised, RunKind.SHADOW);
            practise(practised, RunKind.REVERSE_SHADOW);
        }
        calibrate(transfer, passed);
    }

    private StepId step(TransferId transfer, String number) {
        return Numbered.step(transfers, transfer, number).id();
    }

    private void read(StepId step) {
        people.as(RECEIVER, null, () -> {
            training.readings(transfers.step(step).transferId()).stream()
                    .filter(reading -> reading.stepId().equals(step) && reading.readAt() == null)
                    .filter(reading -> reading.username().equals(RECEIVER))
                    .forEach(reading -> training.read(reading.itemId(), reading.version(), proof()));
            return null;
        });
    }

    private void practise(StepId step, RunKind kind) {
        people.as("receiver2", null, () -> demonstrations.practise(step, kind));
    }

    private void teachBack(StepId step) {
        var run = people.as(RECEIVER, null, () -> open(step));
        for (var who : List.of(RECEIVER, EXPERT)) {
            people.as(who, null, () -> demonstrations.sign(run.id(), proof()));
        }
    }

    private RunView open(StepId step) {
        return demonstrations.ofStep(step).stream()
                .filter(run -> run.state() == RunView.State.OPEN)
                .findFirst()
                .orElseGet(() -> demonstrations.begin(
                        step,
                        new Agreement(RunKind.TEACH_BACK, RECEIVER, EXPERT, List.of(RECEIVER, EXPERT)),
                        new RunProgress(
                                0,
                                true,
                                null,
                                cues.ofStep(step).stream()
                                        .map(cue -> new Judged(cue.item(), CueScore.BEST, null))
                                        .toList())));
    }

    private void calibrate(TransferId transfer, StepId step) {
        var id = people.as(EXPERT, null, () -> calibrations.ofTransfer(transfer).stream()
                .filter(set -> set.title().equals(TITLE))
                .findFirst()
                .map(set -> set.id())
                .orElseGet(() -> calibrations
                        .create(
                                step,
                                new CalibrationForm(
                                        TITLE,
                                        "Does the shadow swing back?",
                                        "sight",
                                        List.of("alive", "dead"),
                                        EXPERT,
                                        RECEIVER,
                                        IntStream.rangeClosed(1, 20)
                                                .mapToObj(tray -> "Egg " + tray)
                                                .toList()))
                        .id()));
        for (var who : List.of(EXPERT, RECEIVER)) {
            people.as(who, null, () -> {
                judge(id, who);
                return null;
            });
        }
    }

    /** The receiver misses one late death, and one of them in the first round only. */
    private void judge(UUID set, String who) {
        for (var next = calibrations.next(set); next.isPresent(); next = calibrations.next(set)) {
            var sample = next.get().sample();
            int egg = Integer.parseInt(sample.label().replace("Egg ", ""));
            var missed = who.equals(RECEIVER)
                    && (egg == 15 || (egg == 7 && next.get().round() == 1));
            calibrations.judge(set, sample.id(), DEAD.contains(egg) && !missed ? "dead" : "alive");
        }
    }

    private SigningProof proof() {
        return reauthentication.prove(Acting.current().username(), DemoPeople.PASSWORD);
    }
}
