package dev.baton.recognition;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.transfer.StepView;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** A question to those who know a step. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "step_question")
class StepQuestion extends Kept implements TrailSubject {

    private String text;

    @NotInTrail
    private UUID stepId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String stepLabel;

    @NotInTrail
    private String askedBy;

    @NotInTrail
    private Instant askedAt;

    @SuppressWarnings("NullAway.Init")
    protected StepQuestion() {}

    StepQuestion(StepView step, String by, String text, Instant now) {
        this.text = text;
        this.stepId = step.id().value();
        this.transferId = step.transferId().value();
        this.stepLabel = step.number() + " " + step.name();
        this.askedBy = by;
        this.askedAt = now;
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

    String askedBy() {
        return askedBy;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("step-question", getId().toString(), stepLabel, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "step-asked";
    }
}
