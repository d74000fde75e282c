package dev.baton.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * Items made up from a vocabulary in which few words are common and most are rare, as in real texts; the same for
 * everybody who asks, so that all search the same.
 */
final class Corpus {

    private static final int WORDS = 5_000;
    private static final int SHIFT = 10;
    private static final int LENGTH = 36;
    private static final String SYLLABLES =
            "ba be bo da de do fa fo ga go ka ke ko la lo ma mo na no pa po ra ro ta to va vo za";

    private final String[] words = new String[WORDS];
    private final double[] shares = new double[WORDS];

    Corpus() {
        var syllables = SYLLABLES.split(" ");
        double sum = 0;
        for (int i = 0; i < WORDS; i++) {
            words[i] = "x" + syllables[i % 28] + syllables[i / 28 % 28] + syllables[i / 784 % 28] + "k";
            sum += 1.0 / (i + SHIFT);
            shares[i] = sum;
        }
        for (int i = 0; i < WORDS; i++) {
            shares[i] /= sum;
        }
    }

    /** One item. */
    record Text(UUID id, String title, String body) {}

    Text text(int number) {
        var random = new Random(number * 7_919L);
        return new Text(new UUID(0x4000L, 0x8000_0000_0000_0000L + number), words(random, 5), words(random, LENGTH));
    }

    /** What people look for: one or two words that mean something. */
    List<String> questions(int count) {
        var random = new Random(42);
        var questions = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var first = words[50 + random.nextInt(1_500)];
            questions.add(i % 2 == 0 ? first : first + " " + words[20 + random.nextInt(300)]);
        }
        return questions;
    }

    private String words(Random random, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int at = java.util.Arrays.binarySearch(shares, random.nextDouble());
            text.append(i == 0 ? "" : " ").append(words[Math.min(WORDS - 1, at < 0 ? -at - 1 : at)]);
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
