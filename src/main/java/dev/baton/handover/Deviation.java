package dev.baton.handover;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.capture.ItemId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/**
 * A deviation at the receiving unit, and whether what would have prevented it was known at the sending unit. A later
 * record of the same reference takes the place of the earlier one, which stays.
 */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // the reason is read by the trail and by SQL alone
@Table(name = "receiving_deviation")
class Deviation extends Kept implements TrailSubject {

    private String reference;
    private LocalDate happenedOn;
    private String what;
    private String known;
    private @Nullable UUID itemId;
    private @Nullable String reason;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String recordedBy;

    @NotInTrail
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected Deviation() {}

    Deviation(
            UUID transferId,
            String reference,
            LocalDate happenedOn,
            String what,
            DeviationView.Known known,
            @Nullable ItemId itemId,
            @Nullable String reason,
            String recordedBy,
            Instant now) {
        this.reference = reference;
        this.happenedOn = happenedOn;
        this.what = what;
        this.known = known.code();
        this.itemId = itemId == null ? null : itemId.value();
        this.reason = reason;
        this.transferId = transferId;
        this.recordedBy = recordedBy;
        this.recordedAt = now;
    }

    @Nullable
    ItemId itemId() {
        return itemId == null ? null : new ItemId(itemId);
    }

    String reference() {
        return reference;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    DeviationView view(@Nullable String title) {
        return new DeviationView(
                reference,
                happenedOn,
                what,
                DeviationView.Known.ofCode(known).orElseThrow(),
                itemId(),
                title,
                recordedBy,
                recordedAt);
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("receiving-deviation", String.valueOf(getId()), reference, transferId, itemId, null);
    }

    @Override
    public String trailedAs() {
        return "deviation-recorded";
    }
}
