package dev.baton.workflow;

import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Moves {@code site-transfer}. */
@Component
class SiteTransferProcess {

    private final Engine engine;

    SiteTransferProcess(Engine engine) {
        this.engine = engine;
    }

    /** A transfer was imported. */
    void begin(TransferId transfer) {
        engine.start(SiteTransfer.KEY, transfer.toString(), Map.of(ProcessVariables.TRANSFER_ID, transfer.toString()));
    }

    /** What a phase waits for has happened. */
    void conclude(TransferId transfer, Phase phase) {
        var message = SiteTransfer.CONCLUDED.get(phase);
        if (message != null) {
            engine.instance(SiteTransfer.KEY, transfer.toString())
                    .ifPresent(instance -> engine.tell(instance, message, Map.of()));
        }
    }
}
