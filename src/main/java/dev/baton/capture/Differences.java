package dev.baton.capture;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.CaptureRefusals.NotFit;
import dev.baton.capture.ItemContent.Difference;
import dev.baton.capture.ItemContent.Threshold;
import dev.baton.capture.compare.Comparison;
import dev.baton.capture.compare.Difference.Kind;
import dev.baton.capture.compare.Instruction;
import dev.baton.capture.compare.Instruction.Range;
import dev.baton.capture.compare.Language;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to said against done: what a comparison proposes, and how many differences the authors signed. The comparison
 * proposes, the author decides; what nobody confirmed is not counted.
 */
@Service
public class Differences {

    /** The classes of a difference, in their order. */
    public static final List<String> CLASSES =
            Arrays.stream(Kind.values()).map(Kind::code).toList();

    private final Transfers transfers;
    private final SeenVersions seen;
    private final JdbcClient jdbc;

    Differences(Transfers transfers, SeenVersions seen, JdbcClient jdbc) {
        this.transfers = transfers;
        this.seen = seen;
        this.jdbc = jdbc;
    }

    /**
     * What the comparison proposes.
     *
     * @param found differences, each with whether another value lies inside the official range (null for other classes)
     * @param rest clauses of the instruction that the author does not speak of
     */
    public record Proposed(List<Found> found, List<String> rest) {}

    /** A proposed difference. */
    public record Found(Difference difference, @Nullable Boolean inside) {}

    /**
     * Compares what somebody is about to tell with the instruction of a step that they may see. Nothing of it is kept.
     *
     * @param language in which it is told; null for English
     */
    @Transactional(readOnly = true)
    public Proposed propose(
            StepId id,
            @Nullable String whatIsDone,
            @Nullable String cue,
            @Nullable Threshold threshold,
            @Nullable String language) {
        var step = transfers.requireStep(id);
        var faults = new ArrayList<Fault>();
        Texts.check("whatIsDone", whatIsDone, Texts.LONGEST_ANSWER, faults);
        Texts.check("cue", cue, Texts.LONGEST_ANSWER, faults);
        if (threshold != null) {
            Texts.check("threshold.value", threshold.value(), Texts.LONGEST_LINE, faults);
            Texts.check("threshold.unit", threshold.unit(), Texts.LONGEST_LINE, faults);
        }
        if (!faults.isEmpty()) {
            throw new NotFit(faults);
        }
        return compare(step, whatIsDone, cue, threshold, language);
    }

    /** What the comparison finds in an item, whose reader may see it. */
    public Proposed found(StepView step, ItemContent content) {
        return compare(step, content.whatIsDone(), content.cue(), content.threshold(), null);
    }

    private static Proposed compare(
            StepView step,
            @Nullable String whatIsDone,
            @Nullable String cue,
            @Nullable Threshold threshold,
            @Nullable String language) {
        var ranges = step.parameters().stream()
                .map(parameter -> new Range(parameter.name(), parameter.low(), parameter.high(), parameter.unit()))
                .toList();
        // A cue tells how one knows, it is no act: of it only the numbers are compared.
        var numbers = new ArrayList<String>();
        if (threshold != null && threshold.value() != null && threshold.unit() != null) {
            numbers.add(threshold.value() + " " + threshold.unit());
        }
        if (cue != null) {
            numbers.add(cue);
        }
        var result = Comparison.of(
                new Instruction(Objects.requireNonNullElse(step.officialInstruction(), ""), ranges),
                whatIsDone == null ? List.of() : List.of(whatIsDone),
                numbers,
                Language.of(language));
        return new Proposed(
                result.found().stream()
                        .map(one ->
                                new Found(new Difference(one.kind().code(), one.official(), one.done()), one.inside()))
                        .toList(),
                result.rest());
    }

    /** How many differences of each class are signed, by step, in what the current actor may see. */
    @Transactional(readOnly = true)
    public Map<StepId, Map<String, Integer>> counted(TransferId transfer) {
        transfers.requireKnown(transfer);
        return counted(transfer, null).stream()
                .collect(Collectors.groupingBy(
                        ItemView::stepId,
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Differences::byClass)));
    }

    /** How many differences of each class are signed at one step; empty where there are none. */
    @Transactional(readOnly = true)
    public Map<String, Integer> counted(StepId id) {
        var step = transfers.requireStep(id);
        return byClass(counted(step.transferId(), id));
    }

    private List<ItemView> counted(TransferId transfer, @Nullable StepId step) {
        var ids = jdbc.sql(
                        """
                        select distinct item_id from item_version where transfer_id = :transfer
                          and differences is not null and (cast(:step as uuid) is null or step_id = :step)""")
                .param("transfer", transfer.value())
                .param("step", step == null ? null : step.value(), Types.OTHER)
                .query((row, i) -> row.getObject(1, UUID.class))
                .list();
        return seen.of(transfer, ids).stream().filter(ItemView::isUnaltered).toList();
    }

    private static Map<String, Integer> byClass(List<ItemView> items) {
        var counted = items.stream()
                .flatMap(item -> Stream.ofNullable(item.content().differences()))
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(difference -> String.valueOf(difference.kind()), Collectors.counting()));
        return CLASSES.stream()
                .filter(counted::containsKey)
                .collect(Collectors.toMap(
                        Function.identity(),
                        code -> counted.getOrDefault(code, 0L).intValue(),
                        Integer::sum,
                        LinkedHashMap::new));
    }
}
