package dev.baton.trailreview;

import dev.baton.trailreview.SamplingRule.Share;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often trails are reviewed and how much chance draws.
 *
 * @param every how long after a review was opened the next one is, as long as there is something to review
 * @param daily when Baton looks whether a review is due, as a cron expression in UTC; {@code -} for never
 * @param within how long a reviewer has
 * @param percent share of the acts to which no criterion applies
 * @param atLeast never fewer of them, as far as there are so many
 * @param atMost never more of them
 */
@ConfigurationProperties("baton.trail-review")
record TrailReviewSettings(
        @DefaultValue("P1M") Period every,
        @DefaultValue("0 15 3 * * *") String daily,
        @DefaultValue("P14D") Period within,
        @DefaultValue("5") int percent,
        @DefaultValue("10") int atLeast,
        @DefaultValue("40") int atMost) {

    Share share() {
        return new Share(percent, atLeast, atMost);
    }
}
