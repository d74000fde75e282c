package dev.baton.handover.web;

import dev.baton.capture.ItemId;
import dev.baton.capture.ItemJson;
import dev.baton.handover.LandingForm;
import dev.baton.handover.LandingView;
import dev.baton.handover.Landings;
import dev.baton.handover.ToLand;
import dev.baton.identity.Reauthentication;
import dev.baton.transfer.TransferId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where items landed, over the API. */
@RestController
class LandingController {

    private final Landings landings;
    private final Reauthentication reauthentication;

    LandingController(Landings landings, Reauthentication reauthentication) {
        this.landings = landings;
        this.reauthentication = reauthentication;
    }

    /** That an item is taught only, with what is typed to sign it. */
    record TrainingOnly(
            @Nullable Integer version, @Nullable String reason, @Nullable String username, @Nullable String password) {

        /** Never with the password. */
        @Override
        public String toString() {
            return "TrainingOnly[]";
        }
    }

    /** Longest approved first. */
    @GetMapping("/api/transfers/{id}/landings")
    Map<String, @Nullable Object> list(@PathVariable String id) {
        var all = landings.list(TransferId.of(id));
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("landed", all.stream().filter(item -> item.landing() != null).count());
        json.put("items", all.stream().map(LandingController::json).toList());
        return json;
    }

    @GetMapping("/api/items/{itemId}/landing")
    Map<String, @Nullable Object> one(@PathVariable String itemId) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put(
                "landing",
                landings.of(ItemId.of(itemId)).map(LandingController::json).orElse(null));
        return json;
    }

    @PostMapping("/api/items/{itemId}/landing")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> land(@PathVariable String itemId, @RequestBody LandingForm form) {
        return json(landings.land(ItemId.of(itemId), form));
    }

    @PostMapping("/api/items/{itemId}/training-only")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> trainingOnly(@PathVariable String itemId, @RequestBody TrainingOnly asked) {
        var item = ItemId.of(itemId);
        var version = landings.effective(item, asked.version());
        var proof = reauthentication.prove(asked.username() == null ? "" : asked.username(), asked.password());
        var signature = landings.trainingOnly(item, version, asked.reason() == null ? "" : asked.reason(), proof);
        return Map.of("signatures", List.of(ItemJson.signature(signature, true)), "items", List.of(itemId));
    }

    private static Map<String, @Nullable Object> json(ToLand item) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("itemId", item.itemId().toString());
        json.put("title", item.title());
        json.put("version", item.version());
        json.put("stepId", item.stepId().toString());
        json.put("step", item.step());
        json.put("approvedAt", item.approvedAt());
        json.put("days", item.days());
        json.put("onHold", item.onHold());
        var landing = item.landing();
        json.put("landing", landing == null ? null : json(landing));
        return json;
    }

    private static Map<String, @Nullable Object> json(LandingView landing) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("version", landing.version());
        json.put("document", landing.document());
        json.put("section", landing.section());
        json.put("effectiveOn", landing.effectiveOn());
        json.put("trainingOnly", landing.trainingOnly());
        json.put("reason", landing.reason());
        json.put("landedBy", landing.landedBy());
        json.put("landedAt", landing.landedAt());
        return json;
    }
}
