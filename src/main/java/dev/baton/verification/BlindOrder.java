package dev.baton.verification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** In which order a person sees the samples of a round: shuffled, another way in each round, the same after a break. */
final class BlindOrder {

    private BlindOrder() {}

    static <T> List<T> of(List<T> samples, long seed, String person, int round) {
        var first = shuffled(samples, seed, person, 1);
        if (round == 1) {
            return first;
        }
        var second = shuffled(samples, seed, person, round);
        if (second.equals(first) && second.size() > 1) {
            Collections.rotate(second, 1);
        }
        return second;
    }

    private static <T> List<T> shuffled(List<T> samples, long seed, String person, int round) {
        var order = new ArrayList<>(samples);
        Collections.shuffle(order, new Random(seed * 31 + person.hashCode() * 7L + round));
        return order;
    }
}
