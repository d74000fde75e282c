package dev.baton.review;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.capture.ItemView;
import dev.baton.signature.SignatureView;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A signed yes or "not yet" at one stage of one version. Written once. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "review_decision")
class ReviewDecision extends RoundRecord implements TrailSubject {

    private String stage;
    private String decision;
    private @Nullable String comment;
    private @Nullable String sections;

    @NotInTrail
    private String decidedBy;

    @NotInTrail
    private Instant decidedAt;

    @NotInTrail
    private UUID signatureId;

    @SuppressWarnings("NullAway.Init")
    protected ReviewDecision() {}

    ReviewDecision(
            ItemView item,
            Stage stage,
            Decision decision,
            @Nullable String comment,
            @Nullable String sections,
            SignatureView signature) {
        super(item);
        this.stage = stage.code();
        this.decision = decision.code();
        this.comment = comment;
        this.sections = sections;
        this.decidedBy = signature.username();
        this.decidedAt = signature.signedAt();
        this.signatureId = signature.id();
    }

    @Override
    public TrailRef trailRef() {
        return inTrail("review-decision");
    }

    @Override
    public String trailedAs() {
        return is(Decision.ACCEPT) ? "accepted" : "refused";
    }

    boolean is(Decision what) {
        return decision.equals(what.code());
    }

    Stage stage() {
        return Stage.ofCode(stage).orElseThrow();
    }

    @Nullable
    String comment() {
        return comment;
    }

    @Nullable
    String sections() {
        return sections;
    }

    String decidedBy() {
        return decidedBy;
    }

    UUID signatureId() {
        return signatureId;
    }
}
