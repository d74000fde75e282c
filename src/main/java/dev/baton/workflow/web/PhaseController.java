package dev.baton.workflow.web;

import dev.baton.handover.HandoverRefusals.GateClosed;
import dev.baton.identity.Reasons;
import dev.baton.transfer.TransferId;
import dev.baton.workflow.Phases;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A transfer's phases over the API. */
@RestController
class PhaseController {

    private final Phases phases;

    PhaseController(Phases phases) {
        this.phases = phases;
    }

    /** Why the phase is over. */
    record Conclusion(@Nullable String reason) {}

    @PostMapping("/api/transfers/{id}/conclude-phase")
    Map<String, String> conclude(@PathVariable String id, @RequestBody Conclusion conclusion) {
        return Reasons.require(conclusion.reason(), () -> {
            var concluded = phases.conclude(TransferId.of(id));
            if (!concluded.missing().isEmpty()) {
                throw new GateClosed(concluded.missing());
            }
            return Map.of("id", id, "phase", concluded.transfer().phase().code());
        });
    }
}
