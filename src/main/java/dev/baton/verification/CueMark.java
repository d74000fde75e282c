package dev.baton.verification;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.transfer.TransferId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** Whether the cue of an item is critical. Every cue is, until the pair says otherwise. */
@Entity
@Audited
@Table(name = "cue_mark")
class CueMark implements TrailSubject {

    @Id
    private UUID itemId;

    @NotInTrail
    private UUID transferId;

    private boolean critical;

    @NotInTrail
    private String itemTitle;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected CueMark() {}

    CueMark(Cue cue, TransferId transfer) {
        this.itemId = cue.item().value();
        this.transferId = transfer.value();
        this.itemTitle = cue.title();
        this.critical = true;
    }

    UUID itemId() {
        return itemId;
    }

    boolean isCritical() {
        return critical;
    }

    CueMark critical(boolean yes) {
        this.critical = yes;
        return this;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("cue", itemId.toString(), itemTitle, transferId, itemId, null);
    }

    @Override
    public String trailedAs() {
        return "marked";
    }
}
