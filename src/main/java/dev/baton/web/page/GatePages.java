package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.handover.GateView;
import dev.baton.handover.Gates;
import dev.baton.handover.HandoverRefusals.GateClosed;
import dev.baton.handover.Missing;
import dev.baton.handover.OverrideView;
import dev.baton.identity.Acting;
import dev.baton.identity.Reasons;
import dev.baton.identity.Reauthentication;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.Phases;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The gate at the end of a transfer's present phase: what is missing, going on, and going on all the same. */
@Controller
@RequestMapping("/transfers/{id}/gate")
class GatePages {

    private final Gates gates;
    private final Phases phases;
    private final Transfers transfers;
    private final Reauthentication reauthentication;
    private final RefusalTexts texts;

    GatePages(Gates gates, Phases phases, Transfers transfers, Reauthentication reauthentication, RefusalTexts texts) {
        this.gates = gates;
        this.phases = phases;
        this.transfers = transfers;
        this.reauthentication = reauthentication;
        this.texts = texts;
    }

    /** A thing that is missing, in words. */
    record Lack(String what, String who, String where) {}

    /** An override as a page tells it; {@code state} is waits, in-force or altered. */
    record Passed(String phase, List<String> missing, String reason, String state, When at, List<String> signers) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping
    String gate(@PathVariable String id, Model model) {
        return page(transfers.require(TransferId.of(id)), "", "", model);
    }

    @PostMapping("/conclude")
    String conclude(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var transfer = transfers.require(TransferId.of(id));
        try {
            var concluded = Reasons.require(reason, () -> phases.conclude(transfer.id()));
            if (!concluded.missing().isEmpty()) {
                throw new GateClosed(concluded.missing());
            }
            flash.addFlashAttribute("done", texts.word("gate.conclude.done"));
            return "redirect:/transfers/" + id;
        } catch (Refusal refusal) {
            return refused(refusal, transfer, reason, "", model, response);
        }
    }

    @PostMapping("/override")
    String override(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var transfer = transfers.require(TransferId.of(id));
        try {
            gates.requireOverride(transfer.id());
            var proof = reauthentication.prove(username, password);
            var signed = gates.override(transfer.id(), why, proof);
            flash.addFlashAttribute(
                    "done", texts.word(signed.inForce() ? "gate.override.force" : "gate.override.proposed"));
            return "redirect:/transfers/" + id + "/gate";
        } catch (Refusal refusal) {
            return refused(refusal, transfer, "", why, model, response);
        }
    }

    private String refused(
            Refusal refusal,
            TransferView transfer,
            String reason,
            String why,
            Model model,
            HttpServletResponse response) {
        response.setStatus(refusal.kind().status());
        model.addAttribute("wrong", texts.of(refusal));
        return page(transfer, reason, why, model);
    }

    private String page(TransferView transfer, String reason, String why, Model model) {
        var gate = gates.look(transfer.id());
        var me = Acting.current();
        model.addAttribute("transferId", transfer.id().toString());
        model.addAttribute("transfer", transfer.name());
        model.addAttribute("phase", gate.phase().code());
        model.addAttribute("open", gate.open());
        model.addAttribute("missing", gate.missing().stream().map(this::lack).toList());
        model.addAttribute("mayConclude", transfers.isLead(transfer.id()) && gate.open() && leavesByHand(gate.phase()));
        model.addAttribute("mayOverride", gates.mayOverride(transfer.id()) && !gate.open());
        model.addAttribute("second", isSecond(gate, me.username()));
        model.addAttribute("signer", me.name());
        model.addAttribute("signerSite", me.site());
        model.addAttribute(
                "overrides", gate.overrides().stream().map(this::passed).toList());
        model.addAttribute("reason", reason);
        model.addAttribute("why", why);
        return "gate";
    }

    /** Initiation ends with the start, close-out with the acceptance. */
    private static boolean leavesByHand(Phase phase) {
        return phase == Phase.PLANNING || phase == Phase.EXECUTION;
    }

    private static boolean isSecond(GateView gate, String username) {
        return gate.proposed()
                .filter(override -> override.signatures().stream()
                        .noneMatch(signature -> signature.username().equals(username)))
                .isPresent();
    }

    private Lack lack(Missing missing) {
        return new Lack(
                texts.word(missing.what(), missing.args().toArray()),
                texts.word("role." + missing.who()),
                missing.where());
    }

    private Passed passed(OverrideView override) {
        var state = override.unaltered() ? override.inForce() ? "in-force" : "waits" : "altered";
        return new Passed(
                override.phase().code(),
                override.missing(),
                override.reason(),
                state,
                Moments.in(Acting.current().zone(), override.proposedAt()),
                override.signatures().stream().map(texts::signer).toList());
    }
}
