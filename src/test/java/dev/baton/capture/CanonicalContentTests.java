package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What makes content the same or different, and what is hashed. */
class CanonicalContentTests {

    private static final FileView FILE = new FileView(FileId.create(), "egg.jpg", "image/jpeg", "a".repeat(64), 3);

    @Test
    void theOrderOfAnswersMakesNoDifference() {
        var one = new LinkedHashMap<String, Object>(Map.of("a", "1"));
        one.put("b", "2");
        var other = new LinkedHashMap<String, Object>(Map.of("b", "2"));
        other.put("a", "1");

        assertThat(same(answers(one), answers(other))).isTrue();
        assertThat(same(answers(one), answers(Map.of("a", "1")))).isFalse();
    }

    @Test
    void aFieldLeftBlankIsAFieldLeftOut() {
        var blank = new ItemContent(
                null,
                "Tilt the egg",
                "sensory-cue",
                "Tilt it until the air cell stops.",
                " ",
                "",
                null,
                null,
                "",
                null,
                null,
                new ItemContent.Threshold("", " ", null),
                null,
                null,
                null,
                "",
                null,
                null);
        assertThat(same(blank, Sample.content())).isTrue();
    }

    @Test
    void aFileMakesADifference() {
        assertThat(CanonicalContent.same(Sample.content(), List.of(FILE), Sample.content(), List.of()))
                .isFalse();
    }

    @Test
    void aVersionHashesTheSameAgainAndDifferentlyWithAnotherFile() {
        var item = Sample.item(Sample.content());
        var version = new ItemVersion(item, answers(Map.of("n", 3, "t", "x")), List.of(FILE), Sample.NOW);
        assertThat(version.hash(List.of(FILE))).isEqualTo(version.contentHash()).hasSize(64);
        var altered = new FileView(FILE.fileId(), "egg.jpg", "image/jpeg", "b".repeat(64), 3);
        assertThat(version.hash(List.of(altered))).isNotEqualTo(version.contentHash());
        assertThat(version.hash(List.of())).isNotEqualTo(version.contentHash());
    }

    @Test
    void theHashOfWordsInConfidenceDoesNotConfirmAGuessOfTheName() {
        var item = ItemId.create();
        var seal = "5d0c1b52-6f0f-4a7e-9a39-6f2d7d1f1c11";
        var held = canonical(item, "expert1", seal, Sample.content());

        assertThat(held.get("author"))
                .asString()
                .startsWith("sealed:")
                .isNotEqualTo(
                        canonical(item, "expert1", "another", Sample.content()).get("author"))
                .isNotEqualTo(canonical(ItemId.create(), "expert1", seal, Sample.content())
                        .get("author"))
                .isNotEqualTo(canonical(item, "expert2", seal, Sample.content()).get("author"));
        assertThat(canonical(item, "expert1", null, Sample.content())).containsEntry("author", "expert1");
        var asked = Sample.content().told(null, new Interview("lead", 20));
        assertThat(canonical(item, "expert1", seal, asked).toString()).doesNotContain("lead", "expert1");
    }

    private static Map<String, Object> canonical(ItemId item, String author, String seal, ItemContent content) {
        var transfer = new dev.baton.transfer.TransferId(item.value());
        var step = new dev.baton.transfer.StepId(item.value());
        return CanonicalContent.of(item, 1, transfer, step, author, seal, content, List.of());
    }

    @Test
    void aFailureIsPartOfWhatIsSignedAndItsAbsenceChangesNoOldHash() {
        var plain = Sample.content();
        var failed = plain.failed(new ItemContent.Failure("0.8 bar", "it closed", " ", null));
        assertThat(CanonicalContent.text(plain, List.of())).doesNotContainKey("failure");
        assertThat(same(plain, failed)).isFalse();
        assertThat(same(failed, plain.failed(new ItemContent.Failure("0.8 bar", "it closed", null, ""))))
                .isTrue();
        assertThat(same(plain, plain.failed(new ItemContent.Failure("", null, " ", null))))
                .isTrue();
        var version = new ItemVersion(Sample.item(failed), failed, List.of(), Sample.NOW);
        assertThat(version.hash(List.of())).isEqualTo(version.contentHash());
        assertThat(version.content().failure()).isEqualTo(new ItemContent.Failure("0.8 bar", "it closed", null, null));
    }

    @Test
    void differencesArePartOfWhatIsSignedAndTheirAbsenceChangesNoOldHash() {
        var plain = Sample.content();
        var value = new ItemContent.Difference("changed-value", "20 \u00b1 2 \u00b0C", "22 \u00b0C");
        var differing = plain.differing(List.of(value));
        assertThat(CanonicalContent.text(plain.differing(List.of()), List.of())).doesNotContainKey("differences");
        assertThat(same(plain, plain.differing(List.of()))).isTrue();
        assertThat(same(plain, differing)).isFalse();
        var version = new ItemVersion(Sample.item(differing), differing, List.of(), Sample.NOW);
        assertThat(version.hash(List.of())).isEqualTo(version.contentHash());
        assertThat(version.content().differences()).containsExactly(value);
    }

    private static boolean same(ItemContent one, ItemContent other) {
        return CanonicalContent.same(one, List.of(), other, List.of());
    }

    private static ItemContent answers(Map<String, Object> answers) {
        return Sample.content("t", "judgement", "w", answers);
    }
}
