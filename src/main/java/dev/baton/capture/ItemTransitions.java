package dev.baton.capture;

import static dev.baton.capture.ItemState.APPROVED;
import static dev.baton.capture.ItemState.DRAFT;
import static dev.baton.capture.ItemState.PEER_REVIEWED;
import static dev.baton.capture.ItemState.RECEIVER_REVIEWED;
import static dev.baton.capture.ItemState.SUBMITTED;
import static dev.baton.capture.ItemState.SUPERSEDED;
import static dev.baton.capture.ItemState.TRANSFERRED;
import static dev.baton.capture.ItemState.TRIAGED;
import static dev.baton.capture.ItemState.WITHDRAWN;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The permitted sequence of an item's states (21 CFR 11.10(f)): what may follow what, and nothing else. */
final class ItemTransitions {

    private static final Map<ItemState, Set<ItemState>> NEXT = new EnumMap<>(Map.of(
            DRAFT, Set.of(SUBMITTED, WITHDRAWN),
            SUBMITTED, Set.of(PEER_REVIEWED, DRAFT, WITHDRAWN),
            PEER_REVIEWED, Set.of(RECEIVER_REVIEWED, DRAFT, WITHDRAWN),
            RECEIVER_REVIEWED, Set.of(TRIAGED, DRAFT, WITHDRAWN),
            TRIAGED, Set.of(APPROVED, DRAFT, WITHDRAWN),
            APPROVED, Set.of(TRANSFERRED, SUPERSEDED, WITHDRAWN),
            TRANSFERRED, Set.of(SUPERSEDED, WITHDRAWN),
            SUPERSEDED, Set.of(),
            WITHDRAWN, Set.of()));

    private ItemTransitions() {}

    /** Whether the one state may follow the other. */
    static boolean allows(ItemState from, ItemState to) {
        return NEXT.getOrDefault(from, Set.of()).contains(to);
    }

    /** Whether an item in this state is somewhere in its review round. */
    static boolean isInReview(ItemState state) {
        return state == SUBMITTED || state == PEER_REVIEWED || state == RECEIVER_REVIEWED || state == TRIAGED;
    }

    /** The state with this code. */
    static ItemState ofCode(String code) {
        for (var state : ItemState.values()) {
            if (state.code().equals(code)) {
                return state;
            }
        }
        throw new IllegalArgumentException("No state " + code);
    }
}
