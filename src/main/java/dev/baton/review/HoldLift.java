package dev.baton.review;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.capture.ItemView;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** Quality lifted the hold of one version because the site's own record is closed. Written once. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "hold_lift")
class HoldLift extends RoundRecord implements TrailSubject {

    private String reference;
    private String reason;

    @NotInTrail
    private String itemHash;

    @NotInTrail
    private String liftedBy;

    @NotInTrail
    private Instant liftedAt;

    @SuppressWarnings("NullAway.Init")
    protected HoldLift() {}

    HoldLift(ItemView item, String reference, String reason, String liftedBy, Instant now) {
        super(item);
        this.reference = reference;
        this.reason = reason;
        this.itemHash = item.contentHash();
        this.liftedBy = liftedBy;
        this.liftedAt = now;
    }

    String hash() {
        return SideRecord.hash(itemId(), itemVersion(), itemHash, "reference", reference, reason);
    }

    @Override
    public TrailRef trailRef() {
        return inTrail("hold-lifted");
    }

    @Override
    public String trailedAs() {
        return "hold-lifted";
    }
}
