package dev.baton.capture.compare;

import dev.baton.capture.compare.Comparison.Told;
import dev.baton.capture.compare.Difference.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers against numbers: what an expert names beside what the instruction and its critical parameters fix. */
final class Values {

    private static final int SHORT = 6;

    private final List<Fixed> fixed = new ArrayList<>();
    private final List<Named> named = new ArrayList<>();
    private final Set<Told> explained = new HashSet<>();
    private final Set<String> allWords = new HashSet<>();
    private final List<Told> told;

    /** A quantity of the instruction, and the words around it. */
    private record Fixed(Quantity quantity, Set<String> words) {}

    /** A quantity that the expert names, and the words around it. */
    private record Named(Quantity quantity, Set<String> words) {}

    Values(Instruction instruction, List<Passage> clauses, List<Told> told, Language language) {
        this.told = told;
        clauses.forEach(clause ->
                Quantity.in(clause.quote()).forEach(quantity -> fixed.add(new Fixed(quantity, clause.words()))));
        instruction.ranges().forEach(range -> Quantity.of(range.words(), range.low(), range.high(), range.unit())
                .ifPresent(quantity -> fixed.add(new Fixed(quantity, language.stems(range.name())))));
        told.forEach(one -> allWords.addAll(one.passage().words()));
        told.forEach(one -> Quantity.in(one.passage().quote())
                .forEach(quantity -> named.add(new Named(quantity, one.passage().words()))));
    }

    /** Passages of which a number is the difference, and nothing has to be added. */
    Set<Told> explained() {
        return explained;
    }

    /** One difference for each fixed quantity that is not kept: what lies outside it before what lies inside. */
    List<Difference> differences(List<String> numbers) {
        for (var number : numbers) {
            Quantity.in(number).forEach(quantity -> named.add(new Named(quantity, allWords)));
        }
        Map<Fixed, List<Named>> others = new LinkedHashMap<>();
        for (var one : named) {
            against(one).ifPresent(other -> others.computeIfAbsent(other, key -> new ArrayList<>())
                    .add(one));
        }
        var found = new ArrayList<Difference>();
        others.forEach((fixedOne, namedOnes) -> {
            var outside = namedOnes.stream()
                    .filter(one -> !one.quantity().isInside(fixedOne.quantity()))
                    .findFirst();
            var shown = outside.orElse(namedOnes.get(0));
            explain(shown);
            found.add(new Difference(
                    Kind.CHANGED_VALUE,
                    fixedOne.quantity().quote(),
                    shown.quantity().quote(),
                    outside.isEmpty()));
        });
        return found;
    }

    /** A short passage says nothing but its number. */
    private void explain(Named shown) {
        told.stream()
                .filter(one -> one.passage().words() == shown.words())
                .filter(one -> one.passage().words().size() <= SHORT)
                .forEach(explained::add);
    }

    /** The fixed quantity that this one differs from; empty where it agrees with one, or where none is meant. */
    private Optional<Fixed> against(Named one) {
        var like = fixed.stream()
                .filter(other -> other.quantity().isLike(one.quantity()))
                .toList();
        if (like.stream()
                .anyMatch(other -> other.quantity().isSame(one.quantity())
                        || one.quantity().isEndOf(other.quantity()))) {
            return Optional.empty();
        }
        var near = like.stream()
                .max(Comparator.comparingInt(other -> shared(other, one)))
                .filter(other -> shared(other, one) > 0);
        // A temperature, or so much per egg, is hardly ever another one; minutes and millimetres are.
        return near.isPresent()
                        || like.size() != 1
                        || !isPlain(like.get(0).quantity().sort())
                ? near
                : Optional.of(like.get(0));
    }

    private static boolean isPlain(String sort) {
        return sort.equals("temperature") || sort.equals("pressure") || sort.contains("/");
    }

    private static int shared(Fixed other, Named one) {
        var both = new HashSet<>(other.words());
        both.retainAll(one.words());
        return both.size();
    }
}
