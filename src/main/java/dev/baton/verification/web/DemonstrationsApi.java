package dev.baton.verification.web;

import dev.baton.Page;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.ItemId;
import dev.baton.identity.Acting;
import dev.baton.transfer.StepId;
import dev.baton.transfer.Transfers;
import dev.baton.verification.CriticalCues;
import dev.baton.verification.DemonstrationStates;
import dev.baton.verification.Demonstrations;
import dev.baton.verification.Demonstrations.Agreement;
import dev.baton.verification.FollowUps;
import dev.baton.verification.RunKind;
import dev.baton.verification.RunProgress;
import dev.baton.verification.RunProgress.Judged;
import dev.baton.verification.VerificationRefusals.EntryRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Demonstrations of a step at the receiving site. */
@RestController
@RequestMapping("/api/steps/{stepId}")
@Tag(name = "Demonstrations")
class DemonstrationsApi {

    private final Transfers transfers;
    private final Demonstrations demonstrations;
    private final DemonstrationStates states;
    private final CriticalCues cues;
    private final FollowUps followUps;

    DemonstrationsApi(
            Transfers transfers,
            Demonstrations demonstrations,
            DemonstrationStates states,
            CriticalCues cues,
            FollowUps followUps) {
        this.transfers = transfers;
        this.demonstrations = demonstrations;
        this.states = states;
        this.cues = cues;
        this.followUps = followUps;
    }

    /** How one cue went. */
    record Scored(@Nullable String itemId, @Nullable Integer score, @Nullable Boolean text) {}

    /** A run: practice needs its kind alone. */
    record NewRun(
            @Nullable String kind,
            @Nullable Boolean formal,
            @Nullable String receiver,
            @Nullable String expert,
            @Nullable List<String> agreedBy,
            @Nullable Integer prompts,
            @Nullable Boolean rightFirstTime,
            @Nullable String remark,
            @Nullable List<Scored> cues) {}

    /** Which cues are critical, and why that changes. */
    record Marks(@Nullable List<Mark> cues, @Nullable String reason) {}

    /** Whether one cue is critical. */
    record Mark(@Nullable String itemId, @Nullable Boolean critical) {}

    /** A question on the text of an item. */
    record Question(@Nullable String itemId, @Nullable String text) {}

    /** Something that was seen and that no item tells. */
    record Surprise(@Nullable String expert, @Nullable String text) {}

    @GetMapping("/demonstrations")
    @Operation(
            summary = "Where the step stands, its cues, and the runs that the caller may see, the newest first",
            description = "Runs are seen by the pair, quality and the transfer's lead.")
    Map<String, @Nullable Object> ofStep(
            @PathVariable String stepId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
        var step = transfers.requireStep(StepId.of(stepId));
        var runs = demonstrations.ofStep(step.id());
        var ids = runs.stream().map(run -> run.id().toString()).toList();
        var from = after == null ? 0 : ids.indexOf(after) + 1;
        var page = Page.of(
                        runs.subList(from, Math.min(runs.size(), from + Page.requireLimit(limit) + 1)),
                        limit,
                        run -> run.id().toString())
                .map(RunJson::of);
        var json = RunJson.of(states.of(step.id()));
        json.put("cues", cues.ofStep(step.id()).stream().map(RunJson::of).toList());
        json.put("items", page.items());
        json.put("next", page.next());
        return json;
    }

    @PostMapping("/demonstrations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Counts a practice run, or begins a formal one that both agreed on",
            description = "Practice leaves a count and nothing else. A formal run is open until both have signed it.")
    Map<String, @Nullable Object> add(@PathVariable String stepId, @RequestBody NewRun run) {
        var step = StepId.of(stepId);
        var kind = run.kind() == null ? null : RunKind.ofCode(run.kind()).orElse(null);
        if (Boolean.TRUE.equals(run.formal())) {
            var agreement = new Agreement(
                    kind, run.receiver(), run.expert(), run.agreedBy() == null ? List.of() : run.agreedBy());
            return RunJson.of(demonstrations.begin(
                    step, agreement, progress(run.prompts(), run.rightFirstTime(), run.remark(), run.cues())));
        }
        transfers.requireStep(step);
        if (kind == null) {
            throw new EntryRefused(List.of(Fault.of("kind", "verification.kind-unknown")));
        }
        return RunJson.of(demonstrations.practise(step, kind));
    }

    @PutMapping("/critical-cues")
    @Operation(summary = "An expert or receiver of the team says which cues are critical")
    Map<String, @Nullable Object> mark(@PathVariable String stepId, @RequestBody Marks marks) {
        var wanted = new LinkedHashMap<ItemId, Boolean>();
        var given = marks.cues() == null ? List.<Mark>of() : marks.cues();
        for (int i = 0; i < given.size(); i++) {
            var mark = given.get(i);
            if (mark.itemId() == null || mark.critical() == null) {
                throw new EntryRefused(List.of(Fault.of("cues[" + i + "]", "text.missing")));
            }
            wanted.put(item("cues[" + i + "].itemId", mark.itemId()), mark.critical());
        }
        var step = StepId.of(stepId);
        var reason = marks.reason();
        var now = Acting.because(Texts.stripped(reason), () -> cues.mark(step, wanted));
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("cues", now.stream().map(RunJson::of).toList());
        return json;
    }

    @PostMapping("/missed-cues")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A cue was missed because of the text: its author is asked")
    Map<String, @Nullable Object> question(@PathVariable String stepId, @RequestBody Question question) {
        var step = StepId.of(stepId);
        transfers.requireStep(step);
        var item = item("itemId", question.itemId());
        followUps.question(step, item, question.text());
        return Map.of("itemId", item.toString());
    }

    @PostMapping("/surprises")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Something was seen that no item tells: the expert is asked to tell it")
    Map<String, @Nullable Object> surprise(@PathVariable String stepId, @RequestBody Surprise surprise) {
        var capture = followUps.surprise(StepId.of(stepId), surprise.expert(), surprise.text());
        return Map.of("captureId", capture.toString());
    }

    static RunProgress progress(
            @Nullable Integer prompts,
            @Nullable Boolean rightFirstTime,
            @Nullable String remark,
            @Nullable List<Scored> cues) {
        var judged = new ArrayList<Judged>();
        var given = cues == null ? List.<Scored>of() : cues;
        for (int i = 0; i < given.size(); i++) {
            judged.add(new Judged(
                    item("cues[" + i + "].itemId", given.get(i).itemId()),
                    given.get(i).score(),
                    given.get(i).text()));
        }
        var words = remark == null || remark.isBlank() ? null : remark;
        return new RunProgress(Objects.requireNonNullElse(prompts, 0), rightFirstTime, words, List.copyOf(judged));
    }

    private static ItemId item(String where, @Nullable String id) {
        try {
            return ItemId.of(Objects.requireNonNullElse(id, ""));
        } catch (IllegalArgumentException e) {
            throw new EntryRefused(List.of(Fault.of(where, "verification.cue-unknown")));
        }
    }
}
