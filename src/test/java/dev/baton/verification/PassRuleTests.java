package dev.baton.verification;

import static dev.baton.verification.PassRule.Weight.BREAKS;
import static dev.baton.verification.PassRule.Weight.COUNTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.verification.PassRule.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassRuleTests {

    private static final PassRule RULE = new PassRule(3, 100);

    @ParameterizedTest
    @CsvSource({
        "TEACH_BACK, 0, true, 4, 4, UNAIDED",
        "TEACH_BACK, 1, true, 4, 4, WITH_PROMPTS",
        "TEACH_BACK, 0, true, 3, 4, NOT_YET",
        "TEACH_BACK, 0, false, 4, 4, NOT_YET",
        "TEACH_BACK, 5, false, 0, 4, NOT_YET",
        "REVERSE_SHADOW, 0, true, 1, 1, UNAIDED",
        "REVERSE_SHADOW, 2, true, 1, 1, WITH_PROMPTS",
        "SHADOW, 0, false, 0, 4, WATCHED"
    })
    void aRunIsJudgedByPromptsCuesAndTheWork(
            RunKind kind, int prompts, boolean right, int named, int total, RunResult expected) {
        assertThat(RULE.result(kind, prompts, right, named, total)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"100, 4, 4, true", "100, 3, 4, false", "75, 3, 4, true", "75, 2, 4, false", "0, 0, 4, true"})
    void theShareOfCriticalCuesIsByConfiguration(int percent, int named, int total, boolean enough) {
        assertThat(new PassRule(3, percent).enough(named, total)).isEqualTo(enough);
    }

    @Test
    void onlyRunsInARowCount() {
        assertThat(PassRule.inARow(List.of())).isZero();
        assertThat(PassRule.inARow(List.of(COUNTS, COUNTS))).isEqualTo(2);
        assertThat(PassRule.inARow(List.of(COUNTS, COUNTS, BREAKS))).isZero();
        assertThat(PassRule.inARow(List.of(COUNTS, BREAKS, COUNTS))).isEqualTo(1);
    }

    @Test
    void whoeverHasPassedHasPassed() {
        List<Weight> weights = List.of(COUNTS, BREAKS, COUNTS, COUNTS, COUNTS, BREAKS);

        assertThat(RULE.passedAfter(weights)).isEqualTo(5);
        assertThat(RULE.passedAfter(weights.subList(0, 4))).isZero();
        assertThat(new PassRule(1, 100).passedAfter(weights)).isEqualTo(1);
    }
}
