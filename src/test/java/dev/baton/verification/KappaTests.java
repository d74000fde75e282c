package dev.baton.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kappa and its interval against worked examples that others have published. */
class KappaTests {

    /** The example of {@code ci.kappa} in the R package statpsych, with data of Fleiss and Paik (2003). */
    @Test
    void twoAnswersAsInStatpsych() {
        var kappa = Kappa.of(new int[][] {{31, 12}, {4, 58}}, 105);

        assertThat(kappa.kappa()).isCloseTo(0.6756757, within(5e-8));
        assertThat(kappa.standardError()).isCloseTo(0.07344761, within(5e-9));
        assertThat(kappa.low()).isCloseTo(0.5317210, within(5e-8));
        assertThat(kappa.high()).isCloseTo(0.8196303, within(5e-8));
    }

    /** The skin condition study of the SAS/STAT guide, procedure FREQ, "Agreement Study": 0.3449, 0.0724, 0.2030–0.4868. */
    @Test
    void fourAnswersAsInSas() {
        var kappa = Kappa.of(new int[][] {{10, 4, 1, 0}, {5, 10, 12, 2}, {2, 4, 12, 5}, {0, 2, 6, 13}}, 88);

        assertThat(kappa.kappa()).isCloseTo(0.3449, within(5e-5));
        assertThat(kappa.standardError()).isCloseTo(0.0724, within(5e-5));
        assertThat(kappa.low()).isCloseTo(0.2030, within(5e-5));
        assertThat(kappa.high()).isCloseTo(0.4868, within(5e-5));
    }

    /** Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, chapter on agreement: 0.68, 0.087 to 0.088. */
    @Test
    void threeDiagnosesAsInFleiss() {
        var kappa = Kappa.of(new int[][] {{75, 1, 4}, {5, 4, 1}, {0, 0, 10}}, 100);

        assertThat(kappa.agreement()).isCloseTo(0.89, within(1e-12));
        assertThat(kappa.kappa()).isCloseTo(0.676, within(5e-4));
        assertThat(kappa.standardError()).isCloseTo(0.0877, within(5e-5));
    }

    @Test
    void oneAnswerThroughoutSaysNothing() {
        var kappa = Kappa.of(new int[][] {{12, 0}, {0, 0}}, 12);

        assertThat(kappa.agreement()).isEqualTo(1.0);
        assertThat(kappa.kappa()).isNull();
        assertThat(kappa.low()).isNull();
    }

    @Test
    void fullAgreementIsOneAndTheIntervalStaysWithinItsBounds() {
        var full = Kappa.of(new int[][] {{5, 0}, {0, 5}}, 10);
        assertThat(full.kappa()).isEqualTo(1.0);
        assertThat(full.high()).isEqualTo(1.0);
        var few = Kappa.of(new int[][] {{3, 1}, {0, 2}}, 6);
        assertThat(few.high()).isLessThanOrEqualTo(1.0);
        assertThat(few.low()).isGreaterThanOrEqualTo(-1.0);
    }

    /** Two rounds give twice as many judgements of as many samples: the interval does not become narrower for it. */
    @Test
    void theIntervalRestsOnSamplesNotOnJudgements() {
        var once = Kappa.of(new int[][] {{8, 2}, {2, 8}}, 20);
        var twice = Kappa.of(new int[][] {{16, 4}, {4, 16}}, 20);

        assertThat(twice.kappa()).isEqualTo(once.kappa());
        assertThat(Objects.requireNonNull(twice.standardError())).isCloseTo(once.standardError(), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.75, agree", "0.9, agree", "0.749, nearly", "0.40, nearly", "0.399, not-yet", "-0.2, not-yet"})
    void whatKappaMeans(double kappa, String verdict) {
        assertThat(Agreement.verdict(kappa)).isEqualTo(verdict);
        assertThat(Agreement.verdict(null)).isEqualTo("undecided");
    }

    @Test
    void theOrderIsBlindAnotherInEachRoundAndTheSameAfterABreak() {
        var samples = List.of(1, 2, 3, 4, 5, 6, 7, 8);
        var first = BlindOrder.of(samples, 42, "expert1", 1);

        assertThat(first).containsExactlyInAnyOrderElementsOf(samples).isNotEqualTo(samples);
        assertThat(BlindOrder.of(samples, 42, "expert1", 1)).isEqualTo(first);
        assertThat(BlindOrder.of(samples, 42, "expert1", 2)).isNotEqualTo(first);
        assertThat(BlindOrder.of(samples, 42, "receiver1", 1)).isNotEqualTo(first);
        assertThat(BlindOrder.of(List.of(1, 2), 7, "expert1", 2))
                .isNotEqualTo(BlindOrder.of(List.of(1, 2), 7, "expert1", 1));
    }
}
