package dev.baton.capture.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import dev.baton.capture.compare.Comparison.Pair;
import dev.baton.capture.compare.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Word by word, where an expert tells an act almost as it is written: then words more or fewer mean something. Where the
 * wording is their own, it means nothing.
 */
final class Wording {

    private static final double NEARLY_AS_WRITTEN = 0.7;
    private static final int ENOUGH = 2;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Wording() {}

    /** A word where it stands. */
    private record Word(int from, int to, String stem) {

        boolean isLike(Word other) {
            return stem.equals(other.stem);
        }
    }

    /**
     * What is more or less in the words of this pair.
     *
     * @param official all that the instruction speaks of, {@code told} all that the expert speaks of: what only stands
     *     elsewhere is neither added nor left out
     */
    static List<Difference> differences(Pair pair, Set<String> official, Set<String> told, Language language) {
        var act = pair.act().quote();
        var said = pair.told().passage().quote();
        var written = words(act);
        var spoken = words(said);
        var deltas = DiffUtils.diff(written, spoken, Word::isLike).getDeltas();
        int gone = deltas.stream().mapToInt(delta -> delta.getSource().size()).sum();
        if (written.size() - gone < NEARLY_AS_WRITTEN * written.size()) {
            return List.of();
        }
        var found = new ArrayList<Difference>();
        for (var delta : deltas) {
            if (delta.getType() == DeltaType.INSERT) {
                add(found, Kind.ADDED, said, delta.getTarget().getLines(), official, language);
            } else if (delta.getType() == DeltaType.DELETE) {
                add(found, Kind.OMITTED, act, delta.getSource().getLines(), told, language);
            }
        }
        return found;
    }

    private static void add(
            List<Difference> found,
            Kind kind,
            String text,
            List<Word> words,
            Set<String> elsewhere,
            Language language) {
        var quote =
                text.substring(words.get(0).from(), words.get(words.size() - 1).to());
        // Numbers are compared as numbers.
        var stems = language.stems(quote);
        stems.removeAll(elsewhere);
        if (stems.size() >= ENOUGH && Quantity.in(quote).isEmpty()) {
            found.add(
                    kind == Kind.ADDED
                            ? new Difference(kind, null, quote, null)
                            : new Difference(kind, quote, null, null));
        }
    }

    private static List<Word> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> new Word(
                        found.start(), found.end(), Language.stem(found.group().toLowerCase(Locale.ROOT))))
                .toList();
    }
}
