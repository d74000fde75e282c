package dev.baton.web.evaluation;

import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;

/** Finds what the sample's stories name by number. */
final class Numbered {

    private Numbered() {}

    /** The step of that number, as the current actor may see it; a sample that names no step of its process is broken. */
    static StepView step(Transfers transfers, TransferId transfer, String number) {
        return transfers.steps(transfer).stream()
                .filter(step -> step.number().equals(number))
                .findFirst()
                .orElseThrow();
    }
}
