package dev.baton.verification.web;

import dev.baton.capture.ItemJson;
import dev.baton.verification.Cue;
import dev.baton.verification.CueScore;
import dev.baton.verification.DemonstrationState;
import dev.baton.verification.RunView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs, cues and states as the API shows them. */
final class RunJson {

    private RunJson() {}

    static Map<String, @Nullable Object> of(DemonstrationState state) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("state", state.status().code());
        json.put("unaided", state.unaided());
        json.put("needed", state.needed());
        json.put("practiceRuns", state.practiceRuns());
        json.put("passedAt", state.passedAt());
        json.put("toShow", state.toShow().stream().map(Object::toString).toList());
        return json;
    }

    static Map<String, @Nullable Object> of(Cue cue) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("itemId", cue.item().toString());
        json.put("version", cue.version());
        json.put("title", cue.title());
        json.put("cue", cue.cue());
        json.put("sense", cue.sense());
        json.put("threshold", cue.threshold());
        json.put("critical", cue.critical());
        return json;
    }

    static Map<String, @Nullable Object> of(RunView run) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", run.id().toString());
        json.put("transferId", run.transferId().toString());
        json.put("stepId", run.stepId().toString());
        json.put("step", run.step());
        json.put("kind", run.kind().code());
        json.put("state", run.state().name().toLowerCase(Locale.ROOT));
        json.put("number", run.number() == 0 ? null : run.number());
        json.put("receiver", run.receiver().username());
        json.put("receiverName", run.receiver().name());
        json.put("expert", run.expert().username());
        json.put("expertName", run.expert().name());
        json.put("agreedAt", run.agreedAt());
        json.put("endedAt", run.endedAt());
        json.put("version", run.counter());
        json.put("prompts", run.prompts());
        json.put("rightFirstTime", run.rightFirstTime());
        var result = run.result();
        json.put("result", result == null ? null : result.code());
        json.put("cues", run.cues().stream().map(RunJson::scored).toList());
        json.put("criticalNamed", run.criticalNamed());
        json.put("criticalTotal", run.criticalTotal());
        json.put("remark", run.remark());
        json.put("stopReason", run.stopReason());
        json.put("contentHash", run.contentHash());
        json.put("unaltered", run.unaltered());
        json.put("canonical", run.canonical());
        json.put("signatures", signatures(run));
        return json;
    }

    private static List<Map<String, @Nullable Object>> signatures(RunView run) {
        var hash = run.contentHash();
        return run.signatures().stream()
                .map(signature -> ItemJson.signature(signature, hash != null && signature.isValidFor(hash)))
                .<Map<String, @Nullable Object>>map(LinkedHashMap::new)
                .toList();
    }

    private static Map<String, @Nullable Object> scored(CueScore scored) {
        var json = of(scored.cue());
        json.put("score", scored.score());
        json.put("named", scored.score() == null ? null : scored.named());
        json.put("text", scored.text());
        return json;
    }
}
