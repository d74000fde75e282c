package dev.baton.web.page;

import dev.baton.recognition.Expertise;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** How many know each step of a transfer: a risk of steps, never a list of people. */
@Controller
class KnowledgeRiskPages {

    private final Transfers transfers;
    private final Expertise expertise;

    KnowledgeRiskPages(Transfers transfers, Expertise expertise) {
        this.transfers = transfers;
        this.expertise = expertise;
    }

    /** A step with how many know it; {@code losing} is for its lead alone. */
    record Risk(String id, String number, String name, boolean critical, int people, boolean losing) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping("/transfers/{id}/knowledge")
    String knowledge(@PathVariable String id, Model model) {
        var transfer = transfers.require(TransferId.of(id));
        var people = expertise.busFactors(transfer.id());
        var losing = expertise.losing(transfer.id());
        model.addAttribute("transferId", id);
        model.addAttribute("transfer", transfer.name());
        model.addAttribute(
                "risks",
                transfers.steps(transfer.id()).stream()
                        .map(step -> new Risk(
                                step.id().toString(),
                                step.number(),
                                step.name(),
                                step.critical(),
                                people.getOrDefault(step.id(), 0),
                                losing.contains(step.id())))
                        .sorted(java.util.Comparator.comparing(Risk::losing)
                                .reversed()
                                .thenComparing(risk -> risk.people() != 1)
                                .thenComparing(risk -> !risk.critical()))
                        .toList());
        return "knowledge";
    }
}
