package dev.baton.handover;

import dev.baton.Locks;
import dev.baton.capture.ItemView;
import dev.baton.handover.HandoverRefusals.NotYours;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.verification.Demonstrations;
import dev.baton.verification.Reading;
import dev.baton.verification.TrainingNeeds;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Use at the receiving site: whoever works by a card has read and understood it. Nothing on a card is kept from somebody
 * who stands at the bench; they are told, it is noted, and they take no copy along.
 */
@Component
class FloorUse {

    private final TrainingNeeds needs;
    private final Demonstrations demonstrations;
    private final Transfers transfers;
    private final UntrainedUses log;
    private final FloorSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    FloorUse(
            TrainingNeeds needs,
            Demonstrations demonstrations,
            Transfers transfers,
            UntrainedUses log,
            FloorSettings settings,
            JdbcClient jdbc,
            Clock clock) {
        this.needs = needs;
        this.demonstrations = demonstrations;
        this.transfers = transfers;
        this.log = log;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where the current actor stands with what a card of that transfer shows. */
    FloorTraining of(TransferId transfer, List<ItemView> shown) {
        var me = Acting.current();
        var asked = me.site().equals(transfers.head(transfer).receivingSite()) && !me.is(Role.AUDITOR);
        var unread = asked && !shown.isEmpty() ? needs.uncovered(me.username(), shown) : List.<Reading>of();
        return new FloorTraining(
                asked,
                asked && isReceiver(transfer),
                unread.isEmpty() || settings.paperForUntrained() || !works(transfer),
                unread);
    }

    /** Notes that the current actor works by a card they have not read, once in a shift for the same texts. */
    void note(StepView step, FloorTraining training) {
        if (!training.isUntrained() || !works(step.transferId())) {
            return;
        }
        var me = Acting.current().username();
        var texts = UntrainedUse.texts(training.unread());
        var now = clock.instant();
        Locks.about(jdbc, "untrained use by " + me, step.id());
        if (!log.existsByStepIdAndUsedByAndTextsAndUsedAtAfter(
                step.id().value(), me, texts, now.minus(settings.shift()))) {
            log.saveAndFlush(new UntrainedUse(step, texts, me, now));
        }
    }

    /** Refuses a copy to work by to whoever has not read what it says, and names it. */
    void requireRead(TransferId transfer, FloorTraining training) {
        if (!training.copies()) {
            throw new NotYours(
                    "handover.paper-unread",
                    training.unread().stream().map(Reading::title).collect(Collectors.joining(", ")),
                    "/transfers/" + transfer + "/readings");
        }
    }

    /** Leads and quality hand copies out and look after cards; everybody else works by them. */
    private boolean works(TransferId transfer) {
        return isReceiver(transfer)
                || !(transfers.isLead(transfer) || Acting.current().is(Role.QUALITY));
    }

    private boolean isReceiver(TransferId transfer) {
        return demonstrations.receivers(transfer).contains(Acting.current().username());
    }
}
