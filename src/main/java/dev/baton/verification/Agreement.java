package dev.baton.verification;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far two people agree with themselves and with each other, once both have judged everything twice.
 *
 * @param withinExpert share of samples of which the expert said the same twice
 * @param withinReceiver the same of the receiver
 * @param between of the two, both rounds together; its interval rests on the number of samples
 */
record Agreement(double withinExpert, double withinReceiver, Kappa between) {

    private static final double ACCEPTED = 0.75;
    private static final double NOT_YET = 0.40;

    /** One answer. */
    record Said(UUID sample, String person, int round, String answer) {}

    private record Place(String person, int round, UUID sample) {}

    static Agreement of(List<UUID> samples, List<String> answers, String expert, String receiver, List<Said> said) {
        Map<Place, String> by = said.stream()
                .collect(Collectors.toMap(
                        one -> new Place(one.person(), one.round(), one.sample()), Said::answer, (a, b) -> a));
        var table = new int[answers.size()][answers.size()];
        for (var sample : samples) {
            for (int round = 1; round <= 2; round++) {
                int row = answers.indexOf(by.get(new Place(expert, round, sample)));
                int column = answers.indexOf(by.get(new Place(receiver, round, sample)));
                table[row][column]++;
            }
        }
        Function<String, Double> within = person -> samples.stream()
                        .filter(sample -> String.valueOf(by.get(new Place(person, 1, sample)))
                                .equals(by.get(new Place(person, 2, sample))))
                        .count()
                / (double) samples.size();
        return new Agreement(within.apply(expert), within.apply(receiver), Kappa.of(table, samples.size()));
    }

    /** What kappa means. */
    String verdict() {
        return verdict(between.kappa());
    }

    static String verdict(@Nullable Double kappa) {
        if (kappa == null) {
            return "undecided";
        }
        return kappa >= ACCEPTED ? "agree" : kappa < NOT_YET ? "not-yet" : "nearly";
    }
}
