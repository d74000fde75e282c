package dev.baton.workflow;

import dev.baton.contradiction.ContradictionEvent;
import dev.baton.contradiction.ContradictionEvent.ArbiterNamed;
import dev.baton.contradiction.ContradictionEvent.Arbitrated;
import dev.baton.contradiction.ContradictionEvent.Lapsed;
import dev.baton.contradiction.ContradictionEvent.Opened;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves {@code arbitration} in the transaction that changed the contradiction. */
@Component
class ArbitrationListener {

    private final DutyProcess process;
    private final NameArbiterDuty naming;
    private final ArbitrateDuty arbitrating;

    ArbitrationListener(DutyProcess process, NameArbiterDuty naming, ArbitrateDuty arbitrating) {
        this.process = process;
        this.naming = naming;
        this.arbitrating = arbitrating;
    }

    @EventListener
    void on(ContradictionEvent event) {
        var key = event.id().toString();
        if (event instanceof Opened) {
            process.begin(naming, key, Map.of());
        } else if (event instanceof ArbiterNamed) {
            process.done(naming, key, Map.of());
            process.refresh(arbitrating, key);
        } else if (event instanceof Arbitrated) {
            process.done(arbitrating, key, Map.of());
        } else if (event instanceof Lapsed) {
            process.tell(Arbitration.KEY, key, Arbitration.LAPSED, Map.of());
        }
    }
}
