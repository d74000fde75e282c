package dev.baton.handover;

import dev.baton.StoredOnce;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** A record that is written once and kept. */
@MappedSuperclass
@Audited
abstract class Kept extends StoredOnce {

    @Id
    private UUID id = UUID.randomUUID();

    @Override
    public UUID getId() {
        return id;
    }
}
