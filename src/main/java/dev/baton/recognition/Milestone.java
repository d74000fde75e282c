package dev.baton.recognition;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.transfer.TransferView;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** A share of the process that has been told, approved or transferred; reached once. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "milestone")
class Milestone extends Kept implements TrailSubject {

    private String measure;
    private int percent;
    private int steps;
    private int ofSteps;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String transferName;

    @NotInTrail
    private Instant reachedAt;

    @SuppressWarnings("NullAway.Init")
    protected Milestone() {}

    Milestone(TransferView transfer, String measure, int percent, int steps, Instant now) {
        this.measure = measure;
        this.percent = percent;
        this.steps = steps;
        this.ofSteps = transfer.steps();
        this.transferId = transfer.id().value();
        this.transferName = transfer.name();
        this.reachedAt = now;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("milestone", getId().toString(), transferName, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "milestone-reached";
    }
}
