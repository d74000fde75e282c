package dev.baton.handover;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemKind;
import dev.baton.capture.Items;
import dev.baton.handover.DueItem.Risk;
import dev.baton.handover.HandoverRefusals.EntryRefused;
import dev.baton.handover.HandoverRefusals.ItemUnknown;
import dev.baton.handover.HandoverRefusals.NotToLand;
import dev.baton.handover.HandoverRefusals.NotYours;
import dev.baton.identity.Acting;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.transfer.comparison.ComparisonView;
import dev.baton.transfer.comparison.Comparisons;
import dev.baton.transfer.comparison.Gap;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to how old knowledge is: when somebody is to look whether an item still holds, by its risk. */
@Service
@Transactional
public class HalfLife {

    private static final Set<String> FELT =
            Set.of(ItemKind.SENSORY_CUE.code(), ItemKind.JUDGEMENT.code(), ItemKind.ANOMALY_RESPONSE.code());

    private final LandingList effective;
    private final Items items;
    private final ItemCheckLog checks;
    private final DeviationLog deviations;
    private final Comparisons comparisons;
    private final Transfers transfers;
    private final Landings landings;
    private final HalfLifeSettings settings;
    private final Clock clock;

    HalfLife(
            LandingList effective,
            Items items,
            ItemCheckLog checks,
            DeviationLog deviations,
            Comparisons comparisons,
            Transfers transfers,
            Landings landings,
            HalfLifeSettings settings,
            Clock clock) {
        this.effective = effective;
        this.items = items;
        this.checks = checks;
        this.deviations = deviations;
        this.comparisons = comparisons;
        this.transfers = transfers;
        this.landings = landings;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The effective items of a transfer, the one due first first; if the current actor may know of it, and without what
     * they are to read only after telling.
     */
    @Transactional(readOnly = true)
    public List<DueItem> of(TransferId transfer) {
        transfers.requireKnown(transfer);
        var all = known(transfer);
        var kept = items.keptBack(all.stream().map(DueItem::itemId).toList());
        return all.stream().filter(item -> !kept.containsKey(item.itemId())).toList();
    }

    /** All of them without asking who wants to know: for notices. */
    @Transactional(readOnly = true)
    public List<DueItem> known(TransferId transfer) {
        var steps = transfers.steps(transfer).stream().collect(Collectors.toMap(StepView::id, step -> step));
        var gaps = comparisons.known(transfer).stream()
                .filter(step -> step.aspects().stream().anyMatch(row -> row.gap() == Gap.HIGH))
                .map(ComparisonView::stepId)
                .map(String::valueOf)
                .collect(Collectors.toSet());
        var looked = looked(transfer);
        var struck = struck(transfer);
        var due = new ArrayList<DueItem>();
        for (var item : effective.of(transfer)) {
            var step = steps.get(item.stepId());
            var risk = risk(step, gaps, item.kind());
            var since = since(item, looked.get(item.itemId()));
            var deviation = struck.get(item.itemId());
            var after = deviation != null && deviation.isAfter(since);
            due.add(new DueItem(
                    item.itemId(),
                    item.title(),
                    item.version(),
                    item.stepId(),
                    item.step(),
                    risk,
                    since,
                    after
                            ? LocalDate.ofInstant(deviation, ZoneOffset.UTC)
                            : LocalDate.ofInstant(since, ZoneOffset.UTC).plusMonths(settings.months(risk)),
                    after));
        }
        due.sort(Comparator.comparing(DueItem::dueOn).thenComparing(DueItem::title));
        return List.copyOf(due);
    }

    /** Somebody looked and it still holds: of the receiving site, or quality. Where it does not, the item is revised. */
    public void confirm(TransferId transfer, ItemId id, @Nullable Integer version, @Nullable String words) {
        if (!items.require(id).transferId().equals(transfer)) {
            throw new ItemUnknown();
        }
        if (!landings.mayLand(transfer)) {
            throw new NotYours("handover.check-not-yours");
        }
        var item = effective.of(transfer).stream()
                .filter(one -> one.itemId().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotToLand("handover.not-effective"));
        if (version != null && version != item.version()) {
            throw new NotToLand("handover.another-version-effective");
        }
        var faults = new ArrayList<Fault>();
        Texts.require("words", words, Texts.LONGEST_ANSWER, faults);
        if (words == null || !faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
        checks.saveAndFlush(new ItemCheck(
                item, transfer.value(), words.strip(), Acting.current().username(), clock.instant()));
    }

    private static Risk risk(@Nullable StepView step, Set<String> gaps, String kind) {
        if (step != null && (step.critical() || gaps.contains(String.valueOf(step.id())))) {
            return Risk.HIGH;
        }
        return FELT.contains(kind) ? Risk.MEDIUM : Risk.LOW;
    }

    private static Instant since(ToLand item, @Nullable ItemCheck check) {
        return check != null
                        && check.itemVersion() == item.version()
                        && check.checkedAt().isAfter(item.approvedAt())
                ? check.checkedAt()
                : item.approvedAt();
    }

    private Map<ItemId, ItemCheck> looked(TransferId transfer) {
        var latest = new HashMap<ItemId, ItemCheck>();
        checks.findByTransferIdOrderByCheckedAt(transfer.value())
                .forEach(check -> latest.put(new ItemId(check.itemId()), check));
        return latest;
    }

    /** When the latest deviation was recorded that names the item; what replaced records named does not count. */
    private Map<ItemId, Instant> struck(TransferId transfer) {
        var latest = new HashMap<ItemId, Instant>();
        deviations.standing(transfer).values().forEach(deviation -> {
            var item = deviation.itemId();
            if (item != null) {
                latest.merge(item, deviation.recordedAt(), (one, other) -> one.isAfter(other) ? one : other);
            }
        });
        return latest;
    }
}
