package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.handover.HandoverRefusals.GateClosed;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.RoleMissing;
import dev.baton.identity.People;
import dev.baton.identity.Role;
import dev.baton.identity.SiteView;
import dev.baton.transfer.ImportForm;
import dev.baton.transfer.ProcessImport;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.web.page.TransferPage.Card;
import dev.baton.web.page.TransferPage.Member;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
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

/** The pages of transfers: the list, the import of a process, and the transfer itself. */
@Controller
@RequestMapping("/transfers")
class TransferPages {

    private final Transfers transfers;
    private final TransferProjection projection;
    private final ProcessImport imports;
    private final People people;
    private final Gratitude gratitude;
    private final TransferWays ways;
    private final RefusalTexts texts;

    TransferPages(
            Transfers transfers,
            TransferProjection projection,
            ProcessImport imports,
            People people,
            Gratitude gratitude,
            TransferWays ways,
            RefusalTexts texts) {
        this.ways = ways;
        this.transfers = transfers;
        this.projection = projection;
        this.imports = imports;
        this.people = people;
        this.gratitude = gratitude;
        this.texts = texts;
    }

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute(
                "transfers", transfers.mine().stream().map(this::card).toList());
        model.addAttribute("mayImport", Acting.current().is(Role.TRANSFER_LEAD));
        return "transfers";
    }

    @GetMapping("/import")
    String importForm(Model model) {
        if (!Acting.current().is(Role.TRANSFER_LEAD)) {
            throw new RoleMissing(Role.TRANSFER_LEAD);
        }
        return importForm(new ImportForm(null, null, null, null, null, null), model);
    }

    @PostMapping("/import")
    String importProcess(
            ImportForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        if (file == null || file.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("wrong", texts.of(withoutFile(form)));
            return importForm(form, model);
        }
        var kept = Files.createTempFile("baton-import", ".xlsx");
        try {
            ProcessImport.requireSize(file.getSize());
            file.transferTo(kept);
            var name = file.getOriginalFilename();
            var imported = imports.create(form, kept, name == null ? "" : name);
            flash.addFlashAttribute("done", texts.word("import.done", imported.steps()));
            return "redirect:/transfers/" + imported.id();
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return importForm(form, model);
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    @GetMapping("/{id}")
    String transfer(@PathVariable String id, Model model) {
        var transfer = transfers.require(TransferId.of(id));
        var steps = projection.steps(transfer.id().value());
        var lead = transfers.isLead(transfer.id());
        model.addAttribute(
                "t",
                new TransferPage(
                        id,
                        transfer.name(),
                        transfer.product(),
                        transfer.sendingSite(),
                        transfer.receivingSite(),
                        transfer.purpose(),
                        transfer.phase().code(),
                        transfer.seasonDeadline() == null ? null : Moments.day(transfer.seasonDeadline()),
                        TransferProjection.milestones(steps),
                        TransferProjection.operations(steps),
                        gratitude.contributors(transfer.id()),
                        team(transfer.id(), lead),
                        lead && !transfer.started(),
                        lead));
        model.addAttribute("reached", gratitude.reached(transfer.id()));
        model.addAttribute("ways", ways.of(transfer));
        return "transfer";
    }

    @PostMapping("/{id}/start")
    String start(@PathVariable String id, RedirectAttributes flash) {
        try {
            var transfer = transfers.start(TransferId.of(id));
            flash.addFlashAttribute("done", texts.word("transfer.started"));
            return "redirect:/transfers/" + transfer.id();
        } catch (GateClosed closed) {
            return "redirect:/transfers/" + id + "/gate";
        }
    }

    /** All that is missing beside the workbook, so that nobody is sent back twice. */
    private static List<Fault> withoutFile(ImportForm form) {
        var faults = new ArrayList<Fault>();
        Texts.require("name", form.name(), Texts.LONGEST_LINE, faults);
        Texts.require("product", form.product(), Texts.LONGEST_LINE, faults);
        Texts.require("sendingSite", form.sendingSite(), Texts.LONGEST_LINE, faults);
        Texts.require("receivingSite", form.receivingSite(), Texts.LONGEST_LINE, faults);
        Texts.require("purpose", form.purpose(), Texts.LONGEST_ANSWER, faults);
        faults.add(Fault.of("file", "import.file.missing"));
        return faults;
    }

    private String importForm(ImportForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("sites", people.sites().stream().map(SiteView::name).toList());
        return "transfer-import";
    }

    private Card card(TransferView transfer) {
        var told = TransferProjection.milestones(projection.steps(transfer.id().value()));
        return new Card(
                transfer.id().toString(),
                transfer.name(),
                transfer.product(),
                transfer.sendingSite(),
                transfer.receivingSite(),
                transfer.phase().code(),
                told.steps(),
                told.captured());
    }

    /** A leaving date is seen by the person and the lead only. */
    private List<Member> team(TransferId id, boolean lead) {
        var me = Acting.current().username();
        return transfers.team(id).stream()
                .flatMap(member -> people.person(member.username()).stream()
                        .map(person -> new Member(
                                person.username(),
                                person.name(),
                                person.site(),
                                member.role().code(),
                                member.leavingDate() != null
                                                && (lead || person.username().equals(me))
                                        ? Moments.day(member.leavingDate())
                                        : null)))
                .toList();
    }
}
