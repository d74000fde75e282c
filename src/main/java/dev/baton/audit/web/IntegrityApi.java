package dev.baton.audit.web;

import dev.baton.Page;
import dev.baton.audit.IntegrityChecks;
import dev.baton.audit.IntegrityRunView;
import dev.baton.audit.IntegrityRunView.FoundView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The integrity checks over the API: begin, watch, stop, explain. */
@RestController
@RequestMapping("/api/integrity-checks")
class IntegrityApi {

    private final IntegrityChecks checks;

    IntegrityApi(IntegrityChecks checks) {
        this.checks = checks;
    }

    record Begun(String id) {}

    record ReasonForm(@Nullable String reason) {}

    /** Who explained a finding, when, and how. */
    record ResolutionJson(String username, Instant at, String reason) {}

    /** A finding in JSON. */
    record FindingJson(
            int no,
            String check,
            String where,
            String kind,
            String what,
            String advice,
            @Nullable ResolutionJson resolution) {

        static FindingJson of(FoundView found) {
            var resolution = found.resolution();
            return new FindingJson(
                    found.no(),
                    found.check(),
                    found.where(),
                    found.kind(),
                    found.what(),
                    found.advice(),
                    resolution == null
                            ? null
                            : new ResolutionJson(resolution.username(), resolution.at(), resolution.reason()));
        }
    }

    /**
     * A run in JSON.
     *
     * @param everything whether the whole ledger was looked at, or only what is new since it was last found right
     * @param done records the check at work has looked at, of {@code total}; zero of zero before it knows
     */
    record RunJson(
            String id,
            String state,
            String startedBy,
            boolean everything,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String check,
            int checkNumber,
            int checks,
            long done,
            long total,
            int open,
            List<FindingJson> findings) {

        static RunJson of(IntegrityRunView run) {
            return new RunJson(
                    run.id().toString(),
                    run.state(),
                    run.startedBy(),
                    run.everything(),
                    run.startedAt(),
                    run.finishedAt(),
                    run.step(),
                    run.stepNumber(),
                    run.steps(),
                    run.done(),
                    run.total(),
                    run.open(),
                    run.findings().stream().map(FindingJson::of).toList());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun begin() {
        return new Begun(checks.start().toString());
    }

    @GetMapping
    Page<RunJson> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
        return checks.list(after, Page.requireLimit(limit)).map(RunJson::of);
    }

    @GetMapping("/{id}")
    RunJson run(@PathVariable String id) {
        return RunJson.of(checks.run(UUID.fromString(id)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String id) {
        checks.cancel(UUID.fromString(id));
    }

    @PostMapping("/{id}/findings/{no}/explain")
    RunJson explain(@PathVariable String id, @PathVariable int no, @RequestBody ReasonForm form) {
        return RunJson.of(checks.resolve(UUID.fromString(id), no, form.reason()));
    }
}
