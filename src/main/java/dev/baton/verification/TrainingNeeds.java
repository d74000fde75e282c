package dev.baton.verification;

import dev.baton.capture.ItemView;
import dev.baton.identity.People;
import dev.baton.identity.TrainingView;
import dev.baton.identity.TrainingView.Kind;
import dev.baton.identity.Trainings;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what people of the receiving site are trained on and still need, for reminders, step cards and who may do
 * what; it does not ask who wants to know.
 */
@Service
@Transactional(readOnly = true)
public class TrainingNeeds {

    private final Readings readings;
    private final Pair pair;
    private final People people;
    private final Trainings trainings;
    private final Transfers transfers;
    private final VerificationSettings settings;
    private final Clock clock;

    TrainingNeeds(
            Readings readings,
            Pair pair,
            People people,
            Trainings trainings,
            Transfers transfers,
            VerificationSettings settings,
            Clock clock) {
        this.readings = readings;
        this.pair = pair;
        this.people = people;
        this.trainings = trainings;
        this.transfers = transfers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether each receiver of a transfer may review and demonstrate in it. */
    public List<Permission> permissions(TransferId id) {
        return permissions(id, readings.ofTransfer(id));
    }

    /** The same, with readings that are known already. */
    public List<Permission> permissions(TransferId id, List<Reading> known) {
        return pair.receivers(id).stream()
                .map(username -> permission(id, username, known))
                .toList();
    }

    /** What every receiver of a transfer has to read. */
    public List<Reading> readings(TransferId id) {
        return readings.ofTransfer(id);
    }

    /** Those of these items, in their effective version, that the person has neither read nor been instructed on. */
    public List<Reading> uncovered(String username, Collection<ItemView> items) {
        return readings.of(username, items).stream()
                .filter(reading -> !reading.covered())
                .toList();
    }

    /** What the receivers of a transfer are to read and sign, now or before long, so that they may go on working. */
    public List<TrainingDue> due(TransferId id) {
        var known = readings.ofTransfer(id);
        var due = new ArrayList<TrainingDue>();
        for (var reading : known) {
            var until = reading.until();
            if (!reading.covered()) {
                due.add(due(reading, reading.dueAt()));
            } else if (reading.readAt() != null && reading.renew() && until != null) {
                due.add(due(reading, until));
            }
        }
        var name = transfers.known(id).name();
        for (var permission : permissions(id, known)) {
            Stream.of(permission.endedAt(), permission.renew() ? permission.until() : null)
                    .filter(Objects::nonNull)
                    .forEach(end ->
                            due.add(new TrainingDue(permission.username(), null, null, name, end, remindAt(end))));
        }
        return List.copyOf(due);
    }

    private TrainingDue due(Reading reading, Instant at) {
        return new TrainingDue(
                reading.username(), reading.itemId(), reading.version(), reading.title(), at, remindAt(at));
    }

    private Instant remindAt(Instant due) {
        return due.minus(Duration.ofDays(settings.remindDays()));
    }

    private Permission permission(TransferId id, String username, List<Reading> known) {
        var now = clock.instant();
        var person = people.require(username);
        var records = trainings.of(username);
        var working = TrainingRule.working(records, id.value(), now);
        var until = working.map(TrainingView::validUntil).orElse(null);
        var mine = known.stream()
                .filter(reading -> reading.username().equals(username) && reading.readAt() == null)
                .toList();
        return new Permission(
                username,
                person.name(),
                person.site(),
                working.isPresent(),
                working.map(record -> record.kind().code()).orElse(null),
                working.map(TrainingView::trainedAt).orElse(null),
                until,
                until != null && settings.isRenewable(until, now),
                working.isPresent()
                        ? null
                        : records.stream()
                                .filter(record -> record.kind() != Kind.READING && record.isFor(id.value()))
                                .map(TrainingView::validUntil)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null),
                mine.size(),
                (int) mine.stream().filter(reading -> reading.isOverdue(now)).count());
    }
}
