package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Refusal.Fault;
import dev.baton.capture.ItemContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewDepthTests {

    private static final String TEXT = "Wait until the shadow settles, then mark. The shadow is the cue.";

    @Test
    void aPassageIsFoundByItsWordsAndThoseAroundThem() {
        assertThat(new Anchor("whatIsDone", "shadow", "The ", " is").isIn(content(TEXT)))
                .isTrue();
        assertThat(new Anchor("whatIsDone", "shadow", "A ", " is").isIn(content(TEXT)))
                .isFalse();
        assertThat(new Anchor("why", "shadow", null, null).isIn(content(TEXT))).isFalse();
        assertThat(new Anchor("whatIsDone", "shadow", null, null).isIn(content("Wait for the light.")))
                .as("a next version that says it in other words")
                .isFalse();
    }

    @Test
    void aPassageThatIsNotThereIsRefused() {
        assertThat(faults(new Anchor("whatIsDone", "settles", "shadow ", ", then")))
                .isEmpty();
        assertThat(faults(new Anchor("whatIsDone", "sunshine", null, null))).containsExactly("anchor.exact");
        assertThat(faults(new Anchor("author", "x", null, null))).containsExactly("anchor.field");
        assertThat(faults(new Anchor("whatIsDone", " ", null, null))).containsExactly("anchor.exact");
        assertThat(Anchor.read(Anchor.written(new Anchor("why", "“ü”", "a\n", null))))
                .isEqualTo(new Anchor("why", "“ü”", "a\n", null));
        assertThat(Anchor.read("{")).isNull();
    }

    @Test
    void whatCannotBeDoneFromIsNotAccepted() {
        var some = Map.of("whatIsDone", "yes", "cue", "no");
        assertThat(sections(some, Stage.RECEIVER_REVIEW, Decision.ACCEPT)).containsExactly("sections.cue");
        assertThat(sections(some, Stage.RECEIVER_REVIEW, Decision.REFUSE)).isEmpty();
        assertThat(sections(Map.of("cue", "help"), Stage.RECEIVER_REVIEW, Decision.ACCEPT))
                .isEmpty();
        assertThat(sections(some, Stage.PEER_REVIEW, Decision.ACCEPT)).containsExactly("sections");
        assertThat(sections(Map.of("cue", "perhaps"), Stage.RECEIVER_REVIEW, Decision.ACCEPT))
                .containsExactly("sections.cue");
        assertThat(sections(Map.of("colour", "yes"), Stage.RECEIVER_REVIEW, Decision.ACCEPT))
                .containsExactly("sections");
        assertThat(Sections.line(some)).isEqualTo("cue: no, whatIsDone: yes");
    }

    @Test
    void onlyAnEstablishedConditionHasAReportingCategory() {
        assertThat(condition("EC-7", "PAS", TriageOutcome.ESTABLISHED_CONDITION))
                .isEmpty();
        assertThat(condition(null, null, TriageOutcome.ESTABLISHED_CONDITION)).isEmpty();
        assertThat(condition(" ", null, TriageOutcome.DEVIATION)).isEmpty();
        assertThat(condition("EC-7", "III", TriageOutcome.ESTABLISHED_CONDITION))
                .containsExactly("category");
        assertThat(condition("EC-7", null, TriageOutcome.DEVIATION)).containsExactly("condition");
        assertThat(condition(null, "IB", TriageOutcome.WITHIN_RANGE)).containsExactly("category");
    }

    private static List<String> faults(Anchor anchor) {
        var faults = new ArrayList<Fault>();
        Anchor.check(anchor, content(TEXT), faults);
        return where(faults);
    }

    private static List<String> sections(Map<String, String> given, Stage stage, Decision decision) {
        var faults = new ArrayList<Fault>();
        Sections.check(given, stage, decision, faults);
        return where(faults);
    }

    private static List<String> condition(String id, String category, TriageOutcome outcome) {
        var faults = new ArrayList<Fault>();
        EstablishedCondition.of(id, category).check(outcome, faults);
        return where(faults);
    }

    private static List<String> where(List<Fault> faults) {
        return faults.stream().map(Fault::where).toList();
    }

    private static ItemContent content(String whatIsDone) {
        return new ItemContent(
                null,
                "t",
                "judgement",
                whatIsDone,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
