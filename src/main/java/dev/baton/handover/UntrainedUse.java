package dev.baton.handover;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.transfer.StepView;
import dev.baton.verification.Reading;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** Somebody of the receiving site opened a step card and had not read and understood all of it. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
@Table(name = "untrained_use")
class UntrainedUse extends Kept implements TrailSubject {

    /** Title and version of what was not read, one a line. */
    private String texts;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private UUID stepId;

    @NotInTrail
    private String stepLabel;

    @NotInTrail
    private String usedBy;

    @NotInTrail
    private Instant usedAt;

    @SuppressWarnings("NullAway.Init")
    protected UntrainedUse() {}

    UntrainedUse(StepView step, String texts, String usedBy, Instant now) {
        this.texts = texts;
        this.transferId = step.transferId().value();
        this.stepId = step.id().value();
        this.stepLabel = step.number() + " " + step.name();
        this.usedBy = usedBy;
        this.usedAt = now;
    }

    static String texts(List<Reading> unread) {
        return unread.stream()
                .map(reading -> reading.title() + ", version " + reading.version())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("untrained-use", String.valueOf(getId()), stepLabel, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "opened-unread";
    }
}
