package dev.baton.transfer.comparison;

import dev.baton.StoredOnce;
import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** How one person judged the risk of a gap, before or after the action. Written once; a newer one of theirs counts. */
@Entity
@Audited
@Immutable
@Table(name = "gap_score")
class GapScore extends StoredOnce implements TrailSubject {

    @Id
    private UUID id;

    @NotInTrail
    private UUID aspectId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String label;

    private boolean afterAction;
    private int severity;
    private int occurrence;
    private int detection;
    private @Nullable String comment;

    @NotInTrail
    private String scoredBy;

    @NotInTrail
    private Instant scoredAt;

    @SuppressWarnings("NullAway.Init")
    protected GapScore() {}

    GapScore(
            ComparedAspect aspect,
            boolean afterAction,
            int severity,
            int occurrence,
            int detection,
            @Nullable String comment,
            String scoredBy,
            Instant now) {
        this.id = UUID.randomUUID();
        this.aspectId = aspect.id();
        this.transferId = aspect.transferId();
        this.label = aspect.stepLabel() + ", " + aspect.aspect().code();
        this.afterAction = afterAction;
        this.severity = severity;
        this.occurrence = occurrence;
        this.detection = detection;
        this.comment = comment;
        this.scoredBy = scoredBy;
        this.scoredAt = now;
    }

    UUID aspectId() {
        return aspectId;
    }

    boolean afterAction() {
        return afterAction;
    }

    String scoredBy() {
        return scoredBy;
    }

    RiskView.Score view() {
        return new RiskView.Score(scoredBy, severity, occurrence, detection, comment, scoredAt);
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("gap-score", id.toString(), label, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "scored";
    }
}
