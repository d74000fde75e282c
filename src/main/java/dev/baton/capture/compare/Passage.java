package dev.baton.capture.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A sentence or clause where it stands in its text.
 *
 * @param words what it speaks of
 */
record Passage(int from, int to, String quote, Set<String> words) {

    private static final double ALIKE = 0.5;
    private static final double SPOKEN_OF = 0.6;

    /** Ends of sentences; a point inside a number or before a small letter (as in "approx. 5") ends nothing. */
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\\p{N}\"\u201c(])|[;\\n\\r]+");

    private static final Pattern CLAUSE =
            Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\\p{N}\"\u201c(])|[;\\n\\r]+|,\\s+");

    /** The sentences of what somebody tells. */
    static List<Passage> sentences(String text, Language language) {
        return split(text, 0, SENTENCE, language);
    }

    /** The clauses of an instruction: its single acts, one after the other. */
    static List<Passage> clauses(String text, Language language) {
        return split(text, 0, CLAUSE, language);
    }

    /**
     * The parts of this passage in the order in which they happen: "reject before chilling" and "chill after rejecting"
     * are both reject, then chill. Alone in the list when nothing is turned round.
     */
    List<Passage> inTime(Language language) {
        var before = language.before().matcher(quote);
        if (before.find() && before.start() > 0) {
            return parts(before.start(), before.end(), language, false);
        }
        var after = language.after().matcher(quote);
        if (after.find() && after.start() > 0) {
            return parts(after.start(), after.end(), language, true);
        }
        return List.of(this);
    }

    /** Whether both speak of one thing: half of the shorter one's words, and more than one of them. */
    boolean isLike(Passage other) {
        int shared = shared(other);
        int fewer = Math.min(words.size(), other.words.size());
        return fewer > 0 && (shared == fewer || (shared >= 2 && shared >= ALIKE * fewer));
    }

    /** Whether these words speak of most of what stands here. */
    boolean isIn(Set<String> all) {
        var known = new HashSet<>(words);
        known.retainAll(all);
        return words.isEmpty() || known.size() >= SPOKEN_OF * words.size();
    }

    int shared(Passage other) {
        var both = new HashSet<>(words);
        both.retainAll(other.words);
        return both.size();
    }

    private List<Passage> parts(int end, int begin, Language language, boolean turned) {
        var first = passage(quote.substring(0, end), from, language);
        var second = passage(quote.substring(begin), from + begin, language);
        if (first.words.isEmpty() || second.words.isEmpty()) {
            return List.of(this);
        }
        return turned ? List.of(second, first) : List.of(first, second);
    }

    private static List<Passage> split(String text, int offset, Pattern at, Language language) {
        var passages = new ArrayList<Passage>();
        int from = 0;
        var matcher = at.matcher(text);
        while (matcher.find()) {
            add(passages, text, from, matcher.start(), offset, language);
            from = matcher.end();
        }
        add(passages, text, from, text.length(), offset, language);
        return List.copyOf(passages);
    }

    private static void add(List<Passage> passages, String text, int from, int to, int offset, Language language) {
        var passage = passage(text.substring(from, to), offset + from, language);
        if (!passage.words.isEmpty()) {
            passages.add(passage);
        }
    }

    private static Passage passage(String text, int from, Language language) {
        var quote = text.strip();
        int begin = from + text.indexOf(quote);
        return new Passage(begin, begin + quote.length(), quote, language.stems(quote));
    }
}
