package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.Refusal.Fault;
import dev.baton.capture.ItemImport;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferRefusals.NotTheLead;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.workbook.SheetReader;
import jakarta.servlet.http.HttpServletResponse;
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

/** The page that brings notes in from a workbook, for the lead. */
@Controller
@RequestMapping("/transfers/{id}/items/import")
class ItemImportPages {

    private final ItemImport imports;
    private final Transfers transfers;
    private final RefusalTexts texts;

    ItemImportPages(ItemImport imports, Transfers transfers, RefusalTexts texts) {
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
    String take(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        var transfer = lead(id);
        if (file == null || file.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("wrong", texts.of(List.of(Fault.of("file", "import.file.missing"))));
            return page(transfer, model);
        }
        var kept = Files.createTempFile("baton-items", ".xlsx");
        try {
            SheetReader.requireSize(file.getSize());
            file.transferTo(kept);
            var name = file.getOriginalFilename();
            var imported = imports.take(transfer.id(), kept, name == null ? "" : name);
            flash.addFlashAttribute("done", texts.word("items-import.done", imported.items(), imported.tasks()));
            return "redirect:/transfers/" + transfer.id();
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return page(transfer, model);
        } finally {
            Files.deleteIfExists(kept);
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
        return "items-import";
    }
}
