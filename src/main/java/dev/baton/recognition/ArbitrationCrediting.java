package dev.baton.recognition;

import dev.baton.contradiction.ContradictionEvent.Arbitrated;
import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Whoever signs what holds of two voices has a part in both. */
@Component
class ArbitrationCrediting {

    private final Credits credits;
    private final Clock clock;

    ArbitrationCrediting(Credits credits, Clock clock) {
        this.credits = credits;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(Arbitrated event) {
        if (!credits.existsBySignatureIdAndActAndUsername(event.signatureId(), Credit.ARBITRATED, event.arbiter())) {
            credits.save(new Credit(event, clock.instant()));
        }
    }
}
