package dev.baton.trailreview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.audit.SealedAct;
import dev.baton.audit.SealedAct.Change;
import dev.baton.trailreview.SamplingRule.Pick;
import dev.baton.trailreview.SamplingRule.Sample;
import dev.baton.trailreview.SamplingRule.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which acts are looked at. */
class SamplingRuleTests {

    private static final Share SHARE = new Share(5, 10, 40);
    private static final String SEED = "0123456789abcdef0123456789abcdef";
    private static final UUID ITEM = UUID.randomUUID();

    @Test
    void theSameSeedDrawsTheSameSampleAndAnotherDrawsAnother() {
        var acts = Acts.ordinary(400);
        assertThat(numbers(draw(acts, SEED)))
                .isEqualTo(numbers(draw(acts, SEED)))
                .isNotEqualTo(numbers(draw(acts, SEED.replace('0', '1'))))
                .hasSize(20)
                .doesNotHaveDuplicates();
    }

    /** Sampling that could be steered by what is entered later would be none. */
    @Property(tries = 50)
    void whetherAnActIsDrawnDoesNotHangOnTheOrderOfOthers(@ForAll @IntRange(min = 11, max = 60) int count) {
        var acts = Acts.ordinary(count);
        var drawn = numbers(draw(acts, SEED));
        var others = acts.stream().filter(act -> drawn.contains(act.no())).toList();
        assertThat(numbers(draw(others, SEED))).containsExactlyElementsOf(drawn);
    }

