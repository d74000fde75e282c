package dev.baton.capture.web;

import dev.baton.Refusal;
import dev.baton.capture.ItemState;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A list was filtered by a state that does not exist. */
class StateUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    StateUnknown() {
        super(
                Kind.MALFORMED,
                "capture.list-state",
                Arrays.stream(ItemState.values()).map(ItemState::code).collect(Collectors.joining(", ")));
    }
}
