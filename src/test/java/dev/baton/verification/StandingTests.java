package dev.baton.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.capture.ItemId;
import dev.baton.identity.Role;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.verification.DemonstrationState.Status;
import dev.baton.verification.RunProgress.Judged;
import dev.baton.verification.Standing.Closed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingTests {

    private static final PassRule RULE = new PassRule(3, 100);
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final TransferId TRANSFER = new TransferId(UUID.randomUUID());
    private static final StepId STEP = StepId.create();
    private static final Cue TILT = cue("Tilt", true);
    private static final Cue HUM = cue("Hum", false);

    private final List<Closed> runs = new ArrayList<>();

    @Test
    void nothingThenPractisingThenShownThenPassed() {
        assertThat(state(0).status()).isEqualTo(Status.NONE);
        assertThat(state(2).status()).isEqualTo(Status.PRACTISING);
        unaided("receiver1");
        assertThat(state(2))
                .extracting(DemonstrationState::status, DemonstrationState::unaided)
                .containsExactly(Status.SHOWN_UNAIDED, 1);
        unaided("receiver1");
        unaided("receiver1");
        assertThat(state(2).status()).isEqualTo(Status.PASSED);
        assertThat(state(2).passedAt()).isEqualTo(NOON.plusSeconds(5 + 1));
        assertThat(state(2).toShow()).isEmpty();
    }

    @Test
    void theRunsOfTwoPeopleAreNotAddedUp() {
        unaided("receiver1");
        unaided("receiver2");
        unaided("receiver1");

        assertThat(state(0))
                .extracting(DemonstrationState::status, DemonstrationState::unaided)
                .containsExactly(Status.SHOWN_UNAIDED, 2);
        assertThat(state(0).toShow()).containsExactly(TILT.item(), HUM.item());
    }

    @Test
    void aPromptAStopAndAMissingSignatureBreakTheRow() {
        unaided("receiver1");
        unaided("receiver1");
        add("receiver1", RunKind.TEACH_BACK, 1, List.of(TILT, HUM), true);
        assertThat(state(0).status()).isEqualTo(Status.PRACTISING);
        unaided("receiver1");
        stopped("receiver1");
        assertThat(state(0).unaided()).isZero();
        unaided("receiver1");
        unaided("receiver1");
        add("receiver1", RunKind.TEACH_BACK, 0, List.of(TILT, HUM), false);
        assertThat(state(0).unaided()).isZero();
    }

    @Test
    void aReverseShadowNeitherCountsNorBreaks() {
        unaided("receiver1");
        unaided("receiver1");
        add("receiver1", RunKind.REVERSE_SHADOW, 4, List.of(), true);
        unaided("receiver1");

        assertThat(state(0).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void whatWasNotNamedOrCameLaterIsStillToShow() {
        for (int i = 0; i < 3; i++) {
            add("receiver1", RunKind.TEACH_BACK, 0, List.of(TILT), true);
        }
        assertThat(state(0).status()).isEqualTo(Status.PASSED);
        assertThat(state(0).toShow()).containsExactly(HUM.item());

        var next = new Cue(TILT.item(), 2, "c".repeat(64), "Tilt", "Tilt further", null, null, true);
        assertThat(standing().state(0, List.of(next)).toShow()).containsExactly(TILT.item());
        unaided("receiver2");
        assertThat(state(0).toShow()).as("somebody who has not passed").containsExactly(HUM.item());
        unaided("receiver1");
        assertThat(state(0).toShow()).isEmpty();
    }

    @Test
    void anAlteredRunIsNotSigned() {
        unaided("receiver1");
        var run = runs.get(0).run();
        var other = runs.get(0).signatures().stream()
                .map(signature -> signature(signature.username(), "0".repeat(64), signature.signedAt()))
                .toList();

        assertThat(new Closed(run, other).isSignedByBoth()).isFalse();
        assertThat(runs.get(0).isSignedByBoth()).isTrue();
    }

    private DemonstrationState state(int practice) {
        return standing().state(practice, List.of(TILT, HUM));
    }

    private Standing standing() {
        return new Standing(RULE, Set.of("teach-back"), runs);
    }

    private void unaided(String receiver) {
        add(receiver, RunKind.TEACH_BACK, 0, List.of(TILT, HUM), true);
    }

    private void add(String receiver, RunKind kind, int prompts, List<Cue> named, boolean both) {
        var judged = List.of(TILT, HUM).stream()
                .map(cue -> new Judged(cue.item(), named.contains(cue) ? 3 : 0, null))
                .toList();
        var run = DemonstrationRun.ended(
                open(receiver, kind, new RunProgress(prompts, true, null, judged)),
                "1.1 Candle",
                runs.size() + 1,
                RULE,
                NOON);
        var at = NOON.plusSeconds(runs.size() * 2L + 1);
        var signed = new ArrayList<>(List.of(signature(receiver, run.currentHash(), at)));
        if (both) {
            signed.add(signature("expert1", run.currentHash(), at.plusSeconds(1)));
        }
        runs.add(new Closed(run, signed));
    }

    private void stopped(String receiver) {
        var run = DemonstrationRun.stopped(
                open(receiver, RunKind.TEACH_BACK, RunProgress.NONE),
                "1.1 Candle",
                runs.size() + 1,
                RULE,
                "The alarm went off",
                NOON);
        runs.add(new Closed(run, List.of()));
    }

    private static OpenRun open(String receiver, RunKind kind, RunProgress progress) {
        return new OpenRun(
                RunId.create(), TRANSFER, STEP, kind, receiver, "expert1", NOON, List.of(TILT, HUM), progress, 1);
    }

    private static SignatureView signature(String username, String hash, Instant at) {
        return new SignatureView(
                UUID.randomUUID(),
                new dev.baton.signature.SignedSubject(
                        DemonstrationRun.SUBJECT, UUID.randomUUID(), 1, "run", TRANSFER.value(), null),
                Meaning.WITNESS,
                username,
                username,
                Role.EXPERT,
                "California",
                at,
                ZoneOffset.UTC,
                hash,
                null,
                null);
    }

    private static Cue cue(String title, boolean critical) {
        return new Cue(ItemId.create(), 1, "a".repeat(64), title, title, "sight", null, critical);
    }
}
