package dev.baton.verification;

import dev.baton.StoredOnce;
import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.transfer.TransferId;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** A record of a transfer that is written once. */
@MappedSuperclass
@Audited
abstract class WrittenOnce extends StoredOnce {

    @Id
    private UUID id;

    @NotInTrail
    private UUID transferId;

    @SuppressWarnings("NullAway.Init")
    protected WrittenOnce() {}

    WrittenOnce(TransferId transfer) {
        this.id = UUID.randomUUID();
        this.transferId = transfer.value();
    }

    @Override
    public UUID getId() {
        return id;
    }

    TransferId transferId() {
        return new TransferId(transferId);
    }

    TrailRef inTrail(String type, String label) {
        return new TrailRef(type, id.toString(), label, transferId, null, null);
    }
}
