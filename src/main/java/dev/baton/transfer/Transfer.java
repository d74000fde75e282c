package dev.baton.transfer;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.transfer.TransferRefusals.AlreadyStarted;
import dev.baton.transfer.TransferRefusals.PhaseGoesBack;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** One technology transfer: its charter and its phase. */
@Entity
@Audited
@Table(name = "transfer")
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
class Transfer implements TrailSubject {

    @Id
    private UUID id;

    private String name;
    private String product;
    private String sendingSite;
    private String receivingSite;
    private String purpose;
    private @Nullable LocalDate seasonDeadline;
    private String phase;
    private @Nullable Instant startedAt;

    @NotInTrail
    private Instant createdAt;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected Transfer() {}

    Transfer(
            String name,
            String product,
            String sendingSite,
            String receivingSite,
            String purpose,
            @Nullable LocalDate seasonDeadline,
            Instant createdAt) {
        this.id = UUID.randomUUID();
        this.name = name;
        this.product = product;
        this.sendingSite = sendingSite;
        this.receivingSite = receivingSite;
        this.purpose = purpose;
        this.seasonDeadline = seasonDeadline;
        this.phase = Phase.INITIATION.code();
        this.createdAt = createdAt;
    }

    Transfer start(Instant now) {
        if (startedAt != null) {
            throw new AlreadyStarted(name);
        }
        startedAt = now;
        return this;
    }

    /** Phases only go forward. */
    Transfer enter(Phase next) {
        if (next.compareTo(phase()) < 0) {
            throw new PhaseGoesBack(phase(), next);
        }
        phase = next.code();
        return this;
    }

    TransferId id() {
        return new TransferId(id);
    }

    String name() {
        return name;
    }

    String receivingSite() {
        return receivingSite;
    }

    Phase phase() {
        return Phase.ofCode(phase);
    }

    TransferHead head() {
        return new TransferHead(name, sendingSite, receivingSite);
    }

    TransferView view(int steps) {
        return new TransferView(
                id(),
                name,
                product,
                sendingSite,
                receivingSite,
                purpose,
                seasonDeadline,
                phase(),
                steps,
                startedAt != null);
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("transfer", id.toString(), name, id, null, null);
    }
}
