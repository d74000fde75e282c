package dev.baton.web.glance;

import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.web.glance.MapDrawing.Room;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The process map as a file. */
@RestController
class ProcessMapApi {

    private final Transfers transfers;
    private final ProcessMaps maps;
    private final PictureFile file;

    ProcessMapApi(Transfers transfers, ProcessMaps maps, PictureFile file) {
        this.transfers = transfers;
        this.maps = maps;
        this.file = file;
    }

    /** As SVG; {@code colour} is coverage, risk, hidden-factory or demonstration. */
    @GetMapping(path = "/api/transfers/{id}/process-map.svg")
    ResponseEntity<byte[]> map(@PathVariable String id, @RequestParam(defaultValue = "coverage") String colour) {
        var transfer = transfers.require(TransferId.of(id));
        return file.answer(MapDrawing.draw(maps.of(transfer, MapColour.of(colour)), Room.WIDE));
    }
}
