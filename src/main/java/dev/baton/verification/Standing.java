package dev.baton.verification;

import dev.baton.capture.ItemId;
import dev.baton.signature.SignatureView;
import dev.baton.verification.DemonstrationState.Status;
import dev.baton.verification.PassRule.Weight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a step stands, worked out from its runs, their signatures and the rule; nothing of it is stored. */
final class Standing {

    /** A closed run with the signatures on it. */
    record Closed(DemonstrationRun run, List<SignatureView> signatures) {

        boolean isSignedByBoth() {
            var hash = run.currentHash();
            return Set.of(run.receiver(), run.expert()).stream().allMatch(who -> signatures.stream()
                    .anyMatch(signature -> signature.username().equals(who) && signature.isValidFor(hash)));
        }

        Instant lastSignedAt() {
            return signatures.stream()
                    .map(SignatureView::signedAt)
                    .max(Comparator.naturalOrder())
                    .orElse(run.endedAt());
        }
    }

    /** One person's runs that count, and how they stand. */
    private record Person(List<Closed> closed, List<Weight> weights) {}

    private record Version(ItemId item, int version) {}

    private final PassRule rule;
    private final Set<String> counts;
    private final boolean anyRun;
    private final Map<String, Person> people = new LinkedHashMap<>();

    Standing(PassRule rule, Set<String> counts, List<Closed> runs) {
        this.rule = rule;
        this.counts = counts;
        this.anyRun = !runs.isEmpty();
        for (var closed : runs) {
            if (this.counts.contains(closed.run().kind().code())) {
                var person = people.computeIfAbsent(
                        closed.run().receiver(), who -> new Person(new ArrayList<>(), new ArrayList<>()));
                person.closed().add(closed);
                person.weights().add(weight(closed));
            }
        }
    }

    private static Weight weight(Closed closed) {
        return closed.run().result() == RunResult.UNAIDED && closed.isSignedByBoth() ? Weight.COUNTS : Weight.BREAKS;
    }

    /** Whether that person can do the step. */
    boolean hasPassed(String receiver) {
        return Optional.ofNullable(people.get(receiver))
                .filter(person -> rule.passedAfter(person.weights()) > 0)
                .isPresent();
    }

    /** The runs with which that person passed. */
    List<Closed> passedWith(String receiver) {
        var person = people.get(receiver);
        int end = person == null ? 0 : rule.passedAfter(person.weights());
        return person == null || end == 0
                ? List.of()
                : List.copyOf(person.closed().subList(end - rule.runs(), end));
    }

    DemonstrationState state(int practiceRuns, List<Cue> cues) {
        var shown = shown();
        var toShow = cues.stream()
                .filter(cue -> !shown.contains(new Version(cue.item(), cue.version())))
                .map(Cue::item)
                .toList();
        var passedAt = passedAt();
        int row = people.values().stream()
                .mapToInt(person -> Math.min(rule.runs(), PassRule.inARow(person.weights())))
                .max()
                .orElse(0);
        var status = passedAt != null
                ? Status.PASSED
                : row > 0 ? Status.SHOWN_UNAIDED : practiceRuns > 0 || anyRun ? Status.PRACTISING : Status.NONE;
        return new DemonstrationState(
                status, passedAt == null ? row : rule.runs(), rule.runs(), practiceRuns, passedAt, toShow);
    }

    private @Nullable Instant passedAt() {
        return people.keySet().stream()
                .map(this::passedWith)
                .filter(runs -> !runs.isEmpty())
                .map(runs -> runs.get(runs.size() - 1).lastSignedAt())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What people who have passed have shown in runs that count. */
    private Set<Version> shown() {
        var shown = new HashSet<Version>();
        people.forEach((who, person) -> {
            if (hasPassed(who)) {
                for (int i = 0; i < person.closed().size(); i++) {
                    if (person.weights().get(i) == Weight.COUNTS) {
                        person.closed()
                                .get(i)
                                .run()
                                .named()
                                .forEach((item, version) -> shown.add(new Version(item, version)));
                    }
                }
            }
        });
        return shown;
    }
}
