package dev.baton.trailreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody reviews what they did themselves. */
class IndependenceTests {

    @Test
    void whoDidNothingOfTheSampleReviewsIt() {
        assertThat(Independence.reviewers(List.of("quality", "quality2", "quality3"), Set.of("expert1", "quality")))
                .containsExactly("quality2", "quality3");
    }

    @Test
    void whereEverybodyDidSomethingASecondOneIsLeftForIt() {
        assertThat(Independence.reviewers(List.of("quality2", "quality"), Set.of("quality", "quality2", "lead")))
                .containsExactly("quality", "quality2");
        assertThat(Independence.seconds(List.of("quality", "quality2"), "quality"))
                .containsExactly("quality2");
    }

    @Test
    void aLonePersonOfQualityDoesNotReviewThemself() {
        assertThat(Independence.reviewers(List.of("quality"), Set.of("quality", "expert1")))
                .isEmpty();
        assertThat(Independence.reviewers(List.of("quality"), Set.of("expert1")))
                .containsExactly("quality");
        assertThat(Independence.reviewers(List.of(), Set.of("expert1"))).isEmpty();
    }

    @Test
    void whoVerifiesHasNeitherSignedNorRaisedNorDoneIt() {
        assertThat(Independence.verifiers(
                        List.of("quality", "quality2", "quality3", "quality4"),
                        "quality",
                        Set.of("quality2", "quality3")))
                .containsExactly("quality4");
        assertThat(Independence.verifiers(List.of("quality", "quality2"), "quality", Set.of("quality", "expert1")))
                .containsExactly("quality2");
        assertThat(Independence.verifiers(List.of("quality", "quality2"), "quality", Set.of("quality2")))
                .isEmpty();
    }
}
