package dev.baton.capture.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.capture.compare.Comparison.Result;
import dev.baton.capture.compare.Difference.Kind;
import dev.baton.capture.compare.Instruction.Range;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the comparison proposes, and what holds whatever it is given. */
class ComparisonTests {

    private static final Language ENGLISH = Language.of("en");

    @Test
    void anotherTemperatureIsFoundAndWhetherItLiesInside() {
        assertThat(values("Hold the water bath at 20 ± 2 °C for 10 minutes.", "I hold the bath at 22 °C."))
                .containsExactly(new Difference(Kind.CHANGED_VALUE, "20 ± 2 °C", "22 °C", true));
        assertThat(values("Hold the water bath at 20 ± 2 °C for 10 minutes.", "I hold the bath at 24 °C."))
                .containsExactly(new Difference(Kind.CHANGED_VALUE, "20 ± 2 °C", "24 °C", false));
        assertThat(values("Hold the bath at 18 to 22 °C.", "The bath is at 20 ± 2 °C with me too."))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Stir for 10 min., I stir it for 600 s, ",
        "Stir for 10 min., I stir it for a quarter of an hour: 15 minutes, 15 minutes",
        "Stir for 1 h., I stir it for 45 min, 45 min",
        "Keep at 25 °C., I keep it at 77 °F, ",
        "Keep at 25 °C., I keep it at 80 °F, 80 °F",
        "Set the pressure to 0.5 bar., I set the pressure to 500 mbar, ",
        "Draw 6 to 10 mL/egg., I draw 7 to 8 mL and stop, 7 to 8 mL",
        "Draw 6 to 10 mL/egg., I stop at 10 mL, ",
        "Wait 5 min., The line is 5 m long, ",
        "Fill to 0.2 mL., I fill to 0.21 mL, 0.21 mL"
    })
    void numbersAreComparedBySortAndUnit(String official, String done, String other) {
        var found = values(official, done);
        if (other == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().satisfies(one -> assertThat(one.done())
                    .isEqualTo(other));
        }
    }

    @Test
    void aCriticalParameterCountsAsInstruction() {
        var instruction = new Instruction(
                "Pass the pool through the depth filter train at the set flow.",
                List.of(new Range("Inlet pressure", new BigDecimal("0.2"), new BigDecimal("1.5"), "bar")));
        var found = Comparison.of(
                        instruction,
                        List.of("I do not wait for the limit of 1.5 bar. I change the train at 0.9 bar."),
                        List.of(),
                        ENGLISH)
                .found();
        assertThat(found)
                .contains(new Difference(Kind.CHANGED_VALUE, "Inlet pressure 0.2 \u2013 1.5 bar", "0.9 bar", true))
                .filteredOn(one -> one.kind() == Kind.CHANGED_VALUE)
                .hasSize(1);
    }

    @Test
    void aThresholdIsANumberToo() {
        var found = Comparison.of(
                        new Instruction("Keep the pool at 2 to 8 °C.", List.of()),
                        List.of("I feel it at the wall."),
                        List.of("10 °C"),
                        ENGLISH)
                .found();
        assertThat(found).contains(new Difference(Kind.CHANGED_VALUE, "2 to 8 °C", "10 °C", false));
    }

    @Test
    void anotherOrderIsFound() {
        var instruction = "Check the paperwork, weigh the vials, thaw the vials in the water bath.";
        assertThat(found(
                        instruction,
                        "I thaw the vials in the water bath. Then I check the paperwork and weigh the vials."))
                .extracting(Difference::kind)
                .contains(Kind.CHANGED_ORDER);
        assertThat(found(instruction, "I check the paperwork. I weigh the vials. I thaw the vials in the water bath."))
                .isEmpty();
    }

    @Test
    void beforeAndAfterAreUnderstood() {
        var instruction = "Candle inoculated eggs and reject dead embryos before chilling.";
        assertThat(found(instruction, "I candle the inoculated eggs and reject dead embryos after chilling."))
                .extracting(Difference::kind)
                .containsExactly(Kind.CHANGED_ORDER);
        assertThat(found(instruction, "I candle the inoculated eggs and reject dead embryos before chilling them."))
                .isEmpty();
    }

    @Test
    void whatIsSaidToBeLeftOutIsOmitted() {
        var found = found(
                "Pool the fluid with stirring. Take samples for titre.", "I never stir. I take samples for the titre.");
        assertThat(found)
                .containsExactly(new Difference(Kind.OMITTED, "Pool the fluid with stirring.", "I never stir.", null));
    }

    @Test
    void whatFitsNowhereIsAddedAsOneAndWhatIsNotSpokenOfIsLeftToTheExpert() {
        var result = of(
                "Open the shell, aspirate the allantoic fluid and avoid the yolk and blood vessels.",
                "I tilt the tray a hand wide. Then I wait until the shadow has settled.");
        assertThat(result.found())
                .containsExactly(new Difference(
                        Kind.ADDED,
                        null,
                        "I tilt the tray a hand wide. Then I wait until the shadow has settled.",
                        null));
        assertThat(result.rest())
                .containsExactly(
                        "Open the shell", "aspirate the allantoic fluid and avoid the yolk and blood vessels.");
    }

    @Test
    void wordsMoreMeanSomethingWhereTheRestIsAsWritten() {
        assertThat(found(
                        "Thaw seed vials in the water bath until a grain is left.",
                        "I thaw the seed vials in the water bath under the warm lamp until a grain is left."))
                .containsExactly(new Difference(Kind.ADDED, null, "under the warm lamp", null));
    }

    @Test
    void germanIsUnderstood() {
        var german = Language.of("de");
        var result = Comparison.of(
                new Instruction("Pool rühren. Das Bad auf 20 ± 2 °C halten.", List.of()),
                List.of("Den Pool rühre ich nie. Das Bad halte ich auf 23 °C."),
                List.of(),
                german);
        assertThat(result.found())
                .containsExactlyInAnyOrder(
                        new Difference(Kind.OMITTED, "Pool rühren.", "Den Pool rühre ich nie.", null),
                        new Difference(Kind.CHANGED_VALUE, "20 ± 2 °C", "23 °C", false));
    }

    @Property(tries = 300)
    void whoeverRepeatsTheInstructionDiffersInNothing(@ForAll("texts") String text) {
        assertThat(found(text, text)).isEmpty();
    }

    @Property(tries = 300)
    void everyQuoteStandsInItsText(@ForAll("texts") String official, @ForAll("texts") String done) {
        var result = of(official, done);
        assertThat(result.found()).hasSizeLessThanOrEqualTo(12).allSatisfy(one -> {
            assertThat(one.official() == null && one.done() == null).isFalse();
            assertThat(official).contains(one.official() == null ? "" : one.official());
            assertThat(done).contains(one.done() == null ? "" : one.done());
            assertThat(one.inside() == null).isEqualTo(one.kind() != Kind.CHANGED_VALUE);
        });
        assertThat(result.rest()).allSatisfy(clause -> assertThat(official).contains(clause));
    }

    @Property(tries = 300)
    void nothingThatIsTypedBreaksIt(@ForAll String official, @ForAll String done) {
        of(official, done);
        of(done + " 20 ± 2 °C", official + " " + done);
    }

    /** Sentences of a plant, in any order, with numbers in them. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "Stir the pool for 10 min.",
                        "Hold the bath at 20 ± 2 °C.",
                        "Chill the eggs before opening.",
                        "Open the shell, draw the fluid;",
                        "I never stir.",
                        "Wait until the shadow settles.",
                        "Set the flow to 0.5 bar or 500 mbar.",
                        "Reject dead eggs after candling.",
                        "Weigh 12 g (about 3 %).",
                        "Load the rotor\nrun it at 34000 rpm.")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .uniqueElements()
                .map(sentences -> String.join(" ", sentences));
    }

    private static List<Difference> values(String official, String done) {
        return found(official, done).stream()
                .filter(one -> one.kind() == Kind.CHANGED_VALUE)
                .toList();
    }

    private static List<Difference> found(String official, String done) {
        return of(official, done).found();
    }

    private static Result of(String official, String... done) {
        return Comparison.of(new Instruction(official, List.of()), Arrays.asList(done), List.of(), ENGLISH);
    }
}
