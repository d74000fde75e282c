package dev.baton.capture.web;

import dev.baton.capture.Differences;
import dev.baton.capture.Differences.Found;
import dev.baton.capture.ItemContent.Threshold;
import dev.baton.transfer.StepId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Said against done, as JSON. Nothing of what is sent is kept. */
@RestController
@RequestMapping("/api/steps/{stepId}/differences")
@Tag(name = "Differences")
class DifferenceController {

    private final Differences differences;

    DifferenceController(Differences differences) {
        this.differences = differences;
    }

    /** What is told, as it stands in a draft, and the language it is told in: {@code en} when none is given. */
    record Said(
            @Nullable String whatIsDone,
            @Nullable String cue,
            @Nullable Threshold threshold,
            @Nullable String language) {}

    @PostMapping
    @Operation(
            summary = "Where what is told differs from the official instruction, as a comparison proposes it; rest are"
                    + " the clauses of the instruction that are not spoken of; inside tells whether another value lies"
                    + " inside the official range")
    Map<String, @Nullable Object> propose(@PathVariable String stepId, @RequestBody Said said) {
        var proposed = differences.propose(
                StepId.of(stepId), said.whatIsDone(), said.cue(), said.threshold(), said.language());
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put(
                "differences",
                proposed.found().stream().map(DifferenceController::json).toList());
        json.put("rest", proposed.rest());
        return json;
    }

    private static Map<String, @Nullable Object> json(Found found) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("class", found.difference().kind());
        json.put("official", found.difference().official());
        json.put("done", found.difference().done());
        json.put("inside", found.inside());
        return json;
    }
}
