package dev.baton.recognition;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.transfer.TransferView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** One time of asking how people are. It knows how many answers were opened, and nobody who gave one. */
@Entity
@Audited
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "pulse_round")
class PulseRound implements TrailSubject {

    @Id
    private UUID id;

    private int no;
    private Instant closesAt;
    private @Nullable Instant closedAt;
    private int opened;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String transferName;

    @NotInTrail
    private boolean perSite;

    @NotInTrail
    private Instant openedAt;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected PulseRound() {}

    PulseRound(TransferView transfer, int no, boolean perSite, Instant now, Instant closesAt) {
        this.id = UUID.randomUUID();
        this.no = no;
        this.closesAt = closesAt;
        this.transferId = transfer.id().value();
        this.transferName = transfer.name();
        this.perSite = perSite;
        this.openedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID transferId() {
        return transferId;
    }

    String transferName() {
        return transferName;
    }

    int no() {
        return no;
    }

    boolean isPerSite() {
        return perSite;
    }

    boolean isOpen() {
        return closedAt == null;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant closesAt() {
        return closesAt;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    int answers() {
        return opened;
    }

    /** It ends with so many answers that were opened. */
    PulseRound closed(int count, Instant now) {
        this.opened = count;
        this.closedAt = now;
        return this;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("pulse", id.toString(), transferName, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "pulse-opened";
    }
}
