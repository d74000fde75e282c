package dev.baton.verification;

import dev.baton.Refusal.Fault;
import dev.baton.capture.EffectiveItems;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.ReasonMissing;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.verification.VerificationRefusals.EntryRefused;
import dev.baton.verification.VerificationRefusals.OutOfTurn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the cues of a step: from its approved items that nobody holds, and which of them are critical. */
@Service
@Transactional
public class CriticalCues {

    private final EffectiveItems items;
    private final CueMarks marks;
    private final HoldRegister holds;
    private final Transfers transfers;
    private final Pair pair;

    CriticalCues(EffectiveItems items, CueMarks marks, HoldRegister holds, Transfers transfers, Pair pair) {
        this.items = items;
        this.marks = marks;
        this.holds = holds;
        this.transfers = transfers;
        this.pair = pair;
    }

    /** The cues of a step, without asking who wants to know. */
    @Transactional(readOnly = true)
    public List<Cue> ofStep(StepId step) {
        return cues(items.ofStep(step));
    }

    /** The cues of a transfer by step, without asking who wants to know. */
    @Transactional(readOnly = true)
    public Map<StepId, List<Cue>> ofTransfer(TransferId transfer) {
        var views = items.ofTransfer(transfer);
        var steps = views.stream().collect(Collectors.toMap(ItemView::itemId, ItemView::stepId));
        return cues(views).stream()
                .collect(Collectors.groupingBy(cue -> Objects.requireNonNull(steps.get(cue.item()))));
    }

    /** The items of a step that quality holds, or that are altered: they are not used. */
    @Transactional(readOnly = true)
    public List<ItemView> notUsable(StepId step) {
        var all = items.ofStep(step);
        var usable = holds.usable(all);
        return all.stream().filter(item -> !usable.contains(item)).toList();
    }

    /**
     * An expert or a receiver of the team says which cues are critical, for the reason in {@link Acting#reason()}. At
     * least one stays so.
     */
    public List<Cue> mark(StepId id, Map<ItemId, Boolean> wanted) {
        var step = transfers.requireStep(id);
        pair.requirePlayer(step.transferId());
        var cues = ofStep(id);
        check(cues, wanted);
        var changed = cues.stream()
                .filter(cue -> wanted.getOrDefault(cue.item(), cue.critical()) != cue.critical())
                .toList();
        if (!changed.isEmpty() && Acting.reason() == null) {
            throw new ReasonMissing();
        }
        for (var cue : changed) {
            var mark = marks.findById(cue.item().value()).orElseGet(() -> new CueMark(cue, step.transferId()));
            marks.save(mark.critical(!cue.critical()));
        }
        marks.flush();
        return ofStep(id);
    }

    /** The cues of a step; refuses when there are none. */
    List<Cue> require(StepView step) {
        var cues = ofStep(step.id());
        if (cues.isEmpty()) {
            throw new OutOfTurn("verification.nothing-to-show");
        }
        return cues;
    }

    private static void check(List<Cue> cues, Map<ItemId, Boolean> wanted) {
        var faults = new ArrayList<Fault>();
        wanted.keySet().stream()
                .filter(item -> cues.stream().noneMatch(cue -> cue.item().equals(item)))
                .forEach(item -> faults.add(Fault.of("cues", "verification.cue-unknown")));
        var critical = cues.stream().anyMatch(cue -> wanted.getOrDefault(cue.item(), cue.critical()));
        if (!critical) {
            faults.add(Fault.of("cues", "verification.one-stays-critical"));
        }
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
    }

    private List<Cue> cues(List<ItemView> views) {
        var critical = new HashMap<ItemId, Boolean>();
        marks.findAllById(views.stream().map(view -> view.itemId().value()).toList())
                .forEach(mark -> critical.put(new ItemId(mark.itemId()), mark.isCritical()));
        return holds.usable(views).stream()
                .map(view -> cue(view, critical.getOrDefault(view.itemId(), true)))
                .toList();
    }

    private static Cue cue(ItemView item, boolean critical) {
        var content = item.content();
        var title = String.valueOf(content.title());
        var cue = content.cue();
        return new Cue(
                item.itemId(),
                item.version(),
                item.contentHash(),
                title,
                cue == null || cue.isBlank() ? title : cue,
                content.sense(),
                content.threshold(),
                critical);
    }
}
