package dev.baton.web.glance;

import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.web.glance.MapDrawing.Room;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the process map; the colour is a link, so it works without script and can be kept as a bookmark. */
@Controller
class ProcessMapPages {

    private final Transfers transfers;
    private final ProcessMaps maps;

    ProcessMapPages(Transfers transfers, ProcessMaps maps) {
        this.transfers = transfers;
        this.maps = maps;
    }

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping("/transfers/{id}/process-map")
    String map(@PathVariable String id, @RequestParam(defaultValue = "coverage") String colour, Model model) {
        var transfer = transfers.require(TransferId.of(id));
        var chosen = MapColour.of(colour);
        var map = maps.of(transfer, chosen);
        model.addAttribute("transferId", id);
        model.addAttribute("transfer", transfer.name());
        model.addAttribute("colour", chosen.code());
        model.addAttribute(
                "colours",
                Arrays.stream(MapColour.values()).map(MapColour::code).toList());
        model.addAttribute("empty", map.operations().isEmpty());
        model.addAttribute("wide", MapDrawing.draw(map, Room.WIDE));
        model.addAttribute("narrow", MapDrawing.draw(map, Room.NARROW));
        return "process-map";
    }
}
