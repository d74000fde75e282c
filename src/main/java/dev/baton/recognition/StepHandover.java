package dev.baton.recognition;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.signature.ContentHash;
import dev.baton.transfer.StepView;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** Somebody lets go of a step, with a last word, and signs it. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "step_handover")
class StepHandover extends Kept implements TrailSubject {

    private String toUsername;

    private @Nullable String lastWord;

    @NotInTrail
    private UUID stepId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String stepLabel;

    @NotInTrail
    private String fromUsername;

    @NotInTrail
    private Instant offeredAt;

    @SuppressWarnings("NullAway.Init")
    protected StepHandover() {}

    StepHandover(StepView step, String from, String to, @Nullable String lastWord, Instant now) {
        this.toUsername = to;
        this.lastWord = lastWord;
        this.stepId = step.id().value();
        this.transferId = step.transferId().value();
        this.stepLabel = step.number() + " " + step.name();
        this.fromUsername = from;
        this.offeredAt = now;
    }

    UUID stepId() {
        return stepId;
    }

    UUID transferId() {
        return transferId;
    }

    String stepLabel() {
        return stepLabel;
    }

    String from() {
        return fromUsername;
    }

    String to() {
        return toUsername;
    }

    Instant offeredAt() {
        return offeredAt;
    }

    /** Hash over the step, from whom to whom, and the last word. */
    String hash() {
        var content = new HashMap<String, @Nullable Object>();
        content.put("step", stepId.toString());
        content.put("from", fromUsername);
        content.put("to", toUsername);
        content.put("lastWord", lastWord);
        return ContentHash.of(content);
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("step-handover", getId().toString(), stepLabel, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "step-let-go";
    }
}
