package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Everybody who is still needed can be somebody else, or not; against trying every way of sitting down. */
class SeatsTests {

    @Test
    void onePersonTakesOneSeat() {
        assertThat(Seats.canAllBeTaken(Map.of("peer", List.of("a"), "second", List.of("a"))))
                .isFalse();
        assertThat(Seats.canAllBeTaken(Map.of("peer", List.of("a"), "second", List.of("a", "b"))))
                .isTrue();
        assertThat(Seats.canAllBeTaken(Map.of("peer", List.of()))).isFalse();
        assertThat(Seats.canAllBeTaken(Map.<String, List<String>>of())).isTrue();
    }

    @Test
    void itSaysWhatTryingEveryWaySays() {
        var random = new Random(20260115);
        int yes = 0;
        for (int n = 0; n < 2000; n++) {
            var seats = new LinkedHashMap<Integer, List<Integer>>();
            for (int seat = 0; seat < 1 + random.nextInt(5); seat++) {
                seats.put(
                        seat,
                        IntStream.range(0, 5)
                                .filter(p -> random.nextInt(3) == 0)
                                .boxed()
                                .toList());
            }
            var asText = new LinkedHashMap<Integer, List<String>>();
            seats.forEach((seat, may) ->
                    asText.put(seat, may.stream().map(String::valueOf).toList()));
            var possible = everyWay(new ArrayList<>(seats.values()), new HashSet<>());
            assertThat(Seats.canAllBeTaken(asText)).as("%s", seats).isEqualTo(possible);
            yes += possible ? 1 : 0;
        }
        assertThat(yes).isBetween(200, 1800);
    }

    private static boolean everyWay(List<List<Integer>> seats, Set<Integer> taken) {
        if (seats.isEmpty()) {
            return true;
        }
        for (var person : seats.get(0)) {
            if (!taken.contains(person)) {
                var then = new HashSet<>(taken);
                then.add(person);
                if (everyWay(seats.subList(1, seats.size()), then)) {
                    return true;
                }
            }
        }
        return false;
    }
}
