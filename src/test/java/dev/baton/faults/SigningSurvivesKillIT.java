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

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void signatureAndTaskAgreeAfterAKill() throws Exception {
        FileSystemUtils.deleteRecursively(DATA);
        var runs = Integer.getInteger("kills", 2);
        var baton = BatonProcess.on(DATA);
        try {
            var whole = timeOfASigning(baton);
            for (int seed = 1; seed <= runs; seed++) {
                var moment = (long) (new SplittableRandom(seed).nextDouble() * 1.3 * whole);
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
            }
        } finally {
            baton.close();
        }
    }

    private static long timeOfASigning(BatonProcess baton) throws Exception {
        var longest = 0L;
        for (int i = 0; i < 3; i++) {
            var run = KillRun.prepare(baton, "Warm-up " + i);
            var begun = System.nanoTime();
            assertThat(run.sign(baton, -1)).isTrue();
            longest = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            assertThat(run.isSignedConsistently(baton)).isTrue();
        }
        return longest;
    }
}
