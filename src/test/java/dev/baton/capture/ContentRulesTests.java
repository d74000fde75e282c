package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Refusal.Fault;
import dev.baton.capture.ItemContent.Failure;
import dev.baton.capture.ItemContent.Threshold;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be drafted, and what may be submitted. */
class ContentRulesTests {

    private final ContentRules rules = new ContentRules(Sample.NOW);

    @Test
    void aDraftMayBeHalfFinished() {
        assertThat(rules.inDraft(List.of(Sample.content(null, null, null, null)), Set.of(), List.of()))
                .isEmpty();
        assertThat(rules.inDraft(List.of(), Set.of(), List.of())).isEmpty();
    }

    @Test
    void submittingNeedsTitleKindAndWhatIsDoneAndTellsAll() {
        assertThat(rules.toSubmit(List.of(Sample.content(" ", null, "", null)), Set.of(), List.of()))
                .extracting(Fault::where)
                .containsExactlyInAnyOrder("items[0].title", "items[0].kind", "items[0].whatIsDone");
        assertThat(rules.toSubmit(List.of(), Set.of(), List.of()))
                .extracting(Fault::messageKey)
                .containsExactly("capture.draft-empty");
        assertThat(rules.toSubmit(List.of(Sample.content()), Set.of(), List.of()))
                .isEmpty();
    }

