package dev.baton.web.evaluation;

import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.transfer.comparison.Aspect;
import dev.baton.transfer.comparison.AspectForm;
import dev.baton.transfer.comparison.Comparisons;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** A high gap of the sample, scored by both sites before anybody tells of its step, so that more people review there. */
@Component
class GapActs {

    private static final String STEP = "2.1";

    private final Transfers transfers;
    private final Comparisons comparisons;
    private final DemoPeople people;
    private final Clock clock;

    GapActs(Transfers transfers, Comparisons comparisons, DemoPeople people, Clock clock) {
        this.transfers = transfers;
        this.comparisons = comparisons;
        this.people = people;
        this.clock = clock;
    }

    /** Plays all of it. */
    void play(TransferId transfer) {
        var step = people.as(
                "lead", null, () -> Numbered.step(transfers, transfer, STEP).id());
        people.as("lead", null, () -> {
            if (comparisons.of(step).of(Aspect.PREMISES).gap() == null) {
                comparisons.compare(step, List.of(premises()));
            }
            return step;
        });
        score(transfer, "expert2", 8, 6, 7, "Nobody sees it in the vial. The titre says so two weeks later.");
        score(transfer, "receiver1", 8, 7, 5, "We have never carried a thawing vial that far.");
    }

    private AspectForm premises() {
        return new AspectForm(
                Aspect.PREMISES.code(),
                "Freezer and bench stand in the same room, four steps apart.",
                "The freezer stands one floor below the inoculation room: seven minutes, two air locks.",
                "high",
                "Bring a dry shipper to the bench, and thaw there.",
                "lead2",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .plusMonths(2)
                        .toString());
    }

    private void score(TransferId transfer, String who, int severity, int occurrence, int detection, String words) {
        people.as(who, null, () -> {
            var step = Numbered.step(transfers, transfer, STEP).id();
            var scored = comparisons.of(step).of(Aspect.PREMISES).before().scores().stream()
                    .anyMatch(score -> score.by().equals(who));
            if (!scored) {
                comparisons.score(step, Aspect.PREMISES, false, severity, occurrence, detection, words);
            }
            return step;
        });
    }
}
