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

/** What the contributor says to a thank-you. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "thanks_answer")
class ThanksAnswer extends Kept implements TrailSubject {

    private String text;

    @NotInTrail
    private UUID thanksId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private UUID itemId;

    @NotInTrail
    private String itemTitle;

    @NotInTrail
    private Instant saidAt;

    @SuppressWarnings("NullAway.Init")
    protected ThanksAnswer() {}

    ThanksAnswer(ThankYou thanks, String text, Instant now) {
        this.text = text;
        this.thanksId = thanks.getId();
        this.transferId = thanks.transferId();
        this.itemId = thanks.itemId();
        this.itemTitle = thanks.trailRef().label();
        this.saidAt = now;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("thank-you", thanksId.toString(), itemTitle, transferId, itemId, null);
    }

    @Override
    public String trailedAs() {
        return "thanks-answered";
    }
}
