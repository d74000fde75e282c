package dev.baton.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.transfer.InstructionMatching.Found;
import dev.baton.workbook.ManualBlock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which heading belongs to which step. */
class InstructionMatchingTests {

    private final List<StepView> steps = List.of(
            step("3.1", "Candle eggs after incubation", "SOP-UP-0301", "5.1"),
            step("3.2", "Chill eggs before harvest", "SOP-UP-0302", "5.2"),
            step("3.3", "Harvest allantoic fluid", "SOP-UP-0303", "5.6"));

    private final List<ManualBlock> blocks = new ArrayList<>();

    @Test
    void aHeadingCalledLikeTheStepIsItsWhateverItsNumber() {
        heading(1, "Chill eggs, before harvest").text("Overnight.");
        heading(1, "7.4 Candle eggs after incubation").text("Each egg.");
        assertThat(found("manual.docx").matched())
                .extracting(matched -> matched.step().number() + " " + matched.text())
                .containsExactly("3.2 Overnight.", "3.1 Each egg.");
    }

    @Test
    void stepAndItsNumberCountsInEveryDocument() {
        heading(1, "Step 3.3: collecting").text("Draw slowly.");
        assertThat(found("SOP-UP-0301.docx").matched())
                .extracting(matched -> matched.step().number())
                .containsExactly("3.3");
    }

    @Test
    void aSectionCountsForTheSopThatTheDocumentIs() {
        heading(1, "5 Procedure").text("For all.");
        heading(2, "5.6 Collection").text("Draw slowly.").text("Stop at straw.");
        heading(2, "5.1 Materials").text("Gloves.");
        var found = found("SOP-UP-0303 v7.docx");
        assertThat(found.matched())
                .extracting(matched -> matched.step().number() + ": " + matched.text())
                .containsExactly("3.3: Draw slowly.\nStop at straw.");
        assertThat(found.unmatched())
                .extracting(InstructionMatching.Unmatched::heading)
                .containsExactly("5 Procedure", "5.1 Materials");
    }

    @Test
    void aBareNumberCountsOnlyWhereTheDocumentIsOfNoSop() {
        heading(1, "3.3 Materials").text("Gloves.");
        assertThat(found("plan.docx").matched()).hasSize(1);
        assertThat(found("SOP-UP-0302.docx").matched()).isEmpty();
    }

    @Test
    void smallerHeadingsBelongToWhatTheyStandUnder() {
        heading(1, "Step 3.1").text("Each egg.");
        heading(2, "Note").text("Mind the cold.");
        heading(1, "Step 3.2").text("Overnight.");
        assertThat(found("x.docx").matched())
                .extracting(InstructionMatching.Matched::text)
                .containsExactly("Each egg.\nNote\nMind the cold.", "Overnight.");
        assertThat(found("x.docx").unmatched()).isEmpty();
    }

    @Test
    void whatIsEmptyOrThereTwiceIsSaidSo() {
        heading(1, "Step 3.1");
        heading(1, "Step 3.2").text("Overnight.");
        heading(1, "Chill eggs before harvest").text("Again.");
        heading(1, "Appendix").text("Forms.");
        assertThat(found("x.docx").unmatched())
                .extracting(InstructionMatching.Unmatched::messageKey)
                .containsExactly("instructions.nothing-below", "instructions.step-twice", "instructions.no-step");
    }

    private Found found(String fileName) {
        return new InstructionMatching(steps, blocks, fileName).find();
    }

    private InstructionMatchingTests heading(int level, String text) {
        blocks.add(new ManualBlock(blocks.size() + 1, level, "", text));
        return this;
    }

    private InstructionMatchingTests text(String text) {
        blocks.add(new ManualBlock(blocks.size() + 1, 0, "", text));
        return this;
    }

    private static StepView step(String number, String name, String sop, String section) {
        return new StepView(
                StepId.create(),
                TransferId.create(),
                number,
                1,
                "Harvest",
                name,
                sop,
                section,
                "As before.",
                null,
                List.of(),
                false,
                List.of());
    }
}
