package dev.baton.recognition;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** What somebody says to a question about a step. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "step_answer")
class StepAnswer extends Kept implements TrailSubject {

    private String text;

    @NotInTrail
    private UUID questionId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String stepLabel;

    @NotInTrail
    private String answeredBy;

    @NotInTrail
    private Instant answeredAt;

    @SuppressWarnings("NullAway.Init")
    protected StepAnswer() {}

    StepAnswer(StepQuestion question, String by, String text, Instant now) {
        this.text = text;
        this.questionId = question.getId();
        this.transferId = question.transferId();
        this.stepLabel = question.stepLabel();
        this.answeredBy = by;
        this.answeredAt = now;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("step-question", getId().toString(), stepLabel, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "step-answered";
    }
}
