package dev.baton.capture.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.baton.capture.compare.Difference.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lays the sentences of what is told beside the clauses of the instruction. What fits in order is the same act; what fits
 * in another order was moved; what fits nowhere was added. Numbers are compared by sort and range. A machine only
 * proposes: it knows words, not the work, and an act that the expert does not mention may well be done.
 */
public final class Comparison {

    private static final int MOST = 12;

    /** One word alone is no act. */
    private static final int ENOUGH = 2;

    private final Language language;
    private final List<Passage> clauses;
    private final List<Passage> acts;
    private final List<Told> told = new ArrayList<>();
    private final Set<Passage> spokenOf = new LinkedHashSet<>();
    private final List<Difference> found = new ArrayList<>();

    private Comparison(Instruction instruction, List<String> texts, Language language) {
        this.language = language;
        this.clauses = Passage.clauses(instruction.text(), language);
        this.acts = inTime(clauses);
        for (var text : texts) {
            inTime(Passage.sentences(text, language)).forEach(passage -> told.add(new Told(text, passage)));
        }
    }

    /** A passage and the text it stands in. */
    record Told(String text, Passage passage) {}

    /** An act of the instruction and the passage that speaks of it. */
    record Pair(Passage act, Told told) {}

    /**
     * What the comparison comes to.
     *
     * @param found the differences it proposes, at most a dozen
     * @param rest clauses of the instruction that are not spoken of: done as written, or left out; nobody can tell by words
     */
    public record Result(List<Difference> found, List<String> rest) {

        /** Nothing to compare. */
        public static final Result NONE = new Result(List.of(), List.of());
    }

    /**
     * Compares.
     *
     * @param texts what the expert tells, each text by itself
     * @param numbers further quantities that the expert names, such as a threshold: "2 mm"
     */
    public static Result of(Instruction instruction, List<String> texts, List<String> numbers, Language language) {
        var spoken = texts.stream().filter(text -> !text.isBlank()).toList();
        var comparison = new Comparison(instruction, spoken, language);
        if (comparison.acts.isEmpty() || (comparison.told.isEmpty() && numbers.isEmpty())) {
            return Result.NONE;
        }
        comparison.compare(instruction, numbers);
        return new Result(comparison.found.stream().distinct().limit(MOST).toList(), comparison.rest());
    }

    private void compare(Instruction instruction, List<String> numbers) {
        var patch = DiffUtils.diff(acts, told.stream().map(Told::passage).toList(), Passage::isLike);
        var pairs = pairs(patch.getDeltas());
        var left = new ArrayList<Passage>();
        patch.getDeltas().forEach(delta -> left.addAll(delta.getSource().getLines()));
        pairs.forEach(pair -> spokenOf.add(pair.act()));
        var explained = new HashSet<Told>();
        var spoken = words(told.stream().map(Told::passage).toList());
        pairs.forEach(pair -> {
            explained.add(pair.told());
            if (isLeftOut(pair)) {
                found.add(new Difference(
                        Kind.OMITTED, pair.act().quote(), pair.told().passage().quote(), null));
            } else {
                found.addAll(Wording.differences(pair, words(clauses), spoken, language));
            }
        });
        for (var one : told) {
            if (!explained.contains(one)) {
                moved(one, left, explained);
            }
        }
        var values = new Values(instruction, clauses, told, language);
        found.addAll(values.differences(numbers));
        explained.addAll(values.explained());
        added(explained);
    }

    /** Which act each passage in order speaks of: what lies between the differences. */
    private List<Pair> pairs(List<AbstractDelta<Passage>> deltas) {
        var pairs = new ArrayList<Pair>();
        int act = 0;
        int passage = 0;
        for (var delta : deltas) {
            while (act < delta.getSource().getPosition()) {
                pairs.add(new Pair(acts.get(act++), told.get(passage++)));
            }
            act += delta.getSource().size();
            passage += delta.getTarget().size();
        }
        while (act < acts.size() && passage < told.size()) {
            pairs.add(new Pair(acts.get(act++), told.get(passage++)));
        }
        return pairs;
    }

    /** A passage that fits an act, but not in its place, was moved; one that fits an act spoken of already tells more. */
    private void moved(Told one, List<Passage> left, Set<Told> explained) {
        var act = left.stream().filter(each -> each.isLike(one.passage())).findFirst();
        if (act.isEmpty()) {
            return;
        }
        explained.add(one);
        left.remove(act.get());
        spokenOf.add(act.get());
        var pair = new Pair(act.get(), one);
        found.add(new Difference(
                isLeftOut(pair) ? Kind.OMITTED : Kind.CHANGED_ORDER,
                act.get().quote(),
                one.passage().quote(),
                null));
    }

    /** Whether the expert says of this act that they do not do it: a negation in the very clause that speaks of it. */
    private boolean isLeftOut(Pair pair) {
        return !language.isNegated(pair.act().quote())
                && Passage.clauses(pair.told().passage().quote(), language).stream()
                        .anyMatch(clause -> language.isNegated(clause.quote()) && clause.shared(pair.act()) > 0);
    }

    /** What is left of a text, neighbours together: as few questions as possible. */
    private void added(Set<Told> explained) {
        var together = new ArrayList<Told>();
        for (var one : told) {
            var isNext = together.isEmpty() || together.get(0).text().equals(one.text());
            if (explained.contains(one) || !isNext) {
                addTogether(together);
                together.clear();
            }
            if (!explained.contains(one)) {
                together.add(one);
            }
        }
        addTogether(together);
    }

    private void addTogether(List<Told> together) {
        var passages = together.stream().map(Told::passage).toList();
        if (words(passages).size() < ENOUGH) {
            return;
        }
        int from = passages.stream().mapToInt(Passage::from).min().orElse(0);
        int to = passages.stream().mapToInt(Passage::to).max().orElse(0);
        found.add(new Difference(Kind.ADDED, null, together.get(0).text().substring(from, to), null));
    }

    private List<String> rest() {
        var words = words(told.stream().map(Told::passage).toList());
        return clauses.stream()
                .filter(clause -> !clause.isIn(words))
                .filter(clause ->
                        spokenOf.stream().noneMatch(act -> act.from() >= clause.from() && act.to() <= clause.to()))
                .map(Passage::quote)
                .toList();
    }

    private static Set<String> words(List<Passage> passages) {
        var words = new HashSet<String>();
        passages.forEach(passage -> words.addAll(passage.words()));
        return words;
    }

    private List<Passage> inTime(List<Passage> passages) {
        return passages.stream()
                .flatMap(passage -> passage.inTime(language).stream())
                .toList();
    }
}
