package dev.baton.transfer.comparison;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.transfer.StepView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** One aspect of one step at both units, with the gap between them and what is done about it. */
@Entity
@Audited
@Table(name = "compared_aspect")
class ComparedAspect implements TrailSubject {

    @Id
    private UUID id;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private UUID stepId;

    @NotInTrail
    private String stepLabel;

    private String aspect;
    private @Nullable String sending;
    private @Nullable String receiving;
    private String gap;
    private @Nullable String action;
    private @Nullable String owner;
    private @Nullable LocalDate dueOn;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected ComparedAspect() {}

    ComparedAspect(StepView step, Aspect aspect) {
        this.id = UUID.randomUUID();
        this.transferId = step.transferId().value();
        this.stepId = step.id().value();
        this.stepLabel = step.number() + " " + step.name();
        this.aspect = aspect.code();
        this.gap = Gap.NONE.code();
    }

    UUID id() {
        return id;
    }

    @Nullable
    Long version() {
        return lockVersion;
    }

    UUID transferId() {
        return transferId;
    }

    UUID stepId() {
        return stepId;
    }

    String stepLabel() {
        return stepLabel;
    }

    Aspect aspect() {
        return Aspect.of(aspect).orElseThrow();
    }

    /** Says anew how both units do it. */
    ComparedAspect says(Said said) {
        this.sending = said.sending();
        this.receiving = said.receiving();
        this.gap = said.gap().code();
        this.action = said.action();
        this.owner = said.owner();
        this.dueOn = said.dueOn();
        return this;
    }

    Said said() {
        return new Said(sending, receiving, Gap.of(gap).orElseThrow(), action, owner, dueOn);
    }

    /** How both units do it, and what is done about the difference; blank texts are null. */
    record Said(
            @Nullable String sending,
            @Nullable String receiving,
            Gap gap,
            @Nullable String action,
            @Nullable String owner,
            @Nullable LocalDate dueOn) {}

    @Override
    public TrailRef trailRef() {
        return new TrailRef("comparison", id.toString(), stepLabel + ", " + aspect, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "compared";
    }
}
