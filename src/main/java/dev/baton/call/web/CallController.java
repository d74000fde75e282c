package dev.baton.call.web;

import dev.baton.Page;
import dev.baton.call.CallId;
import dev.baton.call.CallView;
import dev.baton.call.Calls;
import dev.baton.transfer.TransferId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Calls for contributions over the API: publish, join, say what one writes, end. */
@RestController
@RequestMapping("/api")
@Tag(name = "Calls")
class CallController {

    private final Calls calls;

    CallController(Calls calls) {
        this.calls = calls;
    }

    /** A call to publish. */
    record Publication(
            @Nullable String theme, @Nullable String words, @Nullable List<String> steps, @Nullable LocalDate until) {}

    /** What somebody writes. */
    record Choice(@Nullable String step, @Nullable String title) {}

    /** Why. */
    record Why(@Nullable String reason) {}

    @GetMapping("/transfers/{id}/calls")
    @Operation(summary = "The calls of a transfer, oldest first")
    Page<Map<String, @Nullable Object>> list(@PathVariable String id) {
        List<Map<String, @Nullable Object>> all =
                calls.of(TransferId.of(id)).stream().map(CallController::json).toList();
        return new Page<>(all, null);
    }

    @PostMapping("/transfers/{id}/calls")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Publishes a call; the lead only")
    Map<String, @Nullable Object> publish(@PathVariable String id, @RequestBody Publication call) {
        var published = calls.publish(
                TransferId.of(id),
                call.theme(),
                call.words(),
                call.steps() == null ? List.of() : call.steps(),
                call.until());
        return json(calls.require(published));
    }

    @GetMapping("/calls/{id}")
    @Operation(summary = "One call, with who joined and what is written")
    Map<String, @Nullable Object> one(@PathVariable String id) {
        return json(calls.require(CallId.of(id)));
    }

    @PostMapping("/calls/{id}/join")
    @Operation(summary = "The caller joins; a second time changes nothing")
    Map<String, @Nullable Object> join(@PathVariable String id) {
        return json(calls.join(CallId.of(id)));
    }

    @PostMapping("/calls/{id}/contributions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "The caller says what they write; a capture opens for it")
    Map<String, String> pledge(@PathVariable String id, @RequestBody Choice choice) {
        return Map.of(
                "captureId",
                calls.pledge(CallId.of(id), choice.step(), choice.title()).toString());
    }

    @PostMapping("/calls/{id}/close")
    @Operation(summary = "Ends the call before its day; the lead only")
    Map<String, @Nullable Object> close(@PathVariable String id, @RequestBody Why why) {
        return json(calls.close(CallId.of(id), why.reason()));
    }

    private static Map<String, @Nullable Object> json(CallView call) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", call.id().toString());
        json.put("transferId", call.transferId().toString());
        json.put("theme", call.theme());
        json.put("words", call.words());
        json.put("steps", call.steps());
        json.put("until", call.until().toString());
        json.put("publishedBy", call.publishedBy());
        json.put("open", call.open());
        json.put("people", call.people());
        json.put("contributions", call.contributions());
        json.put("told", call.told());
        json.put("joined", call.joined());
        return json;
    }
}
