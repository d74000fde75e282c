package dev.baton.capture;

import dev.baton.capture.HiddenFactoryView.Source;
import dev.baton.capture.HiddenFactoryView.Step;
import dev.baton.capture.factory.Doubt;
import dev.baton.capture.factory.FactoryAnswers;
import dev.baton.capture.factory.Figure;
import dev.baton.capture.factory.Loop;
import dev.baton.capture.factory.ProcessFigures;
import dev.baton.capture.factory.StepFigures;
import dev.baton.capture.factory.Telling;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.math.BigDecimal;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the hidden factory in numbers: computed anew from signed answers each time, from the items and versions
 * that the reader may see, and from no other. Withdrawn items do not count, altered ones do not either.
 */
@Service
public class HiddenFactory {

    private static final Comparator<Step> WORST_FIRST = Comparator.<Step, @Nullable BigDecimal>comparing(
                    step -> step.figures().gapPercentagePoints(), Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(
                    step -> value(step.figures().minutesPerBatch()), Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(
                    step -> value(step.figures().loopsPerBatch()), Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(step -> step.figures().loops(), Comparator.reverseOrder());

    private final SeenVersions seen;
    private final Transfers transfers;
    private final JdbcClient jdbc;

    HiddenFactory(SeenVersions seen, Transfers transfers, JdbcClient jdbc) {
        this.seen = seen;
        this.transfers = transfers;
        this.jdbc = jdbc;
    }

    /** The whole process, if the current actor may see the transfer. */
    @Transactional(readOnly = true)
    public HiddenFactoryView of(TransferId id) {
        transfers.requireKnown(id);
        var told = told(id, null).stream().collect(Collectors.groupingBy(ItemView::stepId));
        var steps = transfers.steps(id).stream()
                .map(step -> step(step, told.getOrDefault(step.id(), List.of())))
                .toList();
        var figures = ProcessFigures.of(steps.stream().map(Step::figures).toList());
        return new HiddenFactoryView(figures, ranked(steps));
    }

    /** One step, if the current actor may see it; without a rank. */
    @Transactional(readOnly = true)
    public Step of(StepId id) {
        var step = transfers.requireStep(id);
        return step(step, told(step.transferId(), id));
    }

    private static Step step(StepView step, List<ItemView> told) {
        return new Step(
                step.id(),
                step.number(),
                step.name(),
                null,
                StepFigures.of(told.stream().map(HiddenFactory::telling).toList()),
                told.stream()
                        .map(item -> new Source(
                                item.itemId(),
                                item.version(),
                                String.valueOf(item.content().title()),
                                item.state()))
                        .toList());
    }

    private static Telling telling(ItemView item) {
        var answers = item.content().answers();
        if (!item.isUnaltered()) {
            return new Telling(
                    item.itemId().toString(),
                    item.author(),
                    item.submittedAt(),
                    null,
                    null,
                    List.of(),
                    Set.of(Doubt.ALTERED));
        }
        // A rework loop that was told freely is there, and has no numbers.
        return isByMethod(item) && answers != null
                ? FactoryAnswers.read(item.itemId().toString(), item.author(), item.submittedAt(), answers)
                : new Telling(
                        item.itemId().toString(),
                        item.author(),
                        item.submittedAt(),
                        null,
                        null,
                        List.of(new Loop(String.valueOf(item.content().title()), null, null, null, null)),
                        Set.of());
    }

    private static boolean isByMethod(ItemView item) {
        var method = item.content().method();
        return method != null && method.id().equals(FactoryAnswers.METHOD);
    }

    private static List<Step> ranked(List<Step> steps) {
        var told = steps.stream()
                .filter(step -> step.figures().isTold())
                .sorted(WORST_FIRST)
                .toList();
        var ranked = new ArrayList<Step>();
        IntStream.range(0, told.size()).forEach(i -> ranked.add(ranked(told.get(i), i + 1)));
        steps.stream().filter(step -> !step.figures().isTold()).forEach(ranked::add);
        return List.copyOf(ranked);
    }

    private static Step ranked(Step step, int rank) {
        return new Step(step.stepId(), step.number(), step.name(), rank, step.figures(), step.sources());
    }

    private static @Nullable BigDecimal value(@Nullable Figure figure) {
        return figure == null ? null : figure.value();
    }

    /** The items that tell of it, in the version that the reader sees, by submission. */
    private List<ItemView> told(TransferId transfer, @Nullable StepId step) {
        var ids = jdbc.sql(
                        """
                        select distinct item_id from item_version where transfer_id = :transfer
                          and (method_id = :method or kind = :kind)
                          and (cast(:step as uuid) is null or step_id = :step)""")
                .param("transfer", transfer.value())
                .param("method", FactoryAnswers.METHOD)
                .param("kind", ItemKind.REWORK_LOOP.code())
                .param("step", step == null ? null : step.value(), Types.OTHER)
                .query((row, i) -> row.getObject(1, UUID.class))
                .list();
        return seen.of(transfer, ids).stream().filter(HiddenFactory::isTelling).toList();
    }

    private static boolean isTelling(ItemView item) {
        return (isByMethod(item) && item.content().answers() != null)
                || ItemKind.REWORK_LOOP.code().equals(item.content().kind());
    }
}
