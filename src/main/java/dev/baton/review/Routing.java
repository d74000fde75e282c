package dev.baton.review;

import dev.baton.capture.ItemHead;
import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.review.ReviewEvent.NobodyForReview;
import dev.baton.review.ReviewRoute.Situation;
import dev.baton.transfer.StepView;
import dev.baton.transfer.Transfers;
import dev.baton.transfer.comparison.Comparisons;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to who reviews beyond the four people. The table proposes; the rule stands here: the four people are never
 * fewer, and what is asked for has somebody of its own to do it.
 */
@Service
@Transactional
public class Routing {

    private static final Set<Stage> ALWAYS =
            Set.copyOf(EnumSet.of(Stage.PEER_REVIEW, Stage.RECEIVER_REVIEW, Stage.TRIAGE, Stage.APPROVAL));

    private final ReviewRoute route;
    private final ReviewAdditions additions;
    private final Rounds rounds;
    private final ReviewRecords records;
    private final Items items;
    private final Transfers transfers;
    private final Comparisons comparisons;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Routing(
            ReviewRoute route,
            ReviewAdditions additions,
            Rounds rounds,
            ReviewRecords records,
            Items items,
            Transfers transfers,
            Comparisons comparisons,
            ApplicationEventPublisher events,
            Clock clock) {
        this.route = route;
        this.additions = additions;
        this.rounds = rounds;
        this.records = records;
        this.items = items;
        this.transfers = transfers;
        this.comparisons = comparisons;
        this.events = events;
        this.clock = clock;
    }

    /** The stages of a round for which the table proposes these: always the four people's, and what it adds. */
    static Set<Stage> stages(Set<String> proposed) {
        var stages = EnumSet.copyOf(ALWAYS);
        proposed.stream()
                .flatMap(code -> Stage.ofCode(code).stream())
                .filter(Stage::isAdditional)
                .forEach(stages::add);
        return stages;
    }

    /**
     * Asks the table about the item's latest version and notes what it asks for, once for a version. What nobody is left
     * for is noted too, and told.
     *
     * @return the additional reviews to open, in their order
     */
    public List<Stage> askFor(ItemId id) {
        var item = items.head(id);
        var known = additions.findByItemIdAndItemVersion(id.value(), item.version());
        if (!known.isEmpty()) {
            return askedFor(id, item.version());
        }
        var asked = new ArrayList<Stage>();
        for (var stage : stages(route.beyondFourPeople(situation(item)))) {
            if (!stage.isAdditional()) {
                continue;
            }
            var more = EnumSet.of(stage);
            more.addAll(asked);
            var possible = rounds.canAllBeTaken(item, rounds.of(item).asking(more));
            additions.save(new ReviewAddition(items.known(id), stage, possible, clock.instant()));
            if (possible) {
                asked.add(stage);
            } else {
                events.publishEvent(new NobodyForReview(item.transferId(), id, item.version(), stage));
            }
        }
        return asked;
    }

    /** The additional reviews that were asked for of that version and have somebody to do them, in their order. */
    @Transactional(readOnly = true)
    public List<Stage> askedFor(ItemId id, int version) {
        return ReviewAdditions.asked(additions, id.value(), version).stream()
                .sorted()
                .toList();
    }

    /** Whoever could have done that additional review has left: it is given up, noted and told. */
    public void giveUp(ItemId id, Stage stage) {
        var item = items.head(id);
        if (stage.isAdditional()
                && ReviewAdditions.asked(additions, id.value(), item.version()).contains(stage)) {
            additions.save(new ReviewAddition(items.known(id), stage, false, clock.instant()));
            events.publishEvent(new NobodyForReview(item.transferId(), id, item.version(), stage));
        }
    }

    private Situation situation(ItemHead item) {
        var step = transfers.step(item.stepId());
        return new Situation(step.critical(), risk(step), category(item), Objects.requireNonNullElse(item.kind(), ""));
    }

    private String risk(StepView step) {
        return comparisons.knownPriority(step.id()).stream()
                .max(Comparator.naturalOrder())
                .map(priority -> priority.name().toLowerCase(Locale.ROOT))
                .orElse("unknown");
    }

    /** Of this version's triage where quality came first, else of the last one that found an established condition. */
    private String category(ItemHead item) {
        for (int version = item.version(); version >= 1; version--) {
            var found = records.triageView(item.itemId(), version)
                    .flatMap(triage -> Optional.ofNullable(triage.category()));
            if (found.isPresent()) {
                return found.get();
            }
        }
        return "none";
    }
}
