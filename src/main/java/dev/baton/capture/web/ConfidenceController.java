package dev.baton.capture.web;

import dev.baton.capture.Confidence;
import dev.baton.capture.ItemId;
import dev.baton.identity.Reasons;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How an author stands by what they wrote in confidence. */
@RestController
@RequestMapping("/api/items/{id}/step-out")
@Tag(name = "Items")
class ConfidenceController {

    private final Confidence confidence;

    ConfidenceController(Confidence confidence) {
        this.confidence = confidence;
    }

    /** Why. */
    record SteppingOut(@Nullable String reason) {}

    @PostMapping
    @Operation(summary = "The author steps out of confidence with this item and all they submitted together with it")
    Map<String, List<String>> stepOut(@PathVariable String id, @RequestBody SteppingOut out) {
        return Reasons.require(
                out.reason(),
                () -> Map.of(
                        "items",
                        confidence.stepOut(ItemId.of(id)).stream()
                                .map(ItemId::toString)
                                .toList()));
    }
}
