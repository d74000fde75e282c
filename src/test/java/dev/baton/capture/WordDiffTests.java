package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordDiffTests {

    @Test
    void wordsThatDifferAreToldApart() {
        assertThat(WordDiff.between("Wait 3 s, then mark.", "Wait 5 s, then mark twice."))
                .extracting(part -> part.kind() + ":" + part.text())
                .containsExactly("same:Wait ", "removed:3", "added:5", "same: s, then mark", "added: twice", "same:.");
    }

    @Test
    void bothTextsCanBeMadeFromItAgain() {
        var one = "Tilt\n\nthe tray – 37 °C, “warm” 😀";
        var other = "Tilt the grey tray\n– 36.5 °C, “warm”";
        var parts = WordDiff.between(one, other);
        assertThat(without(parts, "added")).isEqualTo(one);
        assertThat(without(parts, "removed")).isEqualTo(other);
    }

    @Test
    void nothingIsEitherAllNewOrAllGone() {
        assertThat(WordDiff.between(null, "New")).containsExactly(new WordDiff.Part("added", "New"));
        assertThat(WordDiff.between("Old", null)).containsExactly(new WordDiff.Part("removed", "Old"));
        assertThat(WordDiff.between(null, null)).isEmpty();
    }

    private static String without(java.util.List<WordDiff.Part> parts, String kind) {
        return parts.stream()
                .filter(part -> !part.kind().equals(kind))
                .map(WordDiff.Part::text)
                .collect(Collectors.joining());
    }
}
