package dev.baton.verification.web;

import dev.baton.capture.ItemId;
import dev.baton.transfer.TransferId;
import dev.baton.verification.Warning;
import dev.baton.verification.Warnings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Warnings of what is not in force any more, over the API. */
@RestController
@RequestMapping("/api/transfers/{id}/training-warnings")
class WarningsApi {

    private final Warnings warnings;

    WarningsApi(Warnings warnings) {
        this.warnings = warnings;
    }

    @GetMapping
    List<Map<String, @Nullable Object>> list(@PathVariable String id) {
        return warnings.of(TransferId.of(id)).stream().map(WarningsApi::json).toList();
    }

    @PostMapping("/{itemId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@PathVariable String id, @PathVariable String itemId) {
        warnings.seen(TransferId.of(id), ItemId.of(itemId));
    }

    private static Map<String, @Nullable Object> json(Warning warning) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("username", warning.username());
        json.put("itemId", warning.itemId().toString());
        json.put("title", warning.title());
        json.put("version", warning.version());
        json.put("withdrawn", warning.withdrawn());
        json.put("effective", warning.effective());
        json.put("seenAt", warning.seenAt());
        return json;
    }
}
