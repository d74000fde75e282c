package dev.baton.recognition;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.capture.ItemView;
import dev.baton.contradiction.ContradictionEvent.Arbitrated;
import dev.baton.review.Reviews.Contribution;
import dev.baton.transfer.StepView;
import dev.baton.verification.VerificationEvent.StepDemonstrated;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A person's part in what is kept, earned by one signature and by nothing else. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "credit")
class Credit extends Kept implements TrailSubject {

    static final String ARBITRATED = "arbitrated";
    static final String WROTE_OUT = "wrote-out";

    private String username;
    private String act;
    private UUID signatureId;

    @NotInTrail
    private @Nullable UUID itemId;

    @NotInTrail
    private @Nullable Integer itemVersion;

    @NotInTrail
    private @Nullable UUID stepId;

    @NotInTrail
    private String itemTitle;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private Instant signedAt;

    @NotInTrail
    private Instant creditedAt;

    @SuppressWarnings("NullAway.Init")
    protected Credit() {}

    Credit(ItemView item, int version, String title, Contribution contribution, Instant now) {
        this.username = contribution.username();
        this.act = contribution.act();
        this.signatureId = contribution.signatureId();
        this.itemId = item.itemId().value();
        this.itemVersion = version;
        this.stepId = item.stepId().value();
        this.itemTitle = title;
        this.transferId = item.transferId().value();
        this.signedAt = contribution.at();
        this.creditedAt = now;
    }

    /** What somebody showed at a step, or saw being shown. */
    Credit(StepView step, StepDemonstrated.Share share, Instant now) {
        this.username = share.username();
        this.act = share.act();
        this.signatureId = share.signatureId();
        this.stepId = step.id().value();
        this.itemTitle = step.number() + " " + step.name();
        this.transferId = step.transferId().value();
        this.signedAt = share.at();
        this.creditedAt = now;
    }

    /** Of whoever said what holds of two voices on a step. */
    Credit(Arbitrated event, Instant now) {
        this.username = event.arbiter();
        this.act = ARBITRATED;
        this.signatureId = event.signatureId();
        this.stepId = event.stepId().value();
        this.itemTitle = event.title();
        this.transferId = event.transferId().value();
        this.signedAt = event.at();
        this.creditedAt = now;
    }

    UUID signatureId() {
        return signatureId;
    }

    @Nullable
    UUID itemId() {
        return itemId;
    }

    UUID transferId() {
        return transferId;
    }

    String title() {
        return itemTitle;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("credit", getId().toString(), itemTitle, transferId, itemId, itemVersion);
    }

    @Override
    public String trailedAs() {
        return "credited";
    }
}
