package dev.baton.handover;

import dev.baton.Locks;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.handover.DeviationView.Known;
import dev.baton.handover.HandoverEvent.DeviationRecorded;
import dev.baton.handover.HandoverRefusals.EntryRefused;
import dev.baton.handover.HandoverRefusals.NotYours;
import dev.baton.identity.Acting;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to deviations at the receiving unit: of each it is asked whether it was known at the sending unit. */
@Service
@Transactional
public class Deviations {

    private static final int LONGEST_NUMBER = 100;

    private final DeviationLog log;
    private final Items items;
    private final Landings landings;
    private final Transfers transfers;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Deviations(
            DeviationLog log,
            Items items,
            Landings landings,
            Transfers transfers,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.items = items;
        this.landings = landings;
        this.transfers = transfers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The deviations of a transfer as they stand, the latest first; if the current actor may know of it, and without
     * the titles of what they are to read only after telling.
     */
    @Transactional(readOnly = true)
    public List<DeviationView> of(TransferId transfer) {
        transfers.requireKnown(transfer);
        var standing = new ArrayList<>(log.standing(transfer).values());
        standing.sort((one, other) -> other.recordedAt().compareTo(one.recordedAt()));
        var named = standing.stream()
                .map(Deviation::itemId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        named.removeAll(items.keptBack(named).keySet());
        var titles = items.titles(named);
        return standing.stream()
                .map(one -> one.view(one.itemId() == null ? null : titles.get(one.itemId())))
                .toList();
    }

    /** How much of it was known at the sending unit; without asking who wants to know. */
    @Transactional(readOnly = true)
    public LeakRate leakRate(TransferId transfer) {
        var all = log.standing(transfer).values().stream()
                .map(one -> one.view(null))
                .toList();
        return new LeakRate(
                (int) all.stream().filter(one -> one.known() == Known.YES).count(), all.size());
    }

    /** Whether the current actor may record one: people of the receiving site, and quality. */
    @Transactional(readOnly = true)
    public boolean mayRecord(TransferId transfer) {
        return landings.mayLand(transfer);
    }

    /** Records a deviation, or what became clear about one since. */
    public DeviationView record(TransferId id, DeviationForm form) {
        transfers.requireKnown(id);
        // Of two who report the same number at once, the second replaces what stands there and says why.
        Locks.transfer(jdbc, id.value());
        if (!mayRecord(id)) {
            throw new NotYours("handover.deviation-not-yours");
        }
        var faults = new ArrayList<Fault>();
        Texts.require("reference", form.reference(), LONGEST_NUMBER, faults);
        Texts.require("what", form.what(), Texts.LONGEST_ANSWER, faults);
        var day = Days.read("happenedOn", form.happenedOn(), Acting.current().today(clock), faults);
        var known = Known.ofCode(form.known());
        if (known.isEmpty()) {
            faults.add(Fault.of("known", "handover.deviation-known"));
        }
        var item = item(id, form.itemId(), known.orElse(null), faults);
        var reference = form.reference() == null ? "" : form.reference().strip();
        if (log.standing(id).containsKey(reference)) {
            Texts.require("reason", form.reason(), Texts.LONGEST_ANSWER, faults);
        }
        if (!faults.isEmpty() || day == null || known.isEmpty() || form.what() == null) {
            throw new EntryRefused(faults);
        }
        var reason = Texts.stripped(form.reason());
        var what = form.what().strip();
        return Acting.because(reason, () -> {
            var kept = log.saveAndFlush(new Deviation(
                    id.value(),
                    reference,
                    day,
                    what,
                    known.get(),
                    item,
                    reason,
                    Acting.current().username(),
                    clock.instant()));
            events.publishEvent(new DeviationRecorded(
                    id,
                    Objects.requireNonNull(kept.getId()),
                    reference,
                    known.get() == Known.YES,
                    Acting.current().username()));
            return kept.view(item == null ? null : items.titles(List.of(item)).get(item));
        });
    }

    private @Nullable ItemId item(
            TransferId transfer, @Nullable String text, @Nullable Known known, List<Fault> faults) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (known != null && known != Known.YES) {
            faults.add(Fault.of("itemId", "handover.deviation-item-unknown"));
            return null;
        }
        try {
            var item = new ItemId(UUID.fromString(text.strip()));
            if (items.maySee(item) && items.head(item).transferId().equals(transfer)) {
                return item;
            }
        } catch (IllegalArgumentException e) {
            // No id at all is as unknown as somebody else's.
        }
        faults.add(Fault.of("itemId", "handover.item-unknown"));
        return null;
    }
}
