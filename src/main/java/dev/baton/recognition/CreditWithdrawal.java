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
import org.jspecify.annotations.Nullable;

/** A credit no longer counts, because what it stands on has fallen. The credit itself stays readable. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "credit_withdrawal")
class CreditWithdrawal extends Kept implements TrailSubject {

    /** The item was taken back. */
    static final String WITHDRAWN = "withdrawn";

    /** What is stored is no longer what was signed. */
    static final String ALTERED = "altered";

    private UUID creditId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private @Nullable UUID itemId;

    @NotInTrail
    private String itemTitle;

    @NotInTrail
    private String cause;

    @NotInTrail
    private Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init")
    protected CreditWithdrawal() {}

    CreditWithdrawal(Credit credit, String cause, Instant now) {
        this.creditId = credit.getId();
        this.transferId = credit.transferId();
        this.itemId = credit.itemId();
        this.itemTitle = credit.title();
        this.cause = cause;
        this.withdrawnAt = now;
    }

    UUID creditId() {
        return creditId;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("credit", creditId.toString(), itemTitle, transferId, itemId, null);
    }

    @Override
    public String trailedAs() {
        return cause.equals(ALTERED) ? "credit-fallen" : "credit-withdrawn";
    }
}
