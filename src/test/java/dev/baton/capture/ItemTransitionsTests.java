package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The fixed sequence of states: every pair, allowed or not. */
class ItemTransitionsTests {

    private static final Set<String> ALLOWED = Set.of(
            "draft>submitted",
            "draft>withdrawn",
            "submitted>peer-reviewed",
            "submitted>draft",
            "submitted>withdrawn",
            "peer-reviewed>receiver-reviewed",
            "peer-reviewed>draft",
            "peer-reviewed>withdrawn",
            "receiver-reviewed>triaged",
            "receiver-reviewed>draft",
            "receiver-reviewed>withdrawn",
            "triaged>approved",
            "triaged>draft",
            "triaged>withdrawn",
            "approved>transferred",
            "approved>superseded",
            "approved>withdrawn",
            "transferred>superseded",
            "transferred>withdrawn");

    @Test
    void allowsExactlyTheSequence() {
        var allowed = new TreeSet<String>();
        for (var from : ItemState.values()) {
            for (var to : ItemState.values()) {
                if (ItemTransitions.allows(from, to)) {
                    allowed.add(from.code() + ">" + to.code());
                }
            }
        }
        assertThat(allowed).isEqualTo(new TreeSet<>(ALLOWED));
    }

    @Test
    void readsBackEveryCode() {
        for (var state : ItemState.values()) {
            assertThat(ItemTransitions.ofCode(state.code())).isEqualTo(state);
        }
    }
}
