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

/** What quality found about one version, signed. Written once; the next version is triaged anew. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "triage")
class Triage extends RoundRecord implements TrailSubject {

    private String outcome;
    private @Nullable String reference;
    private @Nullable String comment;
    private @Nullable String condition;
    private @Nullable String category;

    @NotInTrail
    private String triagedBy;

    @NotInTrail
    private Instant triagedAt;

    @NotInTrail
    private UUID signatureId;

    @SuppressWarnings("NullAway.Init")
    protected Triage() {}

    Triage(
            ItemView item,
            TriageOutcome outcome,
            @Nullable String reference,
            @Nullable EstablishedCondition condition,
            @Nullable String comment,
            SignatureView signature) {
        super(item);
        this.outcome = outcome.code();
        this.reference = reference;
        this.comment = comment;
        this.condition = condition == null ? null : condition.id();
        this.category = condition == null ? null : condition.category();
        this.triagedBy = signature.username();
        this.triagedAt = signature.signedAt();
        this.signatureId = signature.id();
    }

    TriageOutcome outcome() {
        return TriageOutcome.ofCode(outcome).orElseThrow();
    }

    @Nullable
    String reference() {
        return reference;
    }

    String triagedBy() {
        return triagedBy;
    }

    UUID signatureId() {
        return signatureId;
    }

    @Override
    public TrailRef trailRef() {
        return inTrail("triage");
    }

    @Override
    public String trailedAs() {
        return "triaged";
    }

    TriageView view(boolean onHold) {
        return new TriageView(outcome(), reference, condition, category, onHold, triagedBy, triagedAt);
    }
}
