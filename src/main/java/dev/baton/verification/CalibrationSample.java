package dev.baton.verification;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** One sample of a set: a picture, or something on the bench with a label. Written once. */
@Entity
@Audited
@Immutable
@Table(name = "calibration_sample")
@SuppressWarnings("UnusedVariable") // Hibernate reads the columns
class CalibrationSample extends WrittenOnce implements TrailSubject {

    @NotInTrail
    private UUID calibrationId;

    private int position;
    private String label;
    private @Nullable UUID fileId;

    @SuppressWarnings("NullAway.Init")
    protected CalibrationSample() {}

    CalibrationSample(Calibration calibration, int position, String label, @Nullable UUID fileId) {
        super(calibration.transferId());
        this.calibrationId = calibration.getId();
        this.position = position;
        this.label = label;
        this.fileId = fileId;
    }

    UUID calibrationId() {
        return calibrationId;
    }

    String label() {
        return label;
    }

    @Nullable
    UUID fileId() {
        return fileId;
    }

    @Override
    public TrailRef trailRef() {
        return inTrail("calibration-sample", label);
    }

    @Override
    public String trailedAs() {
        return "sampled";
    }
}
