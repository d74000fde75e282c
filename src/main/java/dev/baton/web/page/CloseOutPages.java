package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.handover.AcceptanceView;
import dev.baton.handover.Acceptances;
import dev.baton.handover.Gates;
import dev.baton.handover.Side;
import dev.baton.identity.Acting;
import dev.baton.identity.Reauthentication;
import dev.baton.identity.Role;
import dev.baton.signature.SignatureView;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The end of a transfer: what is missing, three signatures, and what there is to take away. */
@Controller
@RequestMapping("/transfers/{id}/close-out")
class CloseOutPages {

    private final Acceptances acceptances;
    private final Gates gates;
    private final Transfers transfers;
    private final Reauthentication reauthentication;
    private final RefusalTexts texts;

    CloseOutPages(
            Acceptances acceptances,
            Gates gates,
            Transfers transfers,
            Reauthentication reauthentication,
            RefusalTexts texts) {
        this.acceptances = acceptances;
        this.gates = gates;
        this.transfers = transfers;
        this.reauthentication = reauthentication;
        this.texts = texts;
    }

    /** A thing that is missing, in words. */
    record Lack(String what, String who, String where) {}

    /** The place of one side's signature; name and moment are null until it is there. */
    record Place(String side, String unit, @Nullable String signer, @Nullable When at, @Nullable String words) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping
    String closeOut(@PathVariable String id, Model model) {
        return page(transfers.require(TransferId.of(id)), "", model);
    }

    @PostMapping("/sign")
    String sign(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var transfer = transfers.require(TransferId.of(id));
        try {
            acceptances.require(transfer.id());
            var signed = acceptances.sign(transfer.id(), words, reauthentication.prove(username, password));
            flash.addFlashAttribute(
                    "done", texts.word(signed.isComplete() ? "closeout.done.accepted" : "closeout.done.signed"));
            return "redirect:/transfers/" + id + "/close-out";
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return page(transfer, words, model);
        }
    }

    private String page(TransferView transfer, String words, Model model) {
        var acceptance = acceptances.of(transfer.id());
        var gate = gates.look(transfer.id());
        var atTheEnd = gate.phase() == Phase.CLOSE_OUT;
        var lacks = gate.missing().stream()
                .filter(one -> !one.binding())
                .map(one -> new Lack(
                        texts.word(one.what(), one.args().toArray()), texts.word("role." + one.who()), one.where()))
                .toList();
        var passes = lacks.isEmpty() || gate.inForce().isPresent();
        var mine = acceptances.mySide(transfer.id());
        var me = Acting.current();
        var accepted = acceptance.map(AcceptanceView::acceptedAt);
        model.addAttribute("transferId", transfer.id().toString());
        model.addAttribute("transfer", transfer.name());
        model.addAttribute("phase", gate.phase().code());
        model.addAttribute("atTheEnd", atTheEnd);
        model.addAttribute("missing", lacks);
        model.addAttribute("overridden", gate.inForce().isPresent() && !lacks.isEmpty());
        model.addAttribute(
                "accepted", accepted.map(at -> Moments.in(me.zone(), at)).orElse(null));
        model.addAttribute(
                "altered", acceptance.filter(view -> !view.unaltered()).isPresent());
        model.addAttribute(
                "places",
                Arrays.stream(Side.values())
                        .map(side -> place(transfer, side, acceptance))
                        .toList());
        model.addAttribute(
                "mine",
                mine.filter(side -> atTheEnd && passes && accepted.isEmpty() && unsigned(acceptance, side))
                        .map(Side::code)
                        .orElse(null));
        model.addAttribute("meaning", mine.map(side -> side.meaning().code()).orElse(""));
        model.addAttribute("signer", me.name());
        model.addAttribute("signerSite", me.site());
        model.addAttribute("words", words);
        model.addAttribute("mayExport", me.is(Role.QUALITY) || me.is(Role.AUDITOR));
        return "close-out";
    }

    private static boolean unsigned(Optional<AcceptanceView> acceptance, Side side) {
        return acceptance
                .filter(AcceptanceView::unaltered)
                .flatMap(view -> view.of(side))
                .isEmpty();
    }

    private Place place(TransferView transfer, Side side, Optional<AcceptanceView> acceptance) {
        var unit =
                switch (side) {
                    case SENDING -> transfer.sendingSite();
                    case RECEIVING -> transfer.receivingSite();
                    case QUALITY -> texts.word("role.quality");
                };
        var signed = acceptance.flatMap(view -> view.of(side));
        return new Place(
                side.code(),
                unit,
                signed.map(texts::signer).orElse(null),
                signed.map(one -> Moments.in(one.zone(), one.signedAt())).orElse(null),
                signed.map(SignatureView::comment).orElse(null));
    }
}
