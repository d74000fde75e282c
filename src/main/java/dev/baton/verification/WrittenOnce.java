package dev.baton.verification;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.transfer.TransferId;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.springframework.data.domain.Persistable;

/** A record of a transfer that is written once. */
@MappedSuperclass
@Audited
abstract class WrittenOnce implements Persistable<UUID> {

    @Id
    private UUID id;

    @NotInTrail
    private UUID transferId;

    @Transient
    private boolean stored;

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

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void nowStored() {
        stored = true;
    }

    TransferId transferId() {
        return new TransferId(transferId);
    }

    TrailRef inTrail(String type, String label) {
        return new TrailRef(type, id.toString(), label, transferId, null, null);
    }
}
