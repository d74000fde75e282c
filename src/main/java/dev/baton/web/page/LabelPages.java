package dev.baton.web.page;

import dev.baton.handover.Floor;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.workbook.SquareCode;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A sheet of labels to be printed: a code for each step and each machine, which opens its card. */
@Controller
class LabelPages {

    private final Floor floor;
    private final Transfers transfers;

    LabelPages(Floor floor, Transfers transfers) {
        this.floor = floor;
        this.transfers = transfers;
    }

    /** A label; the path draws the dots of its code in a square of so many units. */
    record Label(String title, String sub, String link, String path, int side) {}

    @GetMapping("/transfers/{id}/labels")
    String labels(@PathVariable String id, Model model) {
        var transfer = transfers.require(TransferId.of(id));
        model.addAttribute("section", "transfers");
        model.addAttribute("transferId", id);
        model.addAttribute("transfer", transfer.name());
        model.addAttribute(
                "steps",
                transfers.steps(transfer.id()).stream()
                        .map(step -> label(
                                FloorPages.label(step),
                                step.equipment() == null ? "" : step.equipment(),
                                base().path("/floor/{id}")
                                        .buildAndExpand(step.id())
                                        .encode()
                                        .toUriString()))
                        .toList());
        model.addAttribute(
                "machines",
                floor.byEquipment(transfer.id()).entrySet().stream()
                        .map(machine -> label(
                                machine.getKey(),
                                String.join(
                                        ", ",
                                        machine.getValue().stream()
                                                .map(step -> step.number())
                                                .toList()),
                                base().path("/floor/equipment/{id}")
                                        .queryParam("name", "{name}")
                                        .buildAndExpand(transfer.id(), machine.getKey())
                                        .encode()
                                        .toUriString()))
                        .toList());
        return "labels";
    }

    private static ServletUriComponentsBuilder base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath();
    }

    static Label label(String title, String sub, String link) {
        return new Label(title, sub, link, SquareCode.path(link), SquareCode.side(link));
    }

    /** The way to the labels. */
    @Bean
    static TransferWay labelWay(RefusalTexts texts) {
        return AbilityWays.way(
                600,
                transfer -> Optional.of(new TransferWay.Way(
                        "/transfers/" + transfer.id() + "/labels",
                        texts.word("labels.title"),
                        texts.word("labels.way"))));
    }
}
