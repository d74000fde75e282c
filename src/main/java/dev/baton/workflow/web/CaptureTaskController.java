package dev.baton.workflow.web;

import dev.baton.Refusal.Fault;
import dev.baton.capture.CaptureView;
import dev.baton.identity.Reasons;
import dev.baton.workflow.TaskRefusals.CommandRefused;
import dev.baton.workflow.Tasks;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a capture task is done: with which method, who asks, and when it suits. */
@RestController
@RequestMapping("/api/tasks/{taskId}")
class CaptureTaskController {

    private final Tasks tasks;

    CaptureTaskController(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Another method, and why. */
    record Choice(@Nullable String method, @Nullable String reason) {}

    /** Who asks, and how many minutes it took. */
    record Asking(@Nullable String interviewer, @Nullable Integer minutes) {}

    /** Until when not. */
    record Pause(@Nullable Instant until) {}

    /** Whether in confidence. */
    record Discretion(@Nullable Boolean inConfidence) {}

    @PostMapping("/method")
    @Operation(summary = "The transfer lead chooses another elicitation method for a capture")
    Map<String, @Nullable Object> method(@PathVariable String taskId, @RequestBody Choice choice) {
        var method = choice.method();
        if (method == null || method.isBlank()) {
            throw new CommandRefused(List.of(Fault.of("method", "text.missing")));
        }
        return Reasons.require(
                choice.reason(),
                () -> answer(taskId, tasks.chooseMethod(taskId, method, String.valueOf(choice.reason()))));
    }

    @PostMapping("/interview")
    @Operation(summary = "Names who asks and writes in a capture, and how long it took; null for nobody")
    Map<String, @Nullable Object> interview(@PathVariable String taskId, @RequestBody Asking asking) {
        return answer(taskId, tasks.interview(taskId, asking.interviewer(), asking.minutes()));
    }

    @PostMapping("/not-now")
    @Operation(summary = "The expert puts a capture off until that moment; null takes it back")
    Map<String, @Nullable Object> notNow(@PathVariable String taskId, @RequestBody Pause pause) {
        return answer(taskId, tasks.notNow(taskId, pause.until()));
    }

    @PostMapping("/confidence")
    @Operation(summary = "The expert will submit a capture in confidence, or openly after all")
    Map<String, @Nullable Object> confidence(@PathVariable String taskId, @RequestBody Discretion discretion) {
        var inConfidence = discretion.inConfidence();
        if (inConfidence == null) {
            throw new CommandRefused(List.of(Fault.of("inConfidence", "text.missing")));
        }
        var json = answer(taskId, tasks.confide(taskId, inConfidence));
        json.put("inConfidence", inConfidence);
        return json;
    }

    private static Map<String, @Nullable Object> answer(String taskId, CaptureView capture) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("taskId", taskId);
        json.put("method", capture.method());
        json.put("part", capture.part());
        json.put("interview", capture.interview());
        json.put("notNowUntil", capture.notNowUntil());
        return json;
    }
}
