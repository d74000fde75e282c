package dev.baton.verification;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** A set of samples that an expert and a receiver judge blind, twice. Written once. */
@Entity
@Audited
@Immutable
@Table(name = "calibration")
@SuppressWarnings("UnusedVariable") // Hibernate reads the columns
class Calibration extends WrittenOnce implements TrailSubject {

    @NotInTrail
    private String stepLabel;

    private UUID stepId;
    private String title;
    private String question;
    private String sense;
    private String answers;
    private String expert;
    private String receiver;
    private String createdBy;
    private Instant createdAt;

    @NotInTrail
    private long seed;

    @SuppressWarnings("NullAway.Init")
    protected Calibration() {}

    Calibration(StepView step, CalibrationForm form, String createdBy, Instant now, long seed) {
        super(step.transferId());
        this.stepId = step.id().value();
        this.stepLabel = RunReading.label(step);
        this.title = form.title().strip();
        this.question = form.question().strip();
        this.sense = form.sense();
        this.answers = String.join("\n", form.answers());
        this.expert = form.expert();
        this.receiver = form.receiver();
        this.createdBy = createdBy;
        this.createdAt = now;
        this.seed = seed;
    }

    StepId stepId() {
        return new StepId(stepId);
    }

    String stepLabel() {
        return stepLabel;
    }

    String title() {
        return title;
    }

    String question() {
        return question;
    }

    String sense() {
        return sense;
    }

    List<String> answers() {
        return List.of(answers.split("\n", -1));
    }

    String expert() {
        return expert;
    }

    String receiver() {
        return receiver;
    }

    boolean isOf(String username) {
        return expert.equals(username) || receiver.equals(username);
    }

    Instant createdAt() {
        return createdAt;
    }

    long seed() {
        return seed;
    }

    @Override
    public TrailRef trailRef() {
        return inTrail("calibration", title);
    }
}
