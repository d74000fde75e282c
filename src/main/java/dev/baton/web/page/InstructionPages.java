package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.Refusal.Fault;
import dev.baton.transfer.InstructionImport;
import dev.baton.transfer.InstructionProposal;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferRefusals.NotTheLead;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.workbook.ManualReader;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page that takes official instructions from an SOP: choose the document, look at what changes, say why. */
@Controller
@RequestMapping("/transfers/{id}/instructions/import")
class InstructionPages {

    private static final String PROPOSED = "baton.instructions.";

    private final InstructionImport imports;
    private final Transfers transfers;
    private final RefusalTexts texts;

    InstructionPages(InstructionImport imports, Transfers transfers, RefusalTexts texts) {
        this.imports = imports;
        this.transfers = transfers;
        this.texts = texts;
    }

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping
    String choose(@PathVariable String id, Model model) {
        return page(lead(id), model);
    }

    @PostMapping
    String propose(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response,
            HttpSession session)
            throws IOException {
        var transfer = lead(id);
        if (file == null || file.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("wrong", texts.of(List.of(Fault.of("file", "instructions.file-missing"))));
            return page(transfer, model);
        }
        var kept = Files.createTempFile("baton-instructions", ".docx");
        try {
            ManualReader.requireSize(file.getSize());
            file.transferTo(kept);
            var name = file.getOriginalFilename();
            var proposal = imports.propose(transfer.id(), kept, name == null ? "" : name);
            session.setAttribute(PROPOSED + transfer.id(), proposal);
            model.addAttribute("proposal", proposal);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
        } finally {
            Files.deleteIfExists(kept);
        }
        return page(transfer, model);
    }

    @PostMapping("/apply")
    String apply(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            HttpSession session,
            RedirectAttributes flash) {
        var transfer = lead(id);
        if (!(session.getAttribute(PROPOSED + transfer.id()) instanceof InstructionProposal proposal)) {
            return "redirect:/transfers/" + transfer.id() + "/instructions/import";
        }
        try {
            var changed = imports.apply(transfer.id(), proposal, reason);
            session.removeAttribute(PROPOSED + transfer.id());
            flash.addFlashAttribute("done", texts.word("instructions.done", changed.size()));
            return "redirect:/transfers/" + transfer.id();
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            model.addAttribute("proposal", proposal);
            return page(transfer, model);
        }
    }

    private TransferView lead(String id) {
        var transfer = transfers.require(TransferId.of(id));
        if (!transfers.isLead(transfer.id())) {
            throw new NotTheLead(transfer.name());
        }
        return transfer;
    }

    private static String page(TransferView transfer, Model model) {
        model.addAttribute("transferId", transfer.id().toString());
        model.addAttribute("transfer", transfer.name());
        return "instructions-import";
    }
}
