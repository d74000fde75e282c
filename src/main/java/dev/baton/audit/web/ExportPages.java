package dev.baton.audit.web;

import dev.baton.audit.export.ExportForm;
import dev.baton.audit.export.ExportView;
import dev.baton.audit.export.Exports;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The part of the trail's page that takes the trail out and shows how far that is. */
@Controller
class ExportPages {

    /** Tells htmx to stop asking. */
    private static final int STOP_POLLING = 286;

    private final Exports exports;

    ExportPages(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/transfers/{id}/exports")
    String list(@PathVariable String id, Model model, HttpServletResponse response) {
        var recent = exports.recent(UUID.fromString(id));
        model.addAttribute("transferId", id);
        model.addAttribute("exports", recent);
        if (recent.stream().noneMatch(ExportView::isUnderWay)) {
            response.setStatus(STOP_POLLING);
        }
        response.setHeader("Cache-Control", "no-store");
        return "exports";
    }

    @PostMapping("/transfers/{id}/exports")
    String ask(@PathVariable String id, AskedFilter asked, @RequestParam(defaultValue = "xlsx") String form) {
        exports.ask(UUID.fromString(id), asked.wholeDays().read(), ExportForm.of(form));
        return "redirect:/transfers/" + UUID.fromString(id) + "/trail#exports";
    }

    @PostMapping("/exports/{id}/cancel")
    String cancel(@PathVariable String id) {
        var export = exports.view(UUID.fromString(id));
        exports.cancel(export.id());
        return "redirect:/transfers/" + export.transfer() + "/trail#exports";
    }
}
