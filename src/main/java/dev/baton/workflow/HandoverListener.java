package dev.baton.workflow;

import dev.baton.handover.HandoverEvent.HandoverAccepted;
import dev.baton.transfer.Phase;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends a transfer's process when both units and quality have accepted it; in one transaction. */
@Component
class HandoverListener {

    private final SiteTransferProcess process;

    HandoverListener(SiteTransferProcess process) {
        this.process = process;
    }

    @EventListener
    void on(HandoverAccepted event) {
        process.conclude(event.transferId(), Phase.CLOSE_OUT);
    }
}
