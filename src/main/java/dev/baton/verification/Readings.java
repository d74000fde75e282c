package dev.baton.verification;

import dev.baton.capture.EffectiveItems;
import dev.baton.capture.ItemView;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.TrainingView;
import dev.baton.identity.TrainingView.Kind;
import dev.baton.identity.Trainings;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Works out what is to be read, from what is in force, who is on the team and what was signed. Nothing of it is stored. */
@Component
class Readings {

    private static final Comparator<TrainingView> ENDS_LAST =
            Comparator.comparing(TrainingView::validUntil, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Transfers transfers;
    private final EffectiveItems items;
    private final HoldRegister holds;
    private final Pair pair;
    private final People people;
    private final Trainings trainings;
    private final VerificationSettings settings;
    private final Clock clock;

    Readings(
            Transfers transfers,
            EffectiveItems items,
            HoldRegister holds,
            Pair pair,
            People people,
            Trainings trainings,
            VerificationSettings settings,
            Clock clock) {
        this.transfers = transfers;
        this.items = items;
        this.holds = holds;
        this.pair = pair;
        this.people = people;
        this.trainings = trainings;
        this.settings = settings;
        this.clock = clock;
    }

    /** What every receiver of a transfer has to read. */
    List<Reading> ofTransfer(TransferId id) {
        var receivers = pair.receivers(id);
        var usable = receivers.isEmpty() ? List.<ItemView>of() : holds.usable(items.ofTransfer(id));
        var labels = labels(usable);
        var readings = new ArrayList<Reading>();
        for (var username : receivers) {
            readings.addAll(of(username, usable, labels));
        }
        return List.copyOf(readings);
    }

    /** Where that person stands with these items in their effective version, whether or not they have to read them. */
    List<Reading> of(String username, Collection<ItemView> wanted) {
        return of(username, wanted, labels(wanted));
    }

    private List<Reading> of(String username, Collection<ItemView> wanted, Map<StepId, String> labels) {
        var records = trainings.of(username);
        var name = people.person(username).map(PersonView::name).orElse(username);
        return wanted.stream()
                .map(item -> reading(item, username, name, String.valueOf(labels.get(item.stepId())), records))
                .toList();
    }

    private Reading reading(ItemView item, String username, String name, String step, List<TrainingView> records) {
        var now = clock.instant();
        var effectiveAt = effectiveAt(item);
        var valid = TrainingRule.covering(
                records, item.transferId().value(), item.itemId(), item.version(), effectiveAt, now);
        var read =
                valid.stream().filter(record -> record.kind() == Kind.READING).max(ENDS_LAST);
        var until = valid.stream().max(ENDS_LAST).map(TrainingView::validUntil).orElse(null);
        var first = effectiveAt.plus(Duration.ofDays(settings.readingDays()));
        return new Reading(
                username,
                name,
                item.stepId(),
                step,
                item.itemId(),
                item.version(),
                String.valueOf(item.content().title()),
                valid.isEmpty() ? lapsed(item, effectiveAt, records, first) : first,
                read.map(TrainingView::trainedAt).orElse(null),
                read.map(TrainingView::id).orElse(null),
                !valid.isEmpty(),
                until,
                until != null && settings.isRenewable(until, now));
    }

    /** Whoever was trained until a day need not have read anew before it. */
    private static Instant lapsed(ItemView item, Instant effectiveAt, List<TrainingView> records, Instant first) {
        return records.stream()
                .filter(record -> TrainingRule.covers(
                        record, item.transferId().value(), item.itemId(), item.version(), effectiveAt))
                .map(TrainingView::validUntil)
                .filter(end -> end != null && first.isBefore(end))
                .max(Comparator.naturalOrder())
                .orElse(first);
    }

    private Map<StepId, String> labels(Collection<ItemView> wanted) {
        return transfers.labels(wanted.stream().map(ItemView::stepId).collect(Collectors.toSet()));
    }

    private static Instant effectiveAt(ItemView item) {
        return item.signatures().stream()
                .filter(signature -> signature.meaning() == Meaning.APPROVAL)
                .map(SignatureView::signedAt)
                .max(Comparator.naturalOrder())
                .orElse(item.submittedAt());
    }
}
