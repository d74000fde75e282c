package dev.baton.verification;

import dev.baton.StoredOnce;
import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.capture.ItemId;
import dev.baton.signature.ContentHash;
import dev.baton.signature.SignedSubject;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A formal run as it ended: written once, before the first of its two signatures, and bound by its hash. */
@Entity
@Audited
@Immutable
@Table(name = "demonstration_run")
class DemonstrationRun extends StoredOnce implements TrailSubject {

    /** Type of the signed subject. */
    static final String SUBJECT = "demonstration";

    @Id
    private UUID id;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private UUID stepId;

    @NotInTrail
    private String stepLabel;

    private String kind;
    private int number;
    private String receiver;
    private String expert;
    private Instant agreedAt;
    private Instant endedAt;
    private int prompts;
    private @Nullable Boolean rightFirstTime;
    private String result;
    private int criticalNamed;
    private int criticalTotal;
    private int neededRuns;
    private int neededCues;
    private String cues;
    private @Nullable String remark;
    private @Nullable String stopReason;

    @Column(length = 64)
    private String contentHash;

    @SuppressWarnings("NullAway.Init")
    protected DemonstrationRun() {}

    private DemonstrationRun(
            OpenRun open,
            String stepLabel,
            int number,
            PassRule rule,
            RunResult result,
            @Nullable String stopReason,
            Instant now) {
        this.id = open.id().value();
        this.transferId = open.transferId().value();
        this.stepId = open.stepId().value();
        this.stepLabel = stepLabel;
        this.kind = open.kind().code();
        this.number = number;
        this.receiver = open.receiver();
        this.expert = open.expert();
        this.agreedAt = open.agreedAt();
        this.endedAt = now;
        this.prompts = open.progress().prompts();
        this.rightFirstTime = open.progress().rightFirstTime();
        this.result = result.code();
        this.criticalNamed = open.criticalNamed();
        this.criticalTotal = open.criticalTotal();
        this.neededRuns = rule.runs();
        this.neededCues = rule.criticalCues();
        this.cues = CueJson.write(open.scores());
        this.remark = open.progress().remark();
        this.stopReason = stopReason;
        this.contentHash = currentHash();
    }

    /** The run came to its end. */
    static DemonstrationRun ended(OpenRun open, String stepLabel, int number, PassRule rule, Instant now) {
        var result = rule.result(
                open.kind(),
                open.progress().prompts(),
                Boolean.TRUE.equals(open.progress().rightFirstTime()),
                open.criticalNamed(),
                open.criticalTotal());
        return new DemonstrationRun(open, stepLabel, number, rule, result, null, now);
    }

    /** The run was stopped. */
    static DemonstrationRun stopped(
            OpenRun open, String stepLabel, int number, PassRule rule, String reason, Instant now) {
        return new DemonstrationRun(open, stepLabel, number, rule, RunResult.STOPPED, reason, now);
    }

    RunId id() {
        return new RunId(id);
    }

    TransferId transferId() {
        return new TransferId(transferId);
    }

    StepId stepId() {
        return new StepId(stepId);
    }

    String stepLabel() {
        return stepLabel;
    }

    RunKind kind() {
        return RunKind.of(kind);
    }

    int number() {
        return number;
    }

    String receiver() {
        return receiver;
    }

    String expert() {
        return expert;
    }

    Instant agreedAt() {
        return agreedAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    int prompts() {
        return prompts;
    }

    @Nullable
    Boolean rightFirstTime() {
        return rightFirstTime;
    }

    RunResult result() {
        return RunResult.of(result);
    }

    int criticalNamed() {
        return criticalNamed;
    }

    int criticalTotal() {
        return criticalTotal;
    }

    @Nullable
    String remark() {
        return remark;
    }

    @Nullable
    String stopReason() {
        return stopReason;
    }

    String contentHash() {
        return contentHash;
    }

    List<CueScore> cues() {
        return CueJson.read(cues);
    }

    boolean isStopped() {
        return result() == RunResult.STOPPED;
    }

    /** The item versions whose cues were named in it. */
    Map<ItemId, Integer> named() {
        return cues().stream()
                .filter(CueScore::named)
                .collect(Collectors.toMap(
                        scored -> scored.cue().item(), scored -> scored.cue().version(), (a, b) -> a));
    }

    SignedSubject subject() {
        return new SignedSubject(SUBJECT, id, 1, label(), transferId, null);
    }

    /** Hash of what is stored now; differs from {@link #contentHash()} when something was altered. */
    final String currentHash() {
        return ContentHash.of(content());
    }

    /** What is signed. */
    final Map<String, @Nullable Object> content() {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("record", SUBJECT);
        content.put("id", id.toString());
        content.put("transferId", transferId.toString());
        content.put("stepId", stepId.toString());
        content.put("step", stepLabel);
        content.put("kind", kind);
        content.put("number", number);
        content.put("receiver", receiver);
        content.put("expert", expert);
        content.put("agreedFormalAt", agreedAt.toString());
        content.put("endedAt", endedAt.toString());
        content.put("prompts", prompts);
        content.put("rightFirstTime", rightFirstTime);
        content.put("result", result);
        content.put("criticalCuesNamed", criticalNamed);
        content.put("criticalCuesTotal", criticalTotal);
        content.put("rule", Map.of("runs", neededRuns, "criticalCues", neededCues));
        content.put("cues", CueJson.maps(cues()));
        content.put("remark", remark);
        content.put("stopReason", stopReason);
        return content;
    }

    private String label() {
        return stepLabel + ", " + kind + " " + number;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef(SUBJECT, id.toString(), label(), transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return stopReason == null ? "showed" : "run-stopped";
    }
}
