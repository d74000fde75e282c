package dev.baton.recognition;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.capture.ItemView;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** A person's own words to a contributor about an item. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "thank_you")
class ThankYou extends Kept implements TrailSubject {

    private String toUsername;
    private String text;

    @NotInTrail
    private String fromUsername;

    @NotInTrail
    private UUID itemId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String itemTitle;

    @NotInTrail
    private Instant saidAt;

    @SuppressWarnings("NullAway.Init")
    protected ThankYou() {}

    ThankYou(ItemView item, String title, String from, String to, String text, Instant now) {
        this.toUsername = to;
        this.text = text;
        this.fromUsername = from;
        this.itemId = item.itemId().value();
        this.transferId = item.transferId().value();
        this.itemTitle = title;
        this.saidAt = now;
    }

    String to() {
        return toUsername;
    }

    String from() {
        return fromUsername;
    }

    UUID itemId() {
        return itemId;
    }

    UUID transferId() {
        return transferId;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("thank-you", getId().toString(), itemTitle, transferId, itemId, null);
    }

    @Override
    public String trailedAs() {
        return "thanked";
    }
}
