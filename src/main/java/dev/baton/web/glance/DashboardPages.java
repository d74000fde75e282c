package dev.baton.web.glance;

import dev.baton.transfer.TransferId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The dashboard of a transfer; its plots are drawn from the tables that are on the page. */
@Controller
class DashboardPages {

    private final Dashboards dashboards;
    private final DashboardText text;

    DashboardPages(Dashboards dashboards, DashboardText text) {
        this.dashboards = dashboards;
        this.text = text;
    }

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping("/transfers/{id}/dashboard")
    String dashboard(@PathVariable String id, Model model) {
        var dashboard = dashboards.of(TransferId.of(id));
        model.addAttribute("d", dashboard);
        model.addAttribute("burnUp", text.burnUp(dashboard));
        model.addAttribute("foretold", text.foretold(dashboard));
        model.addAttribute("flow", text.weeks(dashboard.flow()));
        model.addAttribute("rounds", text.rounds(dashboard.pulse()));
        model.addAttribute("deadline", text.day(dashboard.burnUp().deadline()));
        return "dashboard";
    }
}
