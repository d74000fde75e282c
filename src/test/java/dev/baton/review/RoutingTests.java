package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a table says, the four people stay. */
class RoutingTests {

    private static final Set<Stage> FOUR =
            Set.of(Stage.PEER_REVIEW, Stage.RECEIVER_REVIEW, Stage.TRIAGE, Stage.APPROVAL);

    @Test
    void aTableThatSaysNothingOrNonsenseLeavesTheFourPeople() {
        assertThat(Routing.stages(Set.of())).isEqualTo(FOUR);
        assertThat(Routing.stages(Set.of("", "nobody", "approval", "none"))).isEqualTo(FOUR);
    }

    @Test
    void whatATableNamesComesInAddition() {
        for (var more : Stage.additional()) {
            assertThat(Routing.stages(Set.of(more.code())))
                    .containsAll(FOUR)
                    .contains(more)
                    .hasSize(5);
        }
        assertThat(Routing.stages(Set.of("second-peer-review", "site-quality-review", "triage")))
                .hasSize(6);
    }
}
