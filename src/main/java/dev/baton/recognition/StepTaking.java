package dev.baton.recognition;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.signature.ContentHash;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** Somebody takes a step on, with a first word, and signs it. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "step_taking")
class StepTaking extends Kept implements TrailSubject {

    private @Nullable String firstWord;

    @NotInTrail
    private UUID handoverId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String stepLabel;

    @NotInTrail
    private Instant takenAt;

    @SuppressWarnings("NullAway.Init")
    protected StepTaking() {}

    StepTaking(StepHandover handover, @Nullable String firstWord, Instant now) {
        this.firstWord = firstWord;
        this.handoverId = handover.getId();
        this.transferId = handover.transferId();
        this.stepLabel = handover.stepLabel();
        this.takenAt = now;
    }

    /** Hash over what was let go and the first word. */
    String hash() {
        var content = new HashMap<String, @Nullable Object>();
        content.put("handover", handoverId.toString());
        content.put("firstWord", firstWord);
        return ContentHash.of(content);
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("step-handover", getId().toString(), stepLabel, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "step-taken";
    }
}
