package dev.baton.verification;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.transfer.TransferId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** Somebody has taken note that what they were trained on is not in force any more. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // read by SQL alone
@Table(name = "training_warning")
class TrainingWarning extends WrittenOnce implements TrailSubject {

    private String username;

    @NotInTrail
    private UUID itemId;

    @NotInTrail
    private int itemVersion;

    @NotInTrail
    private String itemTitle;

    @NotInTrail
    private Instant seenAt;

    @SuppressWarnings("NullAway.Init")
    protected TrainingWarning() {}

    TrainingWarning(TransferId transfer, Warning warning, Instant now) {
        super(transfer);
        this.username = warning.username();
        this.itemId = warning.itemId().value();
        this.itemVersion = warning.version();
        this.itemTitle = warning.title();
        this.seenAt = now;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef(
                "training-warning",
                String.valueOf(getId()),
                itemTitle,
                transferId().value(),
                itemId,
                itemVersion);
    }

    @Override
    public String trailedAs() {
        return "warning-seen";
    }
}
