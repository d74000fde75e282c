package dev.baton.review;

import dev.baton.capture.ItemState;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rounds for the tests of the rules: "eva" is the author. */
final class RoundOf {

    static final String AUTHOR = "eva";

    private RoundOf() {}

    static Round fresh() {
        return new Round(1, 1, ItemState.SUBMITTED, false, false, AUTHOR, Optional.empty(), Map.of());
    }

    static Round askedBy(String interviewer) {
        return new Round(
                1,
                1,
                ItemState.SUBMITTED,
                false,
                false,
                AUTHOR,
                Optional.empty(),
                Map.of(),
                Set.of(interviewer),
                Set.of());
    }

    static Round accepted(String... stagesAndPeople) {
        var accepted = new EnumMap<Stage, String>(Stage.class);
        for (var pair : Arrays.asList(stagesAndPeople)) {
            var parts = pair.split("=", 2);
            accepted.put(Stage.ofCode(parts[0]).orElseThrow(), parts[1]);
        }
        return new Round(1, 1, ItemState.SUBMITTED, false, false, AUTHOR, Optional.empty(), accepted);
    }

    static Round withPeer(String peer) {
        return new Round(1, 1, ItemState.SUBMITTED, false, false, AUTHOR, Optional.of(peer), Map.of());
    }

    static Round qualityFirst(Round round) {
        return new Round(1, 1, round.state(), false, true, AUTHOR, round.namedPeer(), round.acceptedBy());
    }

    static Round inState(ItemState state) {
        return new Round(1, 1, state, false, false, AUTHOR, Optional.empty(), Map.of());
    }

    static Round inRework() {
        return new Round(1, 1, ItemState.SUBMITTED, true, false, AUTHOR, Optional.empty(), Map.of());
    }

    static Round overtaken() {
        return new Round(1, 2, ItemState.SUBMITTED, false, false, AUTHOR, Optional.empty(), Map.of());
    }
}
