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

/** A step that was handed to somebody is not taken: they said no, or its carrier keeps it. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "step_offer_ended")
class OfferEnded extends Kept implements TrailSubject {

    private UUID handoverId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String stepLabel;

    @NotInTrail
    private Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected OfferEnded() {}

    OfferEnded(StepHandover handover, Instant now) {
        this.handoverId = handover.getId();
        this.transferId = handover.transferId();
        this.stepLabel = handover.stepLabel();
        this.endedAt = now;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("step-handover", handoverId.toString(), stepLabel, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "step-offer-ended";
    }
}
