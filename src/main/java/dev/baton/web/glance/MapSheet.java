package dev.baton.web.glance;

import dev.baton.audit.EvidenceSheet;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.workbook.SheetPicture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The auditor's sheet of the process map: every step in all respects, and the map itself below. */
@Component
@Transactional(readOnly = true)
class MapSheet implements EvidenceSheet {

    private final Transfers transfers;
    private final ProcessMaps maps;

    MapSheet(Transfers transfers, ProcessMaps maps) {
        this.transfers = transfers;
        this.maps = maps;
    }

    @Override
    public String name() {
        return "Process map";
    }

    @Override
    public int order() {
        return 250;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Step",
                "Unit operation",
                "Name",
                "Critical",
                "Coverage",
                "Knowledge risk",
                "Hidden factory",
                "Demonstration");
    }

    @Override
    public Optional<SheetPicture> picture(UUID transfer) {
        var view = transfers.require(new TransferId(transfer));
        return Optional.of(PictureOnSheet.of(MapDrawing.draw(maps.of(view, MapColour.COVERAGE), MapDrawing.Room.WIDE)));
    }

    @Override
    public void write(UUID transfer, Consumer<List<?>> rows) {
        var view = transfers.require(new TransferId(transfer));
        var marked = Arrays.stream(MapColour.values())
                .map(colour -> maps.of(view, colour).operations())
                .toList();
        var operations = marked.get(0);
        for (int i = 0; i < operations.size(); i++) {
            var steps = operations.get(i).steps();
            for (int j = 0; j < steps.size(); j++) {
                var step = steps.get(j);
                var row = new ArrayList<Object>(
                        List.of(step.number(), operations.get(i).name(), step.name(), step.critical()));
                for (var map : marked) {
                    row.add(map.get(i).steps().get(j).mark().said());
                }
                rows.accept(row);
            }
        }
    }
}
