package dev.baton.web.page;

import dev.baton.capture.HiddenFactory;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of a transfer's hidden factory. */
@Controller
@RequestMapping("/transfers/{id}/hidden-factory")
class HiddenFactoryPages {

    private final HiddenFactory factory;
    private final Transfers transfers;
    private final FactoryFigures figures;
    private final DifferenceCounts counts;

    HiddenFactoryPages(HiddenFactory factory, Transfers transfers, FactoryFigures figures, DifferenceCounts counts) {
        this.factory = factory;
        this.transfers = transfers;
        this.figures = figures;
        this.counts = counts;
    }

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping
    String page(@PathVariable String id, Model model) {
        var transfer = transfers.require(TransferId.of(id));
        model.addAttribute("f", figures.page(transfer, factory.of(transfer.id())));
        model.addAttribute("differences", counts.of(transfer.id()));
        return "hidden-factory";
    }
}
