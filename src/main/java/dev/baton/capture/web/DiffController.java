package dev.baton.capture.web;

import dev.baton.capture.ItemDiffs;
import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is different between two versions of an item, or between an item and the official instruction. */
@RestController
@RequestMapping("/api/items/{id}/diff")
@Tag(name = "Items")
class DiffController {

    private final ItemDiffs diffs;
    private final Items items;

    DiffController(ItemDiffs diffs, Items items) {
        this.diffs = diffs;
        this.items = items;
    }

    @GetMapping
    @Operation(summary = "Word by word: from one version to another, or without from against the official instruction")
    Map<String, @Nullable Object> diff(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to) {
        var item = ItemId.of(id);
        var until = to == null ? items.require(item).version() : to;
        return from == null ? diffs.againstInstruction(item, until) : diffs.between(item, from, until);
    }
}
