package dev.baton.web.page;

import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.verification.DemonstrationState;
import dev.baton.verification.DemonstrationStates;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How far the receiving site is with each step of a transfer. */
@Controller
class DemonstrationPages {

    private final Transfers transfers;
    private final DemonstrationStates states;

    DemonstrationPages(Transfers transfers, DemonstrationStates states) {
        this.transfers = transfers;
        this.states = states;
    }

    /** A step with where it stands. */
    record Line(
            String stepId,
            String step,
            boolean critical,
            String status,
            int unaided,
            int needed,
            int practiceRuns,
            int toShow) {}

    @GetMapping("/transfers/{id}/demonstrations")
    String ofTransfer(@PathVariable String id, Model model) {
        var transfer = transfers.require(TransferId.of(id));
        var standing = states.of(transfer.id());
        model.addAttribute("section", "transfers");
        model.addAttribute("transferId", id);
        model.addAttribute("transfer", transfer.name());
        model.addAttribute(
                "lines",
                transfers.steps(transfer.id()).stream()
                        .flatMap(step -> Optional.ofNullable(standing.get(step.id())).stream()
                                .map(state -> line(step, state)))
                        .toList());
        return "demonstrations";
    }

    private static Line line(StepView step, DemonstrationState state) {
        return new Line(
                step.id().toString(),
                step.number() + " " + step.name(),
                step.critical(),
                state.status().code(),
                state.unaided(),
                state.needed(),
                state.practiceRuns(),
                state.toShow().size());
    }
}
