package dev.baton.handover;

import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.handover.HandoverRefusals.CopyUnknown;
import dev.baton.handover.HandoverRefusals.NotYours;
import dev.baton.handover.PaperCopy.Printed;
import dev.baton.handover.PaperCopyView.Change;
import dev.baton.handover.PaperCopyView.Standing;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferRefusals.StepUnknown;
import dev.baton.transfer.Transfers;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to step cards on paper: each has a code that says whether it is still good. */
@Service
@Transactional
public class PaperCopies {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;

    private final PaperCopyLog log;
    private final Floor floor;
    private final FloorUse use;
    private final Transfers transfers;
    private final Items items;
    private final People people;
    private final FloorSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PaperCopies(
            PaperCopyLog log,
            Floor floor,
            FloorUse use,
            Transfers transfers,
            Items items,
            People people,
            FloorSettings settings,
            Clock clock) {
        this.log = log;
        this.floor = floor;
        this.use = use;
        this.transfers = transfers;
        this.items = items;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Makes a copy of the card as it is now, and its code. Auditors read, and print no copies to work by; whoever works by
     * it has read it first; a card of which the current actor sees a part alone is no copy either.
     */
    public PaperCopyView print(StepId id) {
        var card = floor.card(id);
        if (Acting.current().is(Role.AUDITOR)) {
            throw new NotYours("handover.paper-not-yours");
        }
        use.requireRead(card.step().transferId(), card.training());
        var now = clock.instant();
        var copy = log.saveAndFlush(new PaperCopy(
                card.step(),
                code(),
                card.items().stream().map(line -> printed(line.item())).toList(),
                Acting.current().username(),
                now,
                now.plus(settings.paper())));
        return view(copy);
    }

    /**
     * The copy with this code, if the current actor may know of its step. As with the card: who works by it and has not
     * read it is told so, and it is noted.
     *
     * @throws CopyUnknown when there is none, or it is not theirs to know
     */
    public PaperCopyView of(String code) {
        var copy = log.findFirstByCodeOrderByPrintedAt(
                        code.replace("-", "").strip().toUpperCase(Locale.ROOT))
                .orElseThrow(CopyUnknown::new);
        try {
            transfers.requireStep(copy.stepId());
        } catch (StepUnknown unknown) {
            throw new CopyUnknown();
        }
        return view(copy);
    }

    /** The copy with this code, to be read or printed once more: as with a first copy, by whoever has read what it says. */
    public PaperCopyView sheet(String code) {
        var copy = of(code);
        use.requireRead(copy.step().transferId(), copy.training());
        return copy;
    }

    /** Whoever is to tell first reads it on paper no sooner than on a page. */
    private PaperCopyView view(PaperCopy copy) {
        var step = transfers.step(copy.stepId());
        var printed = copy.items().stream()
                .map(one -> items.known(one.item(), one.version()))
                .toList();
        var inForce = floor.inForce(step).stream().map(FloorCard.Line::item).toList();
        var read = Stream.concat(printed.stream(), inForce.stream())
                .map(ItemView::itemId)
                .collect(Collectors.toSet());
        if (!items.keptBack(read).isEmpty()) {
            throw new NotYours("handover.paper-kept-back");
        }
        var changes = changes(printed, inForce);
        var training = use.of(step.transferId(), changes.isEmpty() ? inForce : List.of());
        use.note(step, training);
        var over = !copy.validUntil().isAfter(clock.instant());
        return new PaperCopyView(
                copy.code(),
                step,
                transfers.known(step.transferId()).name(),
                printed,
                people.person(copy.printedBy()).map(PersonView::name).orElse(copy.printedBy()),
                copy.printedAt(),
                copy.validUntil(),
                changes.isEmpty() ? over ? Standing.EXPIRED : Standing.EFFECTIVE : Standing.OVERTAKEN,
                changes,
                training);
    }

    /** What is on the paper and not in force, and what is in force and not on the paper. */
    private static List<Change> changes(List<ItemView> printed, List<ItemView> inForce) {
        var now = inForce.stream().map(PaperCopies::printed).collect(Collectors.toSet());
        var changes = new ArrayList<Change>();
        printed.stream()
                .filter(item -> !now.contains(printed(item)))
                .forEach(item -> changes.add(new Change("gone", title(item))));
        var known = printed.stream().map(ItemView::itemId).collect(Collectors.toSet());
        inForce.stream()
                .filter(item -> !known.contains(item.itemId()))
                .forEach(item -> changes.add(new Change("new", title(item))));
        return changes;
    }

    private static Printed printed(ItemView item) {
        return new Printed(item.itemId(), item.version());
    }

    private static String title(ItemView item) {
        return String.valueOf(item.content().title());
    }

    private String code() {
        return random.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                .collect(Collectors.joining());
    }
}
