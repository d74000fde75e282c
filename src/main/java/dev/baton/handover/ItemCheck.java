package dev.baton.handover;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** Somebody looked whether an item still holds, and it does. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by the trail and by SQL alone
@Table(name = "item_check")
class ItemCheck extends Kept implements TrailSubject {

    private String words;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private UUID itemId;

    @NotInTrail
    private int itemVersion;

    @NotInTrail
    private String itemTitle;

    @NotInTrail
    private String checkedBy;

    @NotInTrail
    private Instant checkedAt;

    @SuppressWarnings("NullAway.Init")
    protected ItemCheck() {}

    ItemCheck(ToLand item, UUID transfer, String words, String checkedBy, Instant now) {
        this.words = words;
        this.transferId = transfer;
        this.itemId = item.itemId().value();
        this.itemVersion = item.version();
        this.itemTitle = item.title();
        this.checkedBy = checkedBy;
        this.checkedAt = now;
    }

    UUID itemId() {
        return itemId;
    }

    int itemVersion() {
        return itemVersion;
    }

    Instant checkedAt() {
        return checkedAt;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("item-check", String.valueOf(getId()), itemTitle, transferId, itemId, itemVersion);
    }

    @Override
    public String trailedAs() {
        return "item-checked";
    }
}
