package dev.baton.handover;

import dev.baton.capture.EffectiveItems;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.handover.FloorCard.Line;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to what is read at the machine: only what is approved, free to use and landed in something in force. */
@Service
@Transactional(readOnly = true)
public class Floor {

    private final Transfers transfers;
    private final EffectiveItems effective;
    private final Items items;
    private final LandingList landings;
    private final FloorUse use;
    private final FloorSettings settings;
    private final Clock clock;

    Floor(
            Transfers transfers,
            EffectiveItems effective,
            Items items,
            LandingList landings,
            FloorUse use,
            FloorSettings settings,
            Clock clock) {
        this.transfers = transfers;
        this.effective = effective;
        this.items = items;
        this.landings = landings;
        this.use = use;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The card of a step, if the current actor may know of it; without what they are to read only after telling. Who works
     * by it and has not read it is told so, and it is noted.
     */
    @Transactional
    public FloorCard card(StepId id) {
        var step = transfers.requireStep(id);
        var lines = inForce(step);
        var kept =
                items.keptBack(lines.stream().map(line -> line.item().itemId()).collect(Collectors.toSet()));
        var shown = lines.stream()
                .filter(line -> !kept.containsKey(line.item().itemId()))
                .toList();
        var training = use.of(step.transferId(), shown.stream().map(Line::item).toList());
        use.note(step, training);
        var now = clock.instant();
        return new FloorCard(
                step, transfers.known(step.transferId()).name(), shown, training, now, now.plus(settings.shift()));
    }

    /** What stands on cards of that transfer now, without asking who wants to know. */
    Set<ItemId> onCards(TransferId transfer) {
        return landed(transfer).keySet();
    }

    /** What is in force at the step now, cues first, without asking who wants to know. */
    List<Line> inForce(StepView step) {
        var landed = landed(step.transferId());
        var lines = new ArrayList<Line>();
        for (var item : effective.ofStep(step.id())) {
            var landing = landed.get(item.itemId());
            if (landing != null && landing.version() == item.version() && item.isUnaltered()) {
                lines.add(new Line(item, landing));
            }
        }
        lines.sort(Comparator.comparing((Line line) -> !isCue(line.item())));
        return List.copyOf(lines);
    }

    /** The steps of a transfer by their equipment, as it is named; if the current actor may know of it. */
    public SortedMap<String, List<StepView>> byEquipment(TransferId id) {
        transfers.requireKnown(id);
        var found = new TreeMap<String, List<StepView>>();
        for (var step : transfers.steps(id)) {
            var equipment = step.equipment();
            if (equipment != null && !equipment.isBlank()) {
                found.computeIfAbsent(equipment.strip(), any -> new ArrayList<>())
                        .add(step);
            }
        }
        return found;
    }

    private Map<ItemId, LandingView> landed(TransferId transfer) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var landed = new HashMap<ItemId, LandingView>();
        for (var item : landings.of(transfer)) {
            var landing = item.landing();
            if (landing != null && !item.onHold() && landing.isEffective(today)) {
                landed.put(item.itemId(), landing);
            }
        }
        return landed;
    }

    private static boolean isCue(ItemView item) {
        var cue = item.content().cue();
        return cue != null && !cue.isBlank();
    }
}
