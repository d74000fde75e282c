package dev.baton.handover.web;

import dev.baton.handover.Floor;
import dev.baton.handover.FloorTraining;
import dev.baton.handover.PaperCopies;
import dev.baton.handover.PaperCopyView;
import dev.baton.transfer.StepId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Step cards and their paper copies over the API. */
@RestController
class FloorController {

    private final Floor floor;
    private final PaperCopies copies;

    FloorController(Floor floor, PaperCopies copies) {
        this.floor = floor;
        this.copies = copies;
    }

    @GetMapping("/api/steps/{id}/floor-card")
    Map<String, @Nullable Object> card(@PathVariable String id) {
        var card = floor.card(StepId.of(id));
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("stepId", card.step().id().toString());
        json.put("number", card.step().number());
        json.put("name", card.step().name());
        json.put("madeAt", card.madeAt());
        json.put("until", card.until());
        json.put("training", training(card.training()));
        json.put(
                "items",
                card.items().stream()
                        .map(line -> {
                            var item = new LinkedHashMap<String, @Nullable Object>();
                            item.put("itemId", line.item().itemId().toString());
                            item.put("version", line.item().version());
                            item.put("title", line.item().content().title());
                            item.put("cue", line.item().content().cue());
                            item.put("whatIsDone", line.item().content().whatIsDone());
                            item.put("consequence", line.item().content().consequence());
                            item.put("document", line.landing().document());
                            item.put("section", line.landing().section());
                            return item;
                        })
                        .toList());
        return json;
    }

    @PostMapping("/api/steps/{id}/paper-copies")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> print(@PathVariable String id) {
        return json(copies.print(StepId.of(id)));
    }

    @GetMapping("/api/paper-copies/{code}")
    Map<String, Object> check(@PathVariable String code) {
        return json(copies.of(code));
    }

    /** Whether the reader has read and understood it all; null where nobody asks, at other sites. */
    private static Map<String, @Nullable Object> training(FloorTraining training) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("trained", training.asked() ? !training.isUntrained() : null);
        json.put(
                "unread",
                training.unread().stream()
                        .map(reading -> {
                            var text = ReadingJson.of(reading);
                            text.put("read", training.signs() ? "/items/" + reading.itemId() + "/read" : null);
                            return text;
                        })
                        .toList());
        return json;
    }

    private static Map<String, Object> json(PaperCopyView copy) {
        var json = new LinkedHashMap<String, Object>();
        json.put("code", copy.code());
        json.put("stepId", copy.step().id().toString());
        json.put("standing", copy.standing().code());
        json.put("printedAt", copy.printedAt());
        json.put("validUntil", copy.validUntil());
        json.put("training", training(copy.training()));
        json.put(
                "items",
                copy.items().stream()
                        .map(item -> Map.of("itemId", item.itemId().toString(), "version", item.version()))
                        .toList());
        json.put(
                "changes",
                copy.changes().stream()
                        .map(change -> Map.of("what", change.what(), "title", change.title()))
                        .toList());
        return json;
    }
}
