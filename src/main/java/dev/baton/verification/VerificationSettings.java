package dev.baton.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the receiving site has shown that it can do a step.
 *
 * @param runs how many unaided runs in a row, right the first time, one person needs
 * @param criticalCues how many of a hundred critical cues have to be named in each of them
 * @param counts which kinds of runs count, by their code
 * @param readingDays how many days people have to read what became effective
 * @param trainingMonths for how many months training is valid
 * @param renewDays for how many days before its end training may be renewed
 * @param remindDays how many days before something is to be read its reader is reminded
 * @param advisedSamples how many samples a calibration should have
 * @param retestDays after how many days a calibration is done again
 */
@ConfigurationProperties("baton.verification")
record VerificationSettings(
        @DefaultValue("3") int runs,
        @DefaultValue("100") int criticalCues,
        @DefaultValue("teach-back") Set<String> counts,
        @DefaultValue("14") int readingDays,
        @DefaultValue("24") int trainingMonths,
        @DefaultValue("30") int renewDays,
        @DefaultValue("3") int remindDays,
        @DefaultValue("20") int advisedSamples,
        @DefaultValue("90") int retestDays) {

    VerificationSettings {
        if (runs < 1 || criticalCues < 0 || criticalCues > 100) {
            throw new IllegalArgumentException("baton.verification: runs from 1, critical-cues from 0 to 100");
        }
        if (renewDays < 0 || remindDays < 0) {
            throw new IllegalArgumentException("baton.verification: renew-days and remind-days from 0");
        }
        counts.forEach(RunKind::of);
    }

    /** Whether training that ends then may be renewed by now. */
    boolean isRenewable(Instant until, Instant now) {
        return !now.isBefore(until.minus(Duration.ofDays(renewDays)));
    }
}