    @Property(tries = 50)
    void everyActHasItsChance(@ForAll @IntRange(min = 1, max = 200) int no) {
        var acts = Acts.ordinary(200);
        assertThat(Stream.iterate(0, n -> n + 1).limit(400).anyMatch(n -> numbers(draw(acts, "seed" + n))
                        .contains((long) no)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 4", "10, 10", "200, 10", "201, 11", "400, 20", "800, 40", "100000, 40"})
    void theShareHasALowerAndAnUpperBound(int acts, int drawn) {
        assertThat(SHARE.of(acts)).isEqualTo(drawn);
    }

    @ParameterizedTest
    @MethodSource("remarkable")
    void whatIsRemarkableIsAlwaysLookedAt(Criterion criterion, SealedAct act) {
        var acts = new ArrayList<>(Acts.ordinary(300));
        acts.add(act);
        for (int i = 0; i < 5; i++) {
            assertThat(draw(acts, "seed" + i).picks()).contains(new Pick(act, criterion));
        }
    }

    static Stream<Arguments> remarkable() {
        var no = 301L;
        return Stream.of(
                Arguments.of(Criterion.ALTERED_CONTENT, Acts.act(no, "content-altered", "item")),
                Arguments.of(Criterion.REFUSED_SIGNING, Acts.act(no, "signing-failed", "person")),
                Arguments.of(Criterion.LOCK_OUT, Acts.act(no, "locked-out", "person")),
                Arguments.of(Criterion.OVERRIDE, Acts.act(no, "peer-named", "peer-substitution")),
                Arguments.of(Criterion.OVERRIDE, Acts.act(no, "override-proposed", "gate-override")),
                Arguments.of(Criterion.OVERRIDE, Acts.act(no, "assigned", "task", "lead", null, true)),
                Arguments.of(Criterion.HOLD_LIFTED, Acts.act(no, "hold-lifted", "hold-lifted")),
                Arguments.of(Criterion.WITHDRAWN, Acts.act(no, "changed", "item", Acts.set("state", "withdrawn"))),
                Arguments.of(Criterion.WITHDRAWN, Acts.act(no, "credit-withdrawn", "credit")),
                Arguments.of(Criterion.DELETED, Acts.act(no, "deleted", "parameter", new Change("name", null))),
                Arguments.of(
                        Criterion.CHANGED_AFTER_APPROVAL,
                        Acts.act(no, "changed", "item", "expert1", ITEM, true, Acts.set("inRework", "true"))),
                Arguments.of(
                        Criterion.LATE_ENTRY,
                        Acts.act(
                                no,
                                "submitted",
                                "item",
                                Acts.set("observedAt", "2026-04-20T08:00:00Z"),
                                Acts.set("submittedAt", "2026-04-27T08:00:01Z"))),
                Arguments.of(Criterion.ACCESS, Acts.act(no, "granted", "person")),
                Arguments.of(Criterion.ACCESS, Acts.act(no, "changed", "person", Acts.set("enabled", "false"))),
                Arguments.of(Criterion.ACCESS, Acts.act(no, "joined", "team-member", "lead", null, true)),
                Arguments.of(Criterion.ACCESS, Acts.act(no, "created", "inspection")),
                Arguments.of(Criterion.CLOCK, Acts.act(no, "clocks-differ", "clock")),
                Arguments.of(Criterion.SETTINGS, Acts.act(no, "configured", "configuration")),
                Arguments.of(Criterion.SETTINGS, Acts.act(no, "key-rotated", "ledger")));
    }

    @ParameterizedTest
    @MethodSource("unremarkable")
    void whatIsNotRemarkableIsLeftToChance(SealedAct act) {
        assertThat(draw(List.of(act), SEED).picks()).containsExactly(new Pick(act, null));
    }

    static Stream<SealedAct> unremarkable() {
        return Stream.of(
                Acts.act(301, "joined", "team-member"),
                Acts.act(301, "assigned", "task"),
                Acts.act(301, "changed", "item", "quality", ITEM, false, Acts.set("state", "peer-reviewed")),
                Acts.act(3, "changed", "item", "expert1", ITEM, false, Acts.set("inRework", "true")),
                Acts.act(
                        301,
                        "submitted",
                        "item",
                        Acts.set("observedAt", "2026-04-20T08:00:00Z"),
                        Acts.set("submittedAt", "2026-04-27T08:00:00Z")),
                Acts.act(301, "submitted", "item", Acts.set("observedAt", "sometime"), Acts.set("submittedAt", "now")));
    }

    @Test
    void aClockThatRunsBackwardsIsLookedAt() {
        var back = new SealedAct(
                3,
                Acts.THEN.minusSeconds(61),
                "created",
                "step",
                "x",
                "label",
                null,
                "lead",
                false,
                List.of(),
                "digest");
        var jitter = new SealedAct(
                4,
                Acts.THEN.minusSeconds(30),
                "created",
                "step",
                "y",
                "label",
                null,
                "lead",
                false,
                List.of(),
                "digest");
        var sample = draw(List.of(Acts.act(0, "created", "step"), back, jitter), SEED);
        assertThat(sample.picks()).contains(new Pick(back, Criterion.CLOCK), new Pick(jitter, null));
    }

    @ParameterizedTest
    @CsvSource({
        "viewed, page",
        "file-read, file",
        "logged-in, person",
        "claimed, task",
        "exported, export",
        "credited, credit",
        "thanked, thank-you",
        "answered, trail-review-entry",
        "trail-finding-raised, trail-finding"
    })
    void whatChangesNothingAndTheReviewsThemselvesAreNotDrawn(String act, String record) {
        var looked = Acts.act(1, act, record);
        assertThat(draw(List.of(looked), SEED)).isEqualTo(new Sample(0, List.of()));
        assertThat(SamplingRule.asksForReview(looked)).isFalse();
    }

    @Test
    void aSignatureOnAReviewIsNotDrawnAndOneOnAnItemIs() {
        var onReview = Acts.act(1, "signed", "signature", Acts.set("subjectType", "trail-review"));
        var onItem = Acts.act(2, "signed", "signature", Acts.set("subjectType", "item"));
        assertThat(draw(List.of(onReview, onItem), SEED).picks()).containsExactly(new Pick(onItem, null));
    }

    @Test
    void criteriaComeFirstThenLikesLieTogether() {
        var acts = List.of(
                Acts.act(1, "created", "step"),
                Acts.act(2, "asked", "question"),
                Acts.act(3, "created", "step"),
                Acts.act(4, "granted", "person"),
                Acts.act(5, "locked-out", "person"));
        assertThat(numbers(draw(acts, SEED))).containsExactly(5L, 4L, 2L, 1L, 3L);
        assertThat(draw(acts, SEED).population()).isEqualTo(5);
    }

    private static Sample draw(List<SealedAct> acts, String seed) {
        var rule = new SamplingRule(SHARE, seed, Map.of(ITEM, 300L));
        acts.forEach(rule::take);
        return rule.draw();
    }

    private static List<Long> numbers(Sample sample) {
        return sample.picks().stream().map(pick -> pick.act().no()).toList();
    }
}
