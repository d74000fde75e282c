package dev.baton.review;

import dev.baton.StoredOnce;
import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.capture.ItemView;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** Something that was noted in the review round of one version of an item. */
@MappedSuperclass
@Audited
abstract class RoundRecord extends StoredOnce {

    @Id
    private UUID id;

    @NotInTrail
    private UUID itemId;

    @NotInTrail
    private int itemVersion;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String itemTitle;

    @SuppressWarnings("NullAway.Init")
    protected RoundRecord() {}

    RoundRecord(ItemView item) {
        this.id = UUID.randomUUID();
        this.itemId = item.itemId().value();
        this.itemVersion = item.version();
        this.transferId = item.transferId().value();
        this.itemTitle = titleOf(item);
    }

    static String titleOf(ItemView item) {
        var title = item.content().title();
        return title == null ? item.itemId().toString() : title;
    }

    @Override
    public UUID getId() {
        return id;
    }

    UUID itemId() {
        return itemId;
    }

    int itemVersion() {
        return itemVersion;
    }

    TrailRef inTrail(String type) {
        return new TrailRef(type, id.toString(), itemTitle, transferId, itemId, itemVersion);
    }
}
