package dev.baton.review;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether everybody who is still needed can be somebody else. */
final class Seats {

    private Seats() {}

    /** Whether each seat gets a person of its own among those who may take it. */
    static <S> boolean canAllBeTaken(Map<S, List<String>> mayTake) {
        var taken = new HashMap<String, S>();
        return mayTake.keySet().stream().allMatch(seat -> seat(seat, mayTake, taken, new HashSet<>()));
    }

    /** Takes somebody for the seat; whoever sits elsewhere already moves on if another can take that seat. */
    private static <S> boolean seat(S seat, Map<S, List<String>> mayTake, Map<String, S> taken, Set<String> tried) {
        for (var person : mayTake.getOrDefault(seat, List.of())) {
            if (!tried.add(person)) {
                continue;
            }
            var sits = taken.get(person);
            if (sits == null || seat(sits, mayTake, taken, tried)) {
                taken.put(person, seat);
                return true;
            }
        }
        return false;
    }
}
