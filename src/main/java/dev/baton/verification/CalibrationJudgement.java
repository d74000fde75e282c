package dev.baton.verification;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** What one person said of one sample in one round. Written once. */
@Entity
@Audited
@Immutable
@Table(name = "calibration_judgement")
@SuppressWarnings("UnusedVariable") // Hibernate reads the columns
class CalibrationJudgement extends WrittenOnce implements TrailSubject {

    @NotInTrail
    private UUID calibrationId;

    @NotInTrail
    private UUID sampleId;

    @NotInTrail
    private String sampleLabel;

    @NotInTrail
    private String username;

    private int round;
    private String answer;

    @NotInTrail
    private Instant judgedAt;

    @SuppressWarnings("NullAway.Init")
    protected CalibrationJudgement() {}

    CalibrationJudgement(CalibrationSample sample, String username, int round, String answer, Instant now) {
        super(sample.transferId());
        this.calibrationId = sample.calibrationId();
        this.sampleId = sample.getId();
        this.sampleLabel = sample.label();
        this.username = username;
        this.round = round;
        this.answer = answer;
        this.judgedAt = now;
    }

    UUID sampleId() {
        return sampleId;
    }

    String username() {
        return username;
    }

    int round() {
        return round;
    }

    String answer() {
        return answer;
    }

    Instant judgedAt() {
        return judgedAt;
    }

    @Override
    public TrailRef trailRef() {
        return inTrail("calibration-judgement", sampleLabel);
    }

    @Override
    public String trailedAs() {
        return "judged";
    }
}
