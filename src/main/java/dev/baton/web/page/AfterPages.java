package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.capture.EffectiveItems;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.handover.DeviationForm;
import dev.baton.handover.DeviationView;
import dev.baton.handover.Deviations;
import dev.baton.handover.DueItem;
import dev.baton.handover.HalfLife;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.web.page.TrailSentence.Choice;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
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

/** After the hand-over: what is to be looked at again, and deviations with the question whether it was known. */
@Controller
@RequestMapping("/transfers/{id}")
class AfterPages {

    private static final DeviationForm EMPTY = new DeviationForm("", "", "", "", "", "");

    private final HalfLife halfLife;
    private final Deviations deviations;
    private final EffectiveItems effective;
    private final Items items;
    private final Transfers transfers;
    private final RefusalTexts texts;
    private final Clock clock;

    AfterPages(
            HalfLife halfLife,
            Deviations deviations,
            EffectiveItems effective,
            Items items,
            Transfers transfers,
            RefusalTexts texts,
            Clock clock) {
        this.halfLife = halfLife;
        this.deviations = deviations;
        this.effective = effective;
        this.items = items;
        this.transfers = transfers;
        this.texts = texts;
        this.clock = clock;
    }

    /** An item and its day. */
    record Due(
            String itemId,
            String title,
            String step,
            int version,
            String risk,
            String dueOn,
            boolean due,
            boolean afterDeviation) {}

    /** A deviation as it stands. */
    record Row(
            String reference,
            String happenedOn,
            String what,
            String known,
            @Nullable String itemId,
            @Nullable String title) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping("/half-life")
    String due(@PathVariable String id, Model model) {
        return duePage(transfers.require(TransferId.of(id)), model);
    }

    @PostMapping("/half-life/{item}")
    String confirm(
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var transfer = transfers.require(TransferId.of(id));
        try {
            halfLife.confirm(transfer.id(), ItemId.of(item), version, words);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return duePage(transfer, model);
        }
        flash.addFlashAttribute("done", texts.word("halflife.saved"));
        return "redirect:/transfers/" + id + "/half-life";
    }

    @GetMapping("/deviations")
    String deviations(@PathVariable String id, Model model) {
        return deviationPage(transfers.require(TransferId.of(id)), EMPTY, model);
    }

    @PostMapping("/deviations")
    String record(
            @PathVariable String id,
            DeviationForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var transfer = transfers.require(TransferId.of(id));
        try {
            deviations.record(transfer.id(), form);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return deviationPage(transfer, form, model);
        }
        flash.addFlashAttribute("done", texts.word("deviation.saved"));
        return "redirect:/transfers/" + id + "/deviations";
    }

    private String duePage(TransferView transfer, Model model) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var all = halfLife.of(transfer.id());
        head(transfer, model);
        model.addAttribute(
                "due",
                all.stream()
                        .filter(item -> item.isDue(today))
                        .map(item -> row(item, true))
                        .toList());
        model.addAttribute(
                "later",
                all.stream()
                        .filter(item -> !item.isDue(today))
                        .map(item -> row(item, false))
                        .toList());
        model.addAttribute("mayConfirm", deviations.mayRecord(transfer.id()));
        return "half-life";
    }

    private String deviationPage(TransferView transfer, DeviationForm form, Model model) {
        var rate = deviations.leakRate(transfer.id());
        head(transfer, model);
        model.addAttribute("known", rate.known());
        model.addAttribute("all", rate.all());
        model.addAttribute("percent", rate.percent());
        model.addAttribute(
                "rows",
                deviations.of(transfer.id()).stream().map(AfterPages::row).toList());
        model.addAttribute("form", form);
        model.addAttribute("mayRecord", deviations.mayRecord(transfer.id()));
        model.addAttribute("items", choices(transfer.id()));
        return "deviations";
    }

    /** The items that could have prevented it, but those that the reader is to see only after telling. */
    private List<Choice> choices(TransferId transfer) {
        var all = effective.ofTransfer(transfer);
        var kept = items.keptBack(all.stream().map(ItemView::itemId).collect(Collectors.toSet()));
        return all.stream()
                .filter(item -> !kept.containsKey(item.itemId()))
                .map(item -> new Choice(
                        item.itemId().toString(), String.valueOf(item.content().title())))
                .toList();
    }

    private static void head(TransferView transfer, Model model) {
        model.addAttribute("transferId", transfer.id().toString());
        model.addAttribute("transfer", transfer.name());
    }

    private static Due row(DueItem item, boolean due) {
        return new Due(
                item.itemId().toString(),
                item.title(),
                item.step(),
                item.version(),
                item.risk().code(),
                Moments.day(item.dueOn()),
                due,
                item.afterDeviation());
    }

    private static Row row(DeviationView deviation) {
        return new Row(
                deviation.reference(),
                Moments.day(deviation.happenedOn()),
                deviation.what(),
                deviation.known().code(),
                deviation.itemId() == null ? null : deviation.itemId().toString(),
                deviation.title());
    }
}
