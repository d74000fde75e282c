package dev.baton.trailreview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.trailreview.TrailReviewView.Entry;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One question at a time. */
class LookingTests {

    @Test
    void whatACriterionNamesStandsAlone() {
        var left =
                List.of(entry(1, Criterion.WITHDRAWN, "changed", "a"), entry(2, Criterion.WITHDRAWN, "changed", "a"));
        assertThat(Looking.together(left)).containsExactly(left.get(0));
    }

    @Test
    void grantsByOnePersonStandTogether() {
        var left = List.of(
                entry(1, Criterion.ACCESS, "granted", "admin"),
                entry(2, Criterion.ACCESS, "granted", "admin"),
                entry(3, Criterion.ACCESS, "granted", "other"));
        assertThat(Looking.together(left)).containsExactly(left.get(0), left.get(1));
    }

    @Test
    void whatChanceDrewStandsWithItsLikesTenAtMost() {
        var left = IntStream.rangeClosed(1, 14)
                .mapToObj(n -> entry(n, null, "created", "lead" + n))
                .toList();
        assertThat(Looking.together(left)).containsExactlyElementsOf(left.subList(0, 10));
        assertThat(Looking.together(List.of(entry(1, null, "created", "a"), entry(2, null, "asked", "a"))))
                .hasSize(1);
        assertThat(Looking.together(List.of())).isEmpty();
    }

    private static Entry entry(int position, @Nullable Criterion criterion, String act, String doer) {
        return new Entry(position, position, act, "record", doer, criterion, "digest", null, null, null);
    }
}
