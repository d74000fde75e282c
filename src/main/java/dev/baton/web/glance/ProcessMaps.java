package dev.baton.web.glance;

import dev.baton.capture.HiddenFactory;
import dev.baton.capture.HiddenFactoryView;
import dev.baton.capture.ProgressReader;
import dev.baton.capture.StepProgress;
import dev.baton.recognition.Expertise;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.transfer.comparison.ActionPriority;
import dev.baton.transfer.comparison.ComparisonView;
import dev.baton.transfer.comparison.Comparisons;
import dev.baton.verification.DemonstrationState;
import dev.baton.verification.DemonstrationStates;
import dev.baton.web.glance.ProcessMap.Mark;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the process map of a transfer as the current actor may see it. */
@Component
@Transactional(readOnly = true)
class ProcessMaps {

    /** Percentage points between reported and first-time yield from which a gap is medium, and wide. */
    private static final BigDecimal MEDIUM_GAP = BigDecimal.valueOf(5);

    private static final BigDecimal WIDE_GAP = BigDecimal.valueOf(15);

    private final Transfers transfers;
    private final ProgressReader progress;
    private final Comparisons comparisons;
    private final Expertise expertise;
    private final HiddenFactory factory;
    private final DemonstrationStates demonstrations;
    private final GlanceWords words;

    ProcessMaps(
            Transfers transfers,
            ProgressReader progress,
            Comparisons comparisons,
            Expertise expertise,
            HiddenFactory factory,
            DemonstrationStates demonstrations,
            GlanceWords words) {
        this.transfers = transfers;
        this.progress = progress;
        this.comparisons = comparisons;
        this.expertise = expertise;
        this.factory = factory;
        this.demonstrations = demonstrations;
        this.words = words;
    }

    /** The map of that transfer, which the actor may know of. */
    ProcessMap of(TransferView transfer, MapColour colour) {
        var steps = transfers.steps(transfer.id());
        var mark = marks(transfer, colour);
        return new ProcessMap(
                words.word("map.label", transfer.name(), words.word("map.colour." + colour.code())),
                colour,
                ProcessMap.operations(steps, steps.stream().map(mark).toList()),
                IntStream.rangeClosed(0, colour.levels())
                        .mapToObj(level -> words.word(key(colour, level)))
                        .toList(),
                words.word("map.critical"));
    }

    private Function<StepView, Mark> marks(TransferView transfer, MapColour colour) {
        return switch (colour) {
            case COVERAGE -> coverage(progress.bySteps(transfer));
            case RISK -> risk(transfer);
            case HIDDEN_FACTORY -> factory(factory.of(transfer.id()));
            case DEMONSTRATION -> demonstration(demonstrations.of(transfer.id()));
        };
    }

    private Function<StepView, Mark> coverage(Map<StepId, StepProgress> reached) {
        return step -> {
            var far = reached.getOrDefault(step.id(), StepProgress.NONE);
            int level = far.transferred() ? 4 : far.approved() ? 3 : far.reviewed() ? 2 : far.captured() ? 1 : 0;
            return new Mark(
                    level,
                    far.items() == 0
                            ? words.word(key(MapColour.COVERAGE, level))
                            : words.word("map.said.items", words.word(key(MapColour.COVERAGE, level)), far.items()));
        };
    }

    /**
     * The highest of three: what was scored for its gaps, whether somebody who alone knows it is leaving, and how many
     * people signed for it or have shown it. Where nobody has, that says nothing yet.
     */
    private Function<StepView, Mark> risk(TransferView transfer) {
        var people = expertise.busFactors(transfer.id());
        var losing = expertise.losing(transfer.id());
        var scored = comparisons.of(transfer.id()).stream()
                .flatMap(step -> priority(step).map(highest -> Map.entry(step.stepId(), highest)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return step -> {
            int know = people.getOrDefault(step.id(), 0);
            int byPeople = know == 0 ? 0 : know == 1 ? 3 : know == 2 ? 2 : 1;
            var priority = scored.get(step.id());
            int byScores = priority == null ? 0 : level(priority);
            int level = Math.max(byPeople, byScores);
            var why = level == 0
                    ? ""
                    : losing.contains(step.id())
                            ? words.word("map.risk.losing")
                            : byScores > byPeople ? words.word("map.risk.scored") : words.word("map.risk.know", know);
            var said = words.word(key(MapColour.RISK, level));
            return new Mark(level, why.isEmpty() ? said : words.word("map.said.because", said, why));
        };
    }

    private static Optional<ActionPriority> priority(ComparisonView step) {
        return step.aspects().stream()
                .flatMap(row -> row.before().actionPriority().stream())
                .max(Comparator.naturalOrder());
    }

    private Function<StepView, Mark> factory(HiddenFactoryView view) {
        var told = view.steps().stream().collect(Collectors.toMap(HiddenFactoryView.Step::stepId, one -> one));
        return step -> {
            var one = told.get(step.id());
            var gap = one == null ? null : one.figures().gapPercentagePoints();
            if (one == null || gap == null) {
                var loops = one == null ? 0 : one.figures().loops();
                return new Mark(
                        0, words.word(loops == 0 ? key(MapColour.HIDDEN_FACTORY, 0) : "map.factory.loops", loops));
            }
            int level = gap.compareTo(WIDE_GAP) >= 0 ? 3 : gap.compareTo(MEDIUM_GAP) >= 0 ? 2 : 1;
            return new Mark(
                    level,
                    words.word(
                            "map.factory.gap",
                            gap.setScale(0, RoundingMode.HALF_UP).toPlainString()));
        };
    }

    private Function<StepView, Mark> demonstration(Map<StepId, DemonstrationState> states) {
        return step -> {
            var state = states.get(step.id());
            int level = state == null ? 0 : level(state.status());
            var said = words.word(key(MapColour.DEMONSTRATION, level));
            var left = state == null ? 0 : state.toShow().size();
            return new Mark(level, left == 0 ? said : words.word("map.said.left", said, left));
        };
    }

    private static int level(ActionPriority priority) {
        return switch (priority) {
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 3;
        };
    }

    private static int level(DemonstrationState.Status status) {
        return switch (status) {
            case NONE -> 0;
            case PRACTISING -> 1;
            case SHOWN_UNAIDED -> 2;
            case PASSED -> 3;
        };
    }

    private static String key(MapColour colour, int level) {
        return "map." + colour.code() + "." + level;
    }
}
