package dev.baton.capture.web;

import dev.baton.Page;
import dev.baton.capture.ItemFilter;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemJson;
import dev.baton.capture.ItemKind;
import dev.baton.capture.ItemState;
import dev.baton.capture.Items;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Knowledge items as JSON, for whoever may see them. */
@RestController
@RequestMapping("/api/items")
@Tag(name = "Items")
class ItemController {

    private final Items items;
    private final ItemJson json;

    ItemController(Items items, ItemJson json) {
        this.items = items;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "The items of a transfer, by step in process order, then by submission")
    Page<Map<String, @Nullable Object>> list(
            @RequestParam String transfer,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
        return items.list(
                        TransferId.of(transfer),
                        new ItemFilter(
                                step == null || step.isEmpty() ? null : StepId.of(step),
                                state == null || state.isEmpty() ? null : state(state),
                                kind == null || kind.isEmpty() ? null : kind(kind)),
                        after == null || after.isEmpty() ? null : after,
                        limit)
                .map(json::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "An item in the newest version that the caller may see")
    Map<String, @Nullable Object> item(@PathVariable String id) {
        return json.of(items.look(ItemId.of(id)));
    }

    @GetMapping("/{id}/versions")
    @Operation(summary = "All versions of an item, oldest first")
    Page<Map<String, @Nullable Object>> versions(@PathVariable String id) {
        List<Map<String, @Nullable Object>> all =
                items.lookAtVersions(ItemId.of(id)).stream().map(json::of).toList();
        return new Page<>(all, null);
    }

    @GetMapping("/{id}/versions/{version}")
    @Operation(summary = "One version of an item")
    Map<String, @Nullable Object> version(@PathVariable String id, @PathVariable int version) {
        return json.of(items.look(ItemId.of(id), version));
    }

    private static ItemKind kind(String code) {
        return Arrays.stream(ItemKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(KindUnknown::new);
    }

    private static ItemState state(String code) {
        return Arrays.stream(ItemState.values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(StateUnknown::new);
    }
}
