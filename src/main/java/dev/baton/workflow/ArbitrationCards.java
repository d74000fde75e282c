package dev.baton.workflow;

import dev.baton.contradiction.ContradictionView;
import dev.baton.contradiction.Contradictions;
import dev.baton.transfer.StepId;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.Duty.Card;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the tasks of an arbitration say on their cards, and whose they are. */
@Component
class ArbitrationCards {

    private static final Duration DAYS_TO_NAME = Duration.ofDays(3);
    private static final Duration DAYS_TO_ARBITRATE = Duration.ofDays(7);

    private final Contradictions contradictions;
    private final Transfers transfers;
    private final Clock clock;

    ArbitrationCards(Contradictions contradictions, Transfers transfers, Clock clock) {
        this.contradictions = contradictions;
        this.transfers = transfers;
        this.clock = clock;
    }

    Card forNamers(ContradictionView contradiction) {
        return card(contradiction, DAYS_TO_NAME, null, contradictions.namers(contradiction.transferId()));
    }

    /** An arbiter who has left the team leaves the task to those who name the next one. */
    Card forArbiter(ContradictionView contradiction) {
        var arbiter = contradiction.arbiter();
        var here = transfers.team(contradiction.transferId()).stream()
                .anyMatch(member -> member.username().equals(arbiter));
        return here
                ? card(contradiction, DAYS_TO_ARBITRATE, arbiter, List.of())
                : card(contradiction, DAYS_TO_ARBITRATE, null, contradictions.namers(contradiction.transferId()));
    }

    private Card card(
            ContradictionView contradiction, Duration within, @Nullable String assignee, List<String> candidates) {
        return new Card(
                contradiction.transferId(),
                contradiction.stepId(),
                label(contradiction.stepId()),
                clock.instant().plus(within),
                assignee,
                candidates);
    }

    private String label(StepId step) {
        return String.valueOf(transfers.labels(List.of(step)).get(step));
    }
}
