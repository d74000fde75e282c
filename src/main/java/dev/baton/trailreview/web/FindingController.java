package dev.baton.trailreview.web;

import dev.baton.trailreview.FindingId;
import dev.baton.trailreview.TrailFindings;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Findings of reviews over the API. */
@RestController
@RequestMapping("/api/trail-findings/{id}")
class FindingController {

    private final TrailFindings findings;
    private final TrailReviewJson json;

    FindingController(TrailFindings findings, TrailReviewJson json) {
        this.findings = findings;
        this.json = json;
    }

    /** What was done about it. */
    record Answer(@Nullable String text) {}

    /** What is said to that. */
    record Remark(@Nullable String remark) {}

    @GetMapping
    Map<String, @Nullable Object> one(@PathVariable String id) {
        return json.of(findings.view(FindingId.of(id)));
    }

    @PostMapping("/answer")
    Map<String, @Nullable Object> answer(@PathVariable String id, @RequestBody Answer answer) {
        return json.of(findings.answer(FindingId.of(id), answer.text()));
    }

    @PostMapping("/accept")
    Map<String, @Nullable Object> accept(@PathVariable String id, @RequestBody Remark remark) {
        return json.of(findings.accept(FindingId.of(id), remark.remark()));
    }

    @PostMapping("/give-back")
    Map<String, @Nullable Object> giveBack(@PathVariable String id, @RequestBody Remark remark) {
        return json.of(findings.giveBack(FindingId.of(id), remark.remark()));
    }
}
