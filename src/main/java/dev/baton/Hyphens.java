package dev.baton;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where a long word may be broken when its line is too narrow: between a vowel and a consonant that begins a syllable of
 * its own, so "ultra-centri-fuga-tion". Not every browser has a dictionary, and a drawing has none.
 */
public final class Hyphens {

    /** The soft hyphen: seen only where a line breaks at it. */
    public static final char SOFT = '\u00AD';

    private static final int LONG = 14;
    private static final int LEFT_OVER = 4;
    private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{" + LONG + ",}");
    private static final Pattern SYLLABLE = Pattern.compile(
            "(?<=\\p{L}{" + LEFT_OVER + "})(?<=[aeiouyäöü])(?=[bcdfghjklmnpqrstvwxz][aeiouyäöü]\\p{L}{2,})");

    private Hyphens() {}

    /** The text with soft hyphens in its long words. */
    public static String soft(String text) {
        return LONG_WORD.matcher(text).replaceAll(word -> softened(word));
    }

    /** How much of the beginning of a word is kept on a line with room for so many characters, a hyphen included. */
    public static int breakBefore(String word, int room) {
        var best = 0;
        var places = SYLLABLE.matcher(word);
        while (places.find() && places.start() < room) {
            best = places.start();
        }
        return best;
    }

    private static String softened(MatchResult word) {
        return SYLLABLE.matcher(word.group()).replaceAll(String.valueOf(SOFT));
    }
}
