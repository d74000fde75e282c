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

/** A credit no longer counts, because its item was withdrawn. The credit itself stays readable. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "credit_withdrawal")
class CreditWithdrawal extends Kept implements TrailSubject {

    private UUID creditId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private UUID itemId;

    @NotInTrail
    private String itemTitle;

    @NotInTrail
    private Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init")
    protected CreditWithdrawal() {}

    CreditWithdrawal(UUID creditId, TrailRef credit, UUID transferId, UUID itemId, Instant now) {
        this.creditId = creditId;
        this.transferId = transferId;
        this.itemId = itemId;
        this.itemTitle = credit.label();
        this.withdrawnAt = now;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("credit", creditId.toString(), itemTitle, transferId, itemId, null);
    }

    @Override
    public String trailedAs() {
        return "credit-withdrawn";
    }
}
