package dev.baton.handover.web;

import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.handover.DeviationForm;
import dev.baton.handover.DeviationView;
import dev.baton.handover.Deviations;
import dev.baton.handover.DueItem;
import dev.baton.handover.HalfLife;
import dev.baton.transfer.TransferId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What goes on after the hand-over, over the API: how old knowledge is, and deviations. */
@RestController
class AfterController {

    private final HalfLife halfLife;
    private final Deviations deviations;
    private final Items items;
    private final Clock clock;

    AfterController(HalfLife halfLife, Deviations deviations, Items items, Clock clock) {
        this.items = items;
        this.halfLife = halfLife;
        this.deviations = deviations;
        this.clock = clock;
    }

    /** That somebody looked, and what they say. */
    record Check(@Nullable Integer version, @Nullable String words) {}

    @GetMapping("/api/transfers/{id}/half-life")
    Map<String, @Nullable Object> due(@PathVariable String id) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var all = halfLife.of(TransferId.of(id));
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("due", all.stream().filter(item -> item.isDue(today)).count());
        json.put("items", all.stream().map(item -> json(item, today)).toList());
        return json;
    }

    @PostMapping("/api/items/{itemId}/checks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void check(@PathVariable String itemId, @RequestBody Check check) {
        var item = ItemId.of(itemId);
        halfLife.confirm(items.require(item).transferId(), item, check.version(), check.words());
    }

    @GetMapping("/api/transfers/{id}/deviations")
    Map<String, @Nullable Object> list(@PathVariable String id) {
        var transfer = TransferId.of(id);
        var all = deviations.of(transfer);
        var rate = deviations.leakRate(transfer);
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("known", rate.known());
        json.put("all", rate.all());
        json.put("leakRate", rate.percent());
        json.put("items", all.stream().map(AfterController::json).toList());
        return json;
    }

    @PostMapping("/api/transfers/{id}/deviations")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> record(@PathVariable String id, @RequestBody DeviationForm form) {
        return json(deviations.record(TransferId.of(id), form));
    }

    private static Map<String, @Nullable Object> json(DueItem item, LocalDate today) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("itemId", item.itemId().toString());
        json.put("title", item.title());
        json.put("version", item.version());
        json.put("stepId", item.stepId().toString());
        json.put("step", item.step());
        json.put("risk", item.risk().code());
        json.put("since", item.since());
        json.put("dueOn", item.dueOn());
        json.put("due", item.isDue(today));
        json.put("afterDeviation", item.afterDeviation());
        return json;
    }

    private static Map<String, @Nullable Object> json(DeviationView deviation) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("reference", deviation.reference());
        json.put("happenedOn", deviation.happenedOn());
        json.put("what", deviation.what());
        json.put("known", deviation.known().code());
        json.put(
                "itemId", deviation.itemId() == null ? null : deviation.itemId().toString());
        json.put("title", deviation.title());
        json.put("recordedBy", deviation.recordedBy());
        json.put("recordedAt", deviation.recordedAt());
        return json;
    }
}