    @Test
    void anUnknownCodeIsRefusedInADraftToo() {
        assertThat(rules.inDraft(List.of(Sample.content("a", "HIDDEN_STEP", "b", null)), Set.of(), List.of()))
                .extracting(Fault::where)
                .containsExactly("items[0].kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,5", "1e400", "NaN", "0x1F", "٣", "1.", ".5", "--1", "1 000", "about 3"})
    void aThresholdThatIsNoNumberWithAPointIsRefused(String value) {
        var faults = rules.toSubmit(List.of(full(value, 3, null)), Set.of(), List.of());
        if (value.isEmpty()) {
            assertThat(faults).extracting(Fault::where).containsExactly("items[0].threshold.value");
        } else {
            assertThat(faults).extracting(Fault::messageKey).containsExactly("capture.not-a-number");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "36.5", "-1.250", "+2", "9007199254740993", "0.1000000000000000055511"})
    void aThresholdKeepsItsDigits(String value) {
        assertThat(rules.toSubmit(List.of(full(value, 3, null)), Set.of(), List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 6, Integer.MAX_VALUE})
    void confidenceIsOneToFive(int confidence) {
        assertThat(rules.inDraft(List.of(full("1", confidence, null)), Set.of(), List.of()))
                .extracting(Fault::where)
                .containsExactly("items[0].confidence");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0001-01-01T00:00:00Z", "1899-12-31T23:59:59Z", "9999-12-31T23:59:59Z", "2026-03-04T09:00:00Z"})
    void anObservationIsNotInTheFutureNorBeforeLivingMemory(String at) {
        assertThat(rules.inDraft(List.of(full("1", 3, Instant.parse(at))), Set.of(), List.of()))
                .extracting(Fault::where)
                .containsExactly("items[0].observedAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0007b", "\ud800", "x\udc00", "\ufffe"})
    void whatCannotBeKeptExactlyIsRefusedWithThePlace(String text) {
        assertThat(rules.inDraft(List.of(Sample.content("t", "judgement", text, null)), Set.of(), List.of()))
                .extracting(Fault::where)
                .containsExactly("items[0].whatIsDone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "@SUM(A1)",
                "<script>alert(1)</script>",
                "${7*7}",
                "_x0041_",
                "\u202eabc",
                "e\u0301",
                "'; drop table item; --"
            })
    void oddButHarmlessTextIsTakenAsItIs(String text) {
        assertThat(rules.toSubmit(
                        List.of(Sample.content(text, "judgement", text, Map.of("p", text))), Set.of(), List.of()))
                .isEmpty();
    }

    @Test
    void textHasItsLimits() {
        var longest = "x".repeat(30_000);
        assertThat(rules.inDraft(List.of(Sample.content("t", null, longest, null)), Set.of(), List.of()))
                .isEmpty();
        assertThat(rules.inDraft(List.of(Sample.content("t", null, longest + "x", null)), Set.of(), List.of()))
                .extracting(Fault::messageKey)
                .containsExactly("text.too-long");
        assertThat(rules.inDraft(List.of(Sample.content("x".repeat(301), null, "", null)), Set.of(), List.of()))
                .extracting(Fault::where)
                .containsExactly("items[0].title");
        assertThat(rules.inDraft(Collections.nCopies(21, Sample.content()), Set.of(), List.of()))
                .extracting(Fault::messageKey)
                .containsExactly("capture.too-many-items");
    }

    @Test
    void answersAreTextsWholeNumbersYesNoOrListsAndGroupsOfThese() {
        var answers = new HashMap<String, Object>();
        answers.put("text", "yes");
        answers.put("list", List.of("a", 1, true));
        answers.put("none", null);
        assertThat(answerFaults(answers)).isEmpty();
        assertThat(answerFaults(Map.of("p", 0.1))).hasSize(1);
        assertThat(answerFaults(Map.of("p", Double.POSITIVE_INFINITY))).hasSize(1);
        assertThat(answerFaults(Map.of("p", (1L << 53) + 1))).hasSize(1);
        assertThat(answerFaults(Map.of("p", List.of(Map.of("row", List.of("a"))))))
                .isEmpty();
        assertThat(answerFaults(Map.of("p", Map.of("a", Map.of("b", Map.of("c", Map.of("d", "deep")))))))
                .hasSize(1);
    }

    @Test
    void foreignItemsAndFilesAreRefused() {
        var own = ItemId.create();
        var item = ContentRules.as(own, Sample.content());
        assertThat(rules.inDraft(List.of(item), Set.of(own), List.of())).isEmpty();
        assertThat(rules.inDraft(List.of(item), Set.of(), List.of()))
                .extracting(Fault::messageKey)
                .containsExactly("capture.item-not-of-draft");
        assertThat(rules.inDraft(List.of(item, item), Set.of(own), List.of())).hasSize(1);

        var file = FileId.create().toString();
        assertThat(rules.inDraft(List.of(with(file)), Set.of(), List.of(file))).isEmpty();
        assertThat(rules.inDraft(List.of(with(file)), Set.of(), List.of()))
                .extracting(Fault::where)
                .containsExactly("items[0].files[0]");
        assertThat(rules.inDraft(List.of(with(file, file)), Set.of(), List.of(file)))
                .hasSize(1);
    }

    @Test
    void aFailureIsToldInItsOwnWordsAndNothingOfItIsNeeded() {
        var told = Sample.content().failed(new Failure("0.8 bar", "it closed", null, "x".repeat(301)));
        assertThat(rules.toSubmit(List.of(told), Set.of(), List.of()))
                .extracting(Fault::where)
                .containsExactly("items[0].failure.since");
        assertThat(rules.inDraft(
                        List.of(Sample.content().failed(new Failure("a\u0007", "\ud800", "ok", null))),
                        Set.of(),
                        List.of()))
                .extracting(Fault::where)
                .containsExactly("items[0].failure.tried", "items[0].failure.happened");
        assertThat(ContentRules.isBlank(
                        Sample.content(null, null, null, null).failed(new Failure(" ", "", null, null))))
                .isTrue();
        assertThat(ContentRules.isBlank(
                        Sample.content(null, null, null, null).failed(new Failure(null, "it closed", null, null))))
                .isFalse();
    }

    private List<Fault> answerFaults(Map<String, Object> answers) {
        return rules.inDraft(List.of(Sample.content("t", null, null, answers)), Set.of(), List.of());
    }

    private static ItemContent with(String... files) {
        return new ItemContent(
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
                null,
                null,
                null,
                null,
                List.of(files));
    }

    private static ItemContent full(String threshold, int confidence, Instant observedAt) {
        return new ItemContent(
                null,
                "t",
                "judgement",
                "w",
                "y",
                "c",
                "q",
                observedAt,
                "night",
                "B-1",
                "touch",
                new Threshold(threshold, "°C", "by feel"),
                true,
                confidence,
                "nobody",
                "no",
                null,
                List.of());
    }
}
