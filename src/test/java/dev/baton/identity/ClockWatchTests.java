package dev.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How far two clocks are apart, when one of them is asked over a network. */
class ClockWatchTests {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void aSlowAnswerIsNoDifference() {
        assertThat(ClockWatch.difference(NOON, NOON.plusSeconds(4), NOON.plusSeconds(5)))
                .isZero();
        assertThat(ClockWatch.difference(NOON, NOON, NOON)).isZero();
    }

    @Test
    void whatLiesOutsideOfQuestionAndAnswerIsTheDifference() {
        assertThat(ClockWatch.difference(NOON, NOON.minusSeconds(3), NOON.plusSeconds(1)))
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(ClockWatch.difference(NOON, NOON.plusSeconds(9), NOON.plusSeconds(1)))
                .isEqualTo(Duration.ofSeconds(-8));
    }
}
