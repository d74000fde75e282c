package dev.baton.contradiction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.capture.ItemId;
import dev.baton.capture.Voice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two voices disagree, and when they do not. */
class DisagreementRulesTests {

    private final DisagreementRules rules =
            new DisagreementRules(new ContradictionSettings(new BigDecimal("10"), BigDecimal.ONE));

    @ParameterizedTest
    @CsvSource({
        "7.5, mL/egg, 9, mL/egg, true",
        "9, mL/egg, 10, mL/egg, false",
        "9, mL/egg, 8.99, mL/egg, false",
        "0.5, bar, 500, mbar, false",
        "0.5, bar, 0.8, bar, true",
        "0.5, bar, 800, mbar, true",
        "90, min, 1.5, h, false",
        "90, min, 2, h, true",
        "7.5, mL/egg, 9, mL, false",
        "7.5, mL/egg, 9, egg, false",
        "20, °C, 21, deg C, false",
        "20, °C, 22, °C, true",
        "20, °C, 293.15, K, false",
        "-60, °C, -70, °C, true",
        "0, foci, 0, foci, false",
        "0, foci, 3, foci, true",
        "-1, bar, 1, bar, true",
        "2, s, 2, , false"
    })
    void numbersAreHeldAgainstEachOtherInOneUnit(
            String value, String unit, String otherValue, String otherUnit, boolean apart) {
        var one = number("expert1", "sensory-cue", value, unit);
        var other = number("expert2", "judgement", otherValue, otherUnit);
        assertThat(rules.between(one, other).isPresent()).isEqualTo(apart);
        assertThat(rules.between(other, one).isPresent())
                .as("the other way round")
                .isEqualTo(apart);
    }

    @Test
    void itSaysWhatIsApartAndByHowMuch() {
        var found = rules.between(
                        number("expert1", "sensory-cue", "7.5", "mL/egg"),
                        number("expert2", "judgement", "9", "mL/egg"))
                .orElseThrow();
        assertThat(found.finding()).isEqualTo(Finding.THRESHOLD);
        assertThat(found.messageKey()).isEqualTo("contradiction.found.threshold");
        assertThat(found.args()).isEqualTo(List.of("7.5 mL/egg", "9 mL/egg", "17", "10"));
    }

    @Test
    void theToleranceIsTheSites() {
        var strict = new DisagreementRules(new ContradictionSettings(BigDecimal.ZERO, BigDecimal.ZERO));
        var one = number("expert1", "judgement", "9.99", "mL");
        assertThat(strict.between(one, number("expert2", "judgement", "10", "mL")))
                .isPresent();
        assertThat(strict.between(one, number("expert2", "judgement", "9.990", "mL")))
                .isEmpty();
    }

    @Test
    void nobodyContradictsThemselvesNorWhoWroteWithThem() {
        var one = number("expert1", "judgement", "1", "mL");
        assertThat(rules.between(one, number("expert1", "judgement", "9", "mL")))
                .isEmpty();
        var interviewed = voice(Set.of("expert2", "expert1"), "judgement", null, "9", "mL", Set.of());
        assertThat(rules.between(one, interviewed)).isEmpty();
    }

    @Test
    void theNumberOfAFailureIsTheOneNotToUse() {
        assertThat(rules.between(
                        number("expert1", "negative-knowledge", "0.8", "bar"),
                        number("expert2", "judgement", "0.5", "bar")))
                .isEmpty();
    }

    @Test
    void cuesForOneSenseThatSpeakOfTheSameInOtherWordsMayDisagree() {
        var one = cue("sight", "colour", "fluid", "straw", "7");
        var other = cue("sight", "colour", "fluid", "pink", "blood");
        assertThat(rules.between(one, other).orElseThrow().finding()).isEqualTo(Finding.CUE);
    }

    @Test
    void cuesOfAnotherSenseOfSomethingElseOrWithNothingToAddDoNot() {
        var one = cue("sight", "colour", "fluid", "straw", "7");
        assertThat(rules.between(one, cue("touch", "colour", "fluid", "pink", "blood")))
                .isEmpty();
        assertThat(rules.between(one, cue(null, "colour", "fluid", "pink", "blood")))
                .isEmpty();
        assertThat(rules.between(one, cue("sight", "needle", "pull", "side", "fluid")))
                .isEmpty();
        assertThat(rules.between(one, cue("sight", "colour", "fluid", "straw"))).isEmpty();
        assertThat(rules.between(one, cue("sight", "colour", "fluid", "straw", "7")))
                .isEmpty();
    }

    private static Voice number(String author, String kind, String value, String unit) {
        return voice(Set.of(author), kind, null, value, unit, Set.of());
    }

    private static Voice cue(String sense, String... words) {
        var author = "expert" + Arrays.hashCode(words);
        return voice(Set.of(author), "sensory-cue", sense, null, null, new LinkedHashSet<>(List.of(words)));
    }

    private static Voice voice(
            Set<String> side, String kind, String sense, String value, String unit, Set<String> cueWords) {
        return new Voice(ItemId.create(), 1, side, "Title", kind, sense, value, unit, cueWords, Instant.EPOCH);
    }
}
