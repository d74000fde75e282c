package dev.baton.trailreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a review is due. */
class TrailReviewOpeningTests {

    @ParameterizedTest
    @CsvSource({
        "2026-05-04T10:00:00Z, P1M, 2026-06-04T09:59:59Z, false",
        "2026-05-04T10:00:00Z, P1M, 2026-06-04T10:00:00Z, true",
        "2026-01-31T10:00:00Z, P1M, 2026-02-28T10:00:00Z, true",
        "2026-05-04T10:00:00Z, P7D, 2026-05-11T10:00:00Z, true"
    })
    void aReviewIsDueWhenItsTimeHasPassed(Instant since, Period every, Instant now, boolean due) {
        assertThat(TrailReviewOpening.isDue(since, every, now)).isEqualTo(due);
    }

    @Test
    void withoutAPeriodNoneIsEverDue() {
        var since = Instant.parse("2016-05-04T10:00:00Z");
        assertThat(TrailReviewOpening.isDue(since, Period.ZERO, Instant.parse("2026-05-04T10:00:00Z")))
                .isFalse();
    }
}
