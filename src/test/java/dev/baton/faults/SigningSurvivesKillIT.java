package dev.baton.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;

/**
 * Kills the application in the middle of signings: after a restart on the same data the signature, its task, its item
 * and its trail are all there or none is, and what was acknowledged is there.
 */
class SigningSurvivesKillIT {

    private static final Path DATA = Path.of("target", "kills", "data");

    /** The last kill comes after this many times the duration of a signing, so that some come too late. */
    private static final double LATEST = 1.6;

    private static final int ENOUGH_TO_MEET_BOTH = 20;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void signatureAndTaskAgreeAfterAKill() throws Exception {
        FileSystemUtils.deleteRecursively(DATA);
        var runs = Integer.getInteger("kills", 2);
        var baton = BatonProcess.on(DATA);
        try {
            baton.kill();
            baton = BatonProcess.on(DATA);
            var whole = timeOfASigning(baton);
            var kept = 0;
            for (int seed = 1; seed <= runs; seed++) {
                var part = (seed - 1 + new SplittableRandom(seed).nextDouble()) / runs;
                var moment = (long) (part * LATEST * whole);
                System.out.println(
                        "kill " + seed + " of " + runs + ": seed " + seed + ", " + moment + " ms after the call");
                var run = KillRun.prepare(baton, "Kill " + seed);
                var acknowledged = run.sign(baton, moment);
                baton.kill();
                baton = BatonProcess.on(DATA);
                var signed = run.isSignedConsistently(baton);
                System.out.println("kill " + seed + ": " + (acknowledged ? "acknowledged, " : "cut off, ")
                        + (signed ? "signed" : "not signed"));
                assertThat(signed || !acknowledged)
                        .as("an acknowledged signature is kept")
                        .isTrue();
                kept += signed ? 1 : 0;
            }
            System.out.println("signed in " + kept + " of " + runs + " kills");
            if (runs >= ENOUGH_TO_MEET_BOTH) {
                assertThat(kept)
                        .as("kills that came too late to stop a signing")
                        .isBetween(1, runs - 1);
            }
        } finally {
            baton.close();
        }
    }

    /** Milliseconds that the first signing after a start takes; the kills meet just such a signing. */
    private static long timeOfASigning(BatonProcess baton) throws Exception {
        var run = KillRun.prepare(baton, "Warm-up");
        var begun = System.nanoTime();
        assertThat(run.sign(baton, -1)).isTrue();
        var whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        assertThat(run.isSignedConsistently(baton)).isTrue();
        return whole;
    }
}
