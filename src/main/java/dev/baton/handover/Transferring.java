package dev.baton.handover;

import dev.baton.capture.ItemStages;
import dev.baton.capture.ItemState;
import dev.baton.capture.Items;
import dev.baton.handover.HandoverEvent.Landed;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.verification.DemonstrationState.Status;
import dev.baton.verification.DemonstrationStates;
import dev.baton.verification.VerificationEvent;
import dev.baton.verification.VerificationEvent.RunClosed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An item is transferred when it has landed in a document that is effective, or in training, and somebody of the
 * receiving site has shown that they can do it. Whichever comes last settles it.
 */
@Component
class Transferring {

    private final LandingList landings;
    private final DemonstrationStates demonstrations;
    private final Items items;
    private final ItemStages stages;
    private final Transfers transfers;
    private final Clock clock;

    Transferring(
            LandingList landings,
            DemonstrationStates demonstrations,
            Items items,
            ItemStages stages,
            Transfers transfers,
            Clock clock) {
        this.landings = landings;
        this.demonstrations = demonstrations;
        this.items = items;
        this.stages = stages;
        this.transfers = transfers;
        this.clock = clock;
    }

    @EventListener
    void on(HandoverEvent event) {
        if (event instanceof Landed) {
            settle(event.transferId());
        }
    }

    @EventListener
    void on(VerificationEvent event) {
        if (event instanceof RunClosed) {
            settle(event.transferId());
        }
    }

    /** Documents become effective on their day, and nobody does anything then. */
    @Transactional
    @Scheduled(cron = "${baton.gates.daily:0 10 0 * * *}", zone = "UTC")
    public void daily() {
        transfers.mine().stream().map(TransferView::id).forEach(this::settle);
    }

    private void settle(TransferId transfer) {
        var shown = demonstrations.demonstrated(transfer);
        var states = demonstrations.of(transfer);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var item : landings.of(transfer)) {
            var landing = item.landing();
            var state = states.get(item.stepId());
            var passed = state != null
                    && state.status() == Status.PASSED
                    && !state.toShow().contains(item.itemId());
            if (landing != null && landing.isEffective(today) && (passed || shown.contains(item.itemId()))) {
                transferred(item);
            }
        }
    }

    /** A next version in work is not what was shown: it has a way of its own. */
    private void transferred(ToLand landed) {
        var item = items.known(landed.itemId());
        if (item.state() == ItemState.APPROVED && item.version() == landed.version() && !item.inRework()) {
            stages.moveTo(landed.itemId(), landed.version(), ItemState.TRANSFERRED);
        }
    }
}
